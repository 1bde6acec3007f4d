using Spectre.Console;

namespace KnowledgeSite.Cli;

/// <summary>Asks a person at the terminal. Lists are used with the arrow keys.</summary>
internal sealed class Questions(CommandConsole console)
{
    private const int Rows = 12;

    /// <param name="refusal">Returns the reason why an answer is not valid, or null if it is.</param>
    public string Text(string question, string? defaultAnswer, Func<string, string?> refusal)
    {
        var prompt = new TextPrompt<string>(Markup.Escape(question)) { AllowEmpty = defaultAnswer is "" };
        if (defaultAnswer is { Length: > 0 })
            prompt.DefaultValue(defaultAnswer);
        prompt.Validator = answer =>
            refusal(answer) is { } reason ? ValidationResult.Error(Markup.Escape(reason)) : ValidationResult.Success();
        return console.Terminal.Prompt(prompt).Trim();
    }

    /// <param name="choices">The choices, with an explanation if the name needs one. The first is the default.</param>
    public string One(string question, IReadOnlyList<(string Name, string? Meaning)> choices)
    {
        var width = choices.Max(c => c.Name.Length);
        var prompt = new SelectionPrompt<(string Name, string? Meaning)>
        {
            Title = Markup.Escape(question),
            PageSize = Rows,
            Converter = c => Markup.Escape(c.Meaning is null ? c.Name : $"{c.Name.PadRight(width)}  {c.Meaning}"),
        };
        return console.Terminal.Prompt(prompt.AddChoices(choices)).Name;
    }

    public IReadOnlyList<string> Several(string question, IReadOnlyList<string> choices) =>
        console.Terminal.Prompt(
            new MultiSelectionPrompt<string>
            {
                Title = Markup.Escape(question),
                PageSize = Rows,
                Required = false,
                Converter = Markup.Escape,
            }.AddChoices(choices)
        );
}
