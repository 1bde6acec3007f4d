using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;
using KnowledgeSite.Content.Notebooks;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Mathematics;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Content;

/// <summary>The settings of a site, from <c>site.yaml</c>.</summary>
/// <param name="Language">A BCP 47 tag such as <c>en</c> or <c>en-GB</c>.</param>
/// <param name="BaseUrl">The URL of the published site, with a <c>/</c> at the end, or null if it is not set.</param>
/// <param name="IsPublic">True if search engines may list the site.</param>
/// <param name="Severities">Severities that differ from the default, by rule id.</param>
/// <param name="Allowed">Content that authors may write although browsers run it: <c>script</c>, <c>iframe
/// https://video.example</c>, <c>onclick</c>.</param>
/// <param name="Files">Glob patterns of files to publish although no page refers to them.</param>
/// <param name="IsPrepared">False if the folder has no <c>site.yaml</c>.</param>
public sealed partial record SiteSettings(
    string Title,
    string? Description,
    string Language,
    Uri? BaseUrl,
    bool IsPublic,
    IReadOnlyDictionary<string, Severity> Severities,
    IReadOnlyList<string> Allowed,
    IReadOnlyList<string> Files,
    bool IsPrepared
)
{
    internal const string FileName = "site.yaml";

    /// <summary>The strings that readers see, in the language of the site and with the author's own.</summary>
    public UiStrings Text { get; init; } = UiStrings.English;

    /// <summary>
    /// The owners of pages, each with a handle for CODEOWNERS such as <c>@acme/data-science</c>. Empty if none are set.
    /// </summary>
    public IReadOnlyDictionary<string, string> Owners { get; init; } = new Dictionary<string, string>();

    /// <summary>The address of each owner that readers can reach: a <c>mailto:</c>, http or https URL.</summary>
    public IReadOnlyDictionary<string, string> Contacts { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Who reviews changes to settings, theme and sources: the name of an owner, or handles as in CODEOWNERS. Null if
    /// not set.
    /// </summary>
    public string? Maintainers { get; init; }

    /// <summary>The tags that pages may have. Empty if all tags are allowed.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>True if pages show the date of their last change, from version control.</summary>
    public bool ShowsHistory { get; init; } = true;

    /// <summary>
    /// True if pages and the feed name the people who changed them. It is off by default, because version control also
    /// contains the names of accounts and machines.
    /// </summary>
    public bool ShowsAuthors { get; init; }

    /// <summary>
    /// True to create an image for each page, which is shown where its URL is shared. It needs a base URL, because the
    /// URL of such an image must be absolute.
    /// </summary>
    public bool HasCards { get; init; }

    /// <summary>
    /// True to replace <c>--</c>, <c>---</c> and <c>...</c> in text with dashes and ellipses.
    /// </summary>
    internal bool HasTypography { get; init; }

    /// <summary>The macros of formulas: TeX by name.</summary>
    internal IReadOnlyDictionary<string, string> Macros { get; init; } = new Dictionary<string, string>();

    /// <summary>True if pages offer smaller variants of large images. False where images cannot be drawn.</summary>
    internal bool ResizesImages { get; init; } = true;

    internal NotebookOptions Notebooks { get; init; } = new();

    /// <summary>True if readers can save the site on their device for offline reading.</summary>
    public bool OffersCopy { get; init; }

    /// <summary>The repository in which pages can be edited, or null if not set.</summary>
    public SourceHost? SourceHost { get; init; }

    /// <summary>The health rules that are disabled for some paths.</summary>
    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];

    /// <summary>A banner above every page, for builds other than that of the published site. Null for none.</summary>
    public string? Banner { get; init; }

    internal static readonly SiteSettings Unprepared = new(
        Title: "Knowledge",
        Description: null,
        Language: "en",
        BaseUrl: null,
        IsPublic: false,
        Severities: new Dictionary<string, Severity>(),
        Allowed: [],
        Files: [],
        IsPrepared: false
    );

    /// <summary>
    /// The path before every URL of the site: <c>/</c>, or <c>/kb/</c> for a site at <c>https://x.example/kb/</c>.
    /// </summary>
    public string BasePath => BaseUrl?.AbsolutePath ?? "/";

    internal static SiteSettings Read(SourceFile file, DiagnosticBag diagnostics)
    {
        var reader = new MapReader(
            file,
            YamlReader.Read(file, new(0, file.Text!.Value.Length), diagnostics),
            SiteKeys.Form,
            diagnostics
        ).ReportUnknownKeys();
        var allowed = reader.Read(SiteKeys.Allow);
        var language = ReadLanguage(file, reader.Read(SiteKeys.Language), diagnostics) ?? Unprepared.Language;
        return new(
            Title: reader.Read(SiteKeys.Title)?.Value is { Length: > 0 } title ? title : Unprepared.Title,
            Description: reader.Read(SiteKeys.Description)?.Value,
            Language: language,
            BaseUrl: ReadBaseUrl(file, reader.Read(SiteKeys.BaseUrl), diagnostics),
            IsPublic: reader.Read(SiteKeys.Public) ?? false,
            Severities: ReadSeverities(reader.Read(SiteKeys.Rules)),
            Allowed: [.. allowed.Select(t => t.Value).Where(t => !Exemption.NamesRule(t))],
            Files: [.. reader.Read(SiteKeys.Files).Select(t => t.Value)],
            IsPrepared: true
        )
        {
            Text = UiStrings.Find(language) ?? UiStrings.English,
            Owners = reader
                .Read(SiteKeys.Owners)
                .DistinctBy(o => o.Key.Value)
                .ToDictionary(o => o.Key.Value, o => o.Text, StringComparer.Ordinal),
            Contacts = ReadContacts(file, reader.Read(SiteKeys.Contact), diagnostics),
            Maintainers = reader.Read(SiteKeys.Maintainers)?.Value is { Length: > 0 } maintainers ? maintainers : null,
            Tags = [.. reader.Read(SiteKeys.Tags).Select(t => t.Value)],
            Exemptions = Exemption.ReadForSite(file, allowed, diagnostics),
            SourceHost = ReadSourceHost(
                file,
                reader.Read(SiteKeys.Repository),
                reader.Read(SiteKeys.Branch),
                diagnostics
            ),
            ShowsHistory = reader.Read(SiteKeys.History) ?? true,
            ShowsAuthors = reader.Read(SiteKeys.Authors) ?? false,
            OffersCopy = reader.Read(SiteKeys.Offline) ?? false,
            HasCards = reader.Read(SiteKeys.Cards) ?? false,
            Macros = ReadMacros(file, reader.Read(SiteKeys.Math), diagnostics),
            HasTypography = reader.Read(SiteKeys.Typography) ?? false,
            Notebooks = NotebookOptions.Read(reader),
        };
    }

    /// <summary>
    /// Parses an absolute http or https URL, and adds a missing <c>/</c> at its end. Null if the text is not such a
    /// URL.
    /// </summary>
    public static Uri? ParseBaseUrl(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.Query.Length == 0
        && url.Fragment.Length == 0
            ? url
            : null;

    private static Uri? ReadBaseUrl(SourceFile file, Located<string>? text, DiagnosticBag diagnostics)
    {
        if (text is null || ParseBaseUrl(text.Value) is { } url)
            return text is null ? null : ParseBaseUrl(text.Value);
        diagnostics.Add(
            Diagnostic.At(
                FrontMatterRules.WrongType,
                file,
                text.Span,
                SiteKeys.BaseUrl.Name,
                "an address such as https://kb.example/",
                $"'{text.Value}'"
            )
        );
        return null;
    }

    private static string? ReadLanguage(SourceFile file, Located<string>? text, DiagnosticBag diagnostics)
    {
        if (text is null)
            return null;
        if (LanguageTag().IsMatch(text.Value))
        {
            if (UiStrings.Find(text.Value) is null)
                diagnostics.Add(
                    Diagnostic.At(
                        FrontMatterRules.LanguageWithoutStrings,
                        file,
                        text.Span,
                        text.Value,
                        string.Join(", ", UiStrings.Languages)
                    )
                );
            return text.Value;
        }

        diagnostics.Add(
            Diagnostic.At(
                FrontMatterRules.WrongType,
                file,
                text.Span,
                SiteKeys.Language.Name,
                "a code such as 'en' or 'en-GB'",
                $"'{text.Value}'"
            )
        );
        return null;
    }

    private static SourceHost? ReadSourceHost(
        SourceFile file,
        Located<string>? repository,
        Located<string>? branch,
        DiagnosticBag diagnostics
    )
    {
        if (repository is null)
            return null;
        if (SourceHost.Create(repository.Value, branch?.Value) is { } host)
            return host;
        diagnostics.Add(
            Diagnostic.At(
                FrontMatterRules.WrongType,
                file,
                repository.Span,
                SiteKeys.Repository.Name,
                "an address such as https://github.com/acme/knowledge",
                $"'{repository.Value}'"
            )
        );
        return null;
    }

    private static Dictionary<string, string> ReadContacts(
        SourceFile file,
        IReadOnlyList<(Located<string> Key, string Text)> contacts,
        DiagnosticBag diagnostics
    )
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (owner, text) in contacts)
        {
            var address = MailAddress.TryCreate(text, out var mail) ? $"mailto:{mail.Address}" : text;
            if (Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "mailto" or "http" or "https")
                addresses[owner.Value] = url.AbsoluteUri;
            else
                diagnostics.Add(
                    Diagnostic.At(
                        FrontMatterRules.WrongType,
                        file,
                        owner.Span,
                        $"{SiteKeys.Contact.Name}: {owner.Value}",
                        "a mail address or an address such as https://chat.example/data-science",
                        $"'{text}'"
                    )
                );
        }

        return addresses;
    }

    private static Dictionary<string, string> ReadMacros(SourceFile file, MapReader? math, DiagnosticBag diagnostics)
    {
        var macros = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, tex) in math?.Read(SiteKeys.Macros) ?? [])
        {
            var name = key.Value.TrimStart('\\');
            if (Macro.FindProblem(name, tex) is { } problem)
                diagnostics.Add(Diagnostic.At(FormulaRules.Macro, file, key.Span, key.Value, problem));
            else
                macros[name] = tex;
        }

        return macros;
    }

    private static Dictionary<string, Severity> ReadSeverities(MapReader? rules)
    {
        var severities = new Dictionary<string, Severity>(StringComparer.Ordinal);
        foreach (var rule in rules is null ? [] : SiteKeys.Severities)
            if (rules!.Read(rule) is { } severity)
                severities[rule.Name] = severity;
        return severities;
    }

    [GeneratedRegex(SiteKeys.LanguagePattern, RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}

/// <summary>
/// The repository on GitHub or GitLab in which readers can edit pages or suggest a change. A host with "gitlab" in its
/// name is a GitLab.
/// </summary>
/// <param name="Repository">The URL, such as <c>https://github.com/acme/knowledge</c>, without <c>/</c> at its
/// end.</param>
/// <param name="Branch">The published branch.</param>
public sealed record SourceHost(string Repository, string Branch)
{
    /// <summary>
    /// The name of the form in <c>.github/ISSUE_TEMPLATE</c>, whose fields are called <c>page</c> and <c>statement</c>.
    /// </summary>
    private const string Form = "suggest-a-change.yml";

    private bool IsGitLab => new Uri(Repository).Host.Contains("gitlab", StringComparison.OrdinalIgnoreCase);

    /// <summary>The URL of a page in the editor of the host.</summary>
    /// <param name="path">The path from the root of the repository.</param>
    public string Edit(string path) =>
        $"{Repository}{(IsGitLab ? "/-" : "")}/edit/"
        + string.Join('/', Branch.Split('/').Concat(path.Split('/')).Select(Uri.EscapeDataString));

    /// <summary>The URL of a new issue about a page or statement.</summary>
    /// <param name="title">The title of the issue.</param>
    /// <param name="address">The URL of the page, absolute if the base URL is known.</param>
    /// <param name="statement">The id of a cell or signal, or null for the whole page.</param>
    public string Suggest(string title, string address, string? statement)
    {
        var subject = Uri.EscapeDataString(title);
        if (IsGitLab)
            return $"{Repository}/-/issues/new?issue[title]={subject}&"
                + "issue[description]="
                + Uri.EscapeDataString(statement is null ? address : $"{address} ({statement})");
        return $"{Repository}/issues/new?template={Form}&title={subject}&"
            + $"page={Uri.EscapeDataString(address)}"
            + (statement is null ? "" : $"&statement={Uri.EscapeDataString(statement)}");
    }

    /// <summary>The URL of a new issue without a form.</summary>
    /// <param name="title">Escaped for a URL, as is the text.</param>
    internal string NewIssue(string title, string text) =>
        IsGitLab
            ? $"{Repository}/-/issues/new?issue[title]={title}&issue[description]={text}"
            : $"{Repository}/issues/new?title={title}&body={text}";

    /// <summary>Creates a host. Null if the text is not the URL of a repository.</summary>
    internal static SourceHost? Create(string repository, string? branch) =>
        Uri.TryCreate(repository, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.AbsolutePath.Length > 1
        && url.Query.Length == 0
            ? new(url.AbsoluteUri.TrimEnd('/'), branch is { Length: > 0 } ? branch : "main")
            : null;
}
