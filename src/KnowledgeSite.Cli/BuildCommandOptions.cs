using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KnowledgeSite.Content;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>The options that all commands share.</summary>
internal sealed class BuildCommandOptions
{
    private readonly Option<string> _input = new("--input")
    {
        Description = "The folder that contains the pages.",
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
    private readonly Option<bool> _strict = new("--strict")
    {
        Description = "Treat warnings as errors.",
        Recursive = true,
    };
    private readonly Option<Uri?> _baseUrl = new("--base-url")
    {
        Description = "The URL of the published site, such as https://x.example/kb/. Overrides site.yaml.",
        CustomParser = ParseBaseUrl,
        Recursive = true,
        HelpName = "URL",
    };
    private readonly Option<string> _format = new("--format")
    {
        Description = "The format of the report.",
        DefaultValueFactory = _ => "text",
        Recursive = true,
    };
    private readonly Option<DateOnly?> _date = new("--date")
    {
        Description = "The date to use as today, for pages with a publication date.",
        CustomParser = ParseDate,
        Recursive = true,
        HelpName = "YYYY-MM-DD",
    };
    private readonly Option<string?> _banner = new("--banner")
    {
        Description =
            "A line at the top of every page, such as 'Preview of pull request 12'. The site is "
            + "then hidden from search engines.",
        Recursive = true,
        HelpName = "TEXT",
    };
    private readonly Option<string> _theme = new("--theme")
    {
        Description =
            "A folder with styles/, scripts/, fonts/ and templates.dll that replace the built-in ones, if it exists.",
        DefaultValueFactory = _ => "theme",
        Recursive = true,
        HelpName = "DIR",
    };
    private readonly Option<bool> _timings = new("--timings")
    {
        Description = "Print the time that each pipeline and phase took.",
        Recursive = true,
    };

    /// <summary>Where Linux, macOS and Windows keep fonts.</summary>
    private static readonly IReadOnlyList<string> FontFolders =
    [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/System/Library/Fonts",
        "/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "fonts"),
    ];

    public BuildCommandOptions()
    {
        _format.AcceptOnlyFromAmong("text", "json", "github", "sarif");
        RefuseEmpty(_input);
        RefuseEmpty(_output);
        RefuseEmpty(_theme);
        _theme.Validators.Add(result =>
        {
            if (result.Tokens is [var named, ..] && !Directory.Exists(named.Value))
                result.AddError($"The theme folder '{named.Value}' does not exist.");
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
                FontFolders = FontFolders,
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
                result.AddError($"{option.Name} needs the name of a folder.");
        });

    private static Uri? ParseBaseUrl(ArgumentResult argument)
    {
        var url = SiteSettings.ParseBaseUrl(argument.Tokens[0].Value);
        if (url is null)
            argument.AddError($"--base-url needs a URL such as https://kb.example/, not '{argument.Tokens[0].Value}'.");
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
        argument.AddError($"--date needs a date such as 2026-11-20, not '{argument.Tokens[0].Value}'.");
        return null;
    }
}

/// <summary>The options of a build and of its report, as given on the command line.</summary>
/// <param name="ThemeFolder">The path of the theme folder, which need not exist.</param>
internal sealed record BuildRequest(BuildOptions Options, string ThemeFolder, string Format, bool Timings)
{
    /// <exception cref="KnowledgeSite.Rendering.ThemeException">A file in the theme folder cannot be used.</exception>
    public Theme.Theme Theme => Cli.ThemeFolder.Read(ThemeFolder);

    /// <summary>The input folder without the site that is written to it, if the output folder is in it.</summary>
    public FolderTree Tree() => new(Options.Input, Options.Output!);

    /// <summary>Builds the site in memory. Writes and reports nothing.</summary>
    /// <param name="tree">The files to build from.</param>
    /// <param name="repository">The history of the input folder, or null if the build does not need it.</param>
    /// <param name="check">Whether to check the finished HTML too.</param>
    public async Task<BuildResult> BuildAsync(
        ISourceTree tree,
        CancellationToken cancellation,
        Task<VersionControl>? repository = null,
        bool check = false
    )
    {
        using var stored = ToolCache.Open(Options, mayCreate: false);
        var build = new SiteBuild(Options with { Output = null }, tree, Theme)
        {
            Stored = stored,
            VersionControl = repository ?? Task.FromResult(VersionControl.None),
        };
        var result = await build.RunAsync(check, null, cancellation);
        stored.Save();
        return result;
    }
}
