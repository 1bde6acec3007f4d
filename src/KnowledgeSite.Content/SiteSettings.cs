using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>What <c>site.yaml</c> says of the site.</summary>
/// <param name="Language">A BCP 47 tag such as <c>en</c> or <c>en-GB</c>.</param>
/// <param name="BaseUrl">Where the site lives, with a <c>/</c> at the end; null where nobody said.</param>
/// <param name="IsPublic">Search engines may list it. An internal site, unless said otherwise.</param>
/// <param name="Severities">By rule id.</param>
/// <param name="Allowed">What an author may write although a reader's browser runs it: <c>script</c>, <c>iframe
/// https://video.example</c>, <c>onclick</c>.</param>
/// <param name="Files">Glob patterns of files to publish although no page refers to them.</param>
/// <param name="IsPrepared">False where there is no <c>site.yaml</c>.</param>
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
    public const string FileName = "site.yaml";

    /// <summary>
    /// Whom to ask about the pages of each owner, as CODEOWNERS writes it (<c>@acme/data-science</c>); empty where
    /// nobody said.
    /// </summary>
    public IReadOnlyDictionary<string, string> Owners { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whoever is asked about what is no page: settings, theme, sources. An owner's name, or handles as CODEOWNERS
    /// writes them; null where nobody said.
    /// </summary>
    public string? Maintainers { get; init; }

    /// <summary>All tags that pages may have; empty where they may have any.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Pages say when they were changed, where the version control knows.</summary>
    public bool ShowsHistory { get; init; } = true;

    /// <summary>
    /// Pages and the feed name the people who changed them. The version control has names of accounts and machines too,
    /// so a site has to ask for it.
    /// </summary>
    public bool ShowsAuthors { get; init; }

    /// <summary>
    /// Pages get a picture for where their address is shared. Only where it is known where the site lives: such a
    /// picture is named by its full address.
    /// </summary>
    public bool HasCards { get; init; }

    /// <summary>Readers may keep a copy of the site on their device.</summary>
    public bool OffersCopy { get; init; }

    /// <summary>Where the sources of the pages can be changed; null where nobody said.</summary>
    public SourceHost? SourceHost { get; init; }

    /// <summary>Rules about the health of the knowledge that are suspended for some paths.</summary>
    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];

    /// <summary>A line above every page of a build that is not the site itself; null for none.</summary>
    public string? Banner { get; init; }

    public static readonly SiteSettings Unprepared = new(
        "Knowledge",
        null,
        "en",
        null,
        false,
        new Dictionary<string, Severity>(),
        [],
        [],
        false
    );

    /// <summary>
    /// The path in front of every address: <c>/</c>, or <c>/kb/</c> for a site that lives at
    /// <c>https://x.example/kb/</c>.
    /// </summary>
    public string BasePath => BaseUrl?.AbsolutePath ?? "/";

    public static SiteSettings Read(SourceFile file, DiagnosticBag diagnostics)
    {
        var reader = new MapReader(
            file,
            YamlReader.Read(file, new(0, file.Text!.Value.Length), diagnostics),
            SiteKeys.Form,
            diagnostics
        ).RefuseOthers();
        var allowed = reader.Read(SiteKeys.Allow);
        return new(
            Title: reader.Read(SiteKeys.Title)?.Value is { Length: > 0 } title ? title : Unprepared.Title,
            Description: reader.Read(SiteKeys.Description)?.Value,
            Language: ReadLanguage(file, reader.Read(SiteKeys.Language), diagnostics) ?? Unprepared.Language,
            BaseUrl: ReadBaseUrl(file, reader.Read(SiteKeys.BaseUrl), diagnostics),
            IsPublic: reader.Read(SiteKeys.Public) ?? false,
            Severities: ReadSeverities(reader.Read(SiteKeys.Rules)),
            Allowed: [.. allowed.Select(t => t.Value).Where(t => !Exemption.NamesRule(t))],
            Files: [.. reader.Read(SiteKeys.Files).Select(t => t.Value)],
            IsPrepared: true
        )
        {
            Owners = reader
                .Read(SiteKeys.Owners)
                .DistinctBy(o => o.Key.Value)
                .ToDictionary(o => o.Key.Value, o => o.Text, StringComparer.Ordinal),
            Maintainers = reader.Read(SiteKeys.Maintainers)?.Value is { Length: > 0 } maintainers ? maintainers : null,
            Tags = [.. reader.Read(SiteKeys.Tags).Select(t => t.Value)],
            Exemptions = Exemption.OfSite(file, allowed, diagnostics),
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
        };
    }

    /// <summary>
    /// Null where the text is not an absolute http or https address. A missing <c>/</c> at the end is put there.
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
        if (text is null || LanguageTag().IsMatch(text.Value))
            return text?.Value;
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

    private static Dictionary<string, Severity> ReadSeverities(MapReader? rules)
    {
        var severities = new Dictionary<string, Severity>(StringComparer.Ordinal);
        foreach (var rule in rules is null ? [] : SeverityKeys.All)
            if (rules!.Read(rule) is { } severity)
                severities[rule.Name] = severity;
        return severities;
    }

    [GeneratedRegex(SiteKeys.LanguagePattern, RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}

/// <summary>
/// Where the pages' sources lie on the web, so that a reader may change one or ask for a change: GitHub, or a GitLab by
/// its name.
/// </summary>
/// <param name="Repository">Such as <c>https://github.com/acme/knowledge</c>, no <c>/</c> at the end.</param>
/// <param name="Branch">The one that is published.</param>
public sealed record SourceHost(string Repository, string Branch)
{
    /// <summary>
    /// The name of the form in <c>.github/ISSUE_TEMPLATE</c>, whose fields are called <c>page</c> and <c>statement</c>.
    /// </summary>
    private const string Form = "suggest-a-change.yml";

    private bool IsGitLab => new Uri(Repository).Host.Contains("gitlab", StringComparison.OrdinalIgnoreCase);

    /// <summary>The source in the host's own editor.</summary>
    /// <param name="path">From the root of the repository.</param>
    public string Edit(string path) =>
        $"{Repository}{(IsGitLab ? "/-" : "")}/edit/"
        + string.Join('/', Branch.Split('/').Concat(path.Split('/')).Select(Uri.EscapeDataString));

    /// <summary>A form that knows already what the change is about.</summary>
    /// <param name="address">Of the page, in full where the site's own is known.</param>
    /// <param name="statement">The id of a cell or a signal; null where the whole page is meant.</param>
    public string Suggest(string title, string address, string? statement)
    {
        var subject = Uri.EscapeDataString($"Change: {title}");
        if (IsGitLab)
            return $"{Repository}/-/issues/new?issue[title]={subject}&"
                + "issue[description]="
                + Uri.EscapeDataString(statement is null ? address : $"{address} ({statement})");
        return $"{Repository}/issues/new?template={Form}&title={subject}&"
            + $"page={Uri.EscapeDataString(address)}"
            + (statement is null ? "" : $"&statement={Uri.EscapeDataString(statement)}");
    }

    /// <summary>Null where the text is no web address of a repository.</summary>
    internal static SourceHost? Create(string repository, string? branch) =>
        Uri.TryCreate(repository, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.AbsolutePath.Length > 1
        && url.Query.Length == 0
            ? new(url.AbsoluteUri.TrimEnd('/'), branch is { Length: > 0 } ? branch : "main")
            : null;
}
