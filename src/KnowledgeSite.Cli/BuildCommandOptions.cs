using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KnowledgeSite.Content;

namespace KnowledgeSite.Cli;

/// <summary>The options of <c>build</c> and <c>check</c>.</summary>
internal sealed class BuildCommandOptions
{
    private readonly Option<string> _input = new("--input")
    {
        Description = "The folder of pages.",
        DefaultValueFactory = _ => "input",
        Recursive = true,
        HelpName = "DIR",
    };
    private readonly Option<string> _output = new("--output")
    {
        Description = "The folder to write the site to.",
        DefaultValueFactory = _ => "output",
        Recursive = true,
        HelpName = "DIR",
    };
    private readonly Option<bool> _strict = new("--strict") { Description = "Warnings are errors.", Recursive = true };
    private readonly Option<Uri?> _baseUrl = new("--base-url")
    {
        Description = "Where the site will live, such as https://x.example/kb/; wins over site.yaml.",
        CustomParser = ParseBaseUrl,
        Recursive = true,
        HelpName = "URL",
    };
    private readonly Option<string> _format = new("--format")
    {
        Description = "How problems are printed.",
        DefaultValueFactory = _ => "text",
        Recursive = true,
    };
    private readonly Option<DateOnly?> _date = new("--date")
    {
        Description = "What counts as today, for pages with a day of publication.",
        CustomParser = ParseDate,
        Recursive = true,
        HelpName = "YYYY-MM-DD",
    };
    private readonly Option<string?> _banner = new("--banner")
    {
        Description = "A line above every page, such as 'Preview of pull request 12'; keeps search engines off.",
        Recursive = true,
        HelpName = "TEXT",
    };
    private readonly Option<string> _theme = new("--theme")
    {
        Description =
            "A folder with styles/, scripts/, fonts/ and templates.dll that stand for those the tool was "
            + "made with, where it is there.",
        DefaultValueFactory = _ => "theme",
        Recursive = true,
        HelpName = "DIR",
    };
    private readonly Option<bool> _timings = new("--timings")
    {
        Description = "A table of time per pipeline and phase.",
        Recursive = true,
    };

    public BuildCommandOptions()
    {
        _format.AcceptOnlyFromAmong("text", "json", "github", "sarif");
        RefuseEmpty(_input);
        RefuseEmpty(_output);
        RefuseEmpty(_theme);
        _theme.Validators.Add(result =>
        {
            if (result.Tokens is [var named, ..] && !Directory.Exists(named.Value))
                result.AddError($"There is no folder '{named.Value}' to take a theme from.");
        });
    }

    public IEnumerable<Option> All => [_input, _output, _strict, _baseUrl, _theme, _format, _date, _banner, _timings];

    public Option<string> Input => _input;

    public BuildRequest Read(ParseResult parsed) =>
        new(
            new BuildOptions(
                parsed.GetRequiredValue(_input),
                parsed.GetRequiredValue(_output),
                parsed.GetValue(_strict),
                parsed.GetValue(_baseUrl),
                parsed.GetValue(_date) ?? DateOnly.FromDateTime(DateTime.Today)
            )
            {
                Banner = parsed.GetValue(_banner) is { Length: > 0 } banner ? banner : null,
                Tool = ToolName.Here,
            },
            parsed.GetRequiredValue(_theme),
            parsed.GetRequiredValue(_format),
            parsed.GetValue(_timings)
        );

    private static void RefuseEmpty(Option<string> option) =>
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
                result.AddError($"{option.Name} takes the name of a folder.");
        });

    private static Uri? ParseBaseUrl(ArgumentResult argument)
    {
        var url = SiteSettings.ParseBaseUrl(argument.Tokens[0].Value);
        if (url is null)
            argument.AddError(
                $"--base-url takes an address such as https://kb.example/, not '{argument.Tokens[0].Value}'."
            );
        return url;
    }

    private static DateOnly? ParseDate(ArgumentResult argument)
    {
        if (
            DateOnly.TryParseExact(
                argument.Tokens[0].Value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
            return date;
        argument.AddError($"--date takes a day such as 2026-11-20, not '{argument.Tokens[0].Value}'.");
        return null;
    }
}

/// <summary>A build, and how its outcome is told.</summary>
/// <param name="ThemeFolder">Need not be there.</param>
internal sealed record BuildRequest(BuildOptions Options, string ThemeFolder, string Format, bool Timings)
{
    /// <exception cref="KnowledgeSite.Rendering.ThemeException">A file of the folder cannot be used.</exception>
    public Theme.Theme Theme => Cli.ThemeFolder.Read(ThemeFolder);
}
