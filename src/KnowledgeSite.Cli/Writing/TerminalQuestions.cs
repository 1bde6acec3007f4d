using Spectre.Console;

namespace KnowledgeSite.Cli.Writing;

/// <summary>Asks questions with Spectre.Console, whose lists are used with the arrow keys.</summary>
internal sealed class TerminalQuestions : IQuestions
{
    private const int Rows = 12;

    public string Text(string question, string? defaultAnswer, Func<string, string?> refusal)
    {
        var prompt = new TextPrompt<string>(Markup.Escape(question)) { AllowEmpty = defaultAnswer is "" };
        if (defaultAnswer is { Length: > 0 })
            prompt.DefaultValue(defaultAnswer);
        prompt.Validator = answer =>
            refusal(answer) is { } reason ? ValidationResult.Error(Markup.Escape(reason)) : ValidationResult.Success();
        return AnsiConsole.Prompt(prompt).Trim();
    }

    public string One(string question, IReadOnlyList<(string Name, string? Meaning)> choices)
    {
        var width = choices.Max(c => c.Name.Length);
        var prompt = new SelectionPrompt<(string Name, string? Meaning)>
        {
            Title = Markup.Escape(question),
            PageSize = Rows,
            Converter = c => Markup.Escape(c.Meaning is null ? c.Name : $"{c.Name.PadRight(width)}  {c.Meaning}"),
        };
        return AnsiConsole.Prompt(prompt.AddChoices(choices)).Name;
    }

    public IReadOnlyList<string> Several(string question, IReadOnlyList<string> choices) =>
        AnsiConsole.Prompt(
            new MultiSelectionPrompt<string>
            {
                Title = Markup.Escape(question),
                PageSize = Rows,
                Required = false,
                Converter = Markup.Escape,
            }.AddChoices(choices)
        );
}
