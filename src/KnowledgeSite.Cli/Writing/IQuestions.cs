namespace KnowledgeSite.Cli.Writing;

/// <summary>Asks questions to the user at the terminal.</summary>
internal interface IQuestions
{
    /// <param name="refusal">Returns the reason why an answer is not valid, or null if it is.</param>
    string Text(string question, string? defaultAnswer, Func<string, string?> refusal);

    /// <param name="choices">The choices, with an explanation if the name needs one. The first choice is the
    /// default.</param>
    string One(string question, IReadOnlyList<(string Name, string? Meaning)> choices);

    IReadOnlyList<string> Several(string question, IReadOnlyList<string> choices);
}
