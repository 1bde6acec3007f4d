namespace KnowledgeSite.Cli.Writing;

/// <summary>Asks the person at the terminal.</summary>
internal interface IQuestions
{
    /// <param name="refusal">Why an answer cannot be taken; null where it can.</param>
    string Text(string question, string? usual, Func<string, string?> refusal);

    /// <param name="choices">Each with what it means, where that is not in its name; the first is the usual
    /// one.</param>
    string One(string question, IReadOnlyList<(string Name, string? Meaning)> choices);

    IReadOnlyList<string> Several(string question, IReadOnlyList<string> choices);
}
