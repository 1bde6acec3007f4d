using System.Globalization;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// Reports unknown keys in front matter. In a prepared folder, each typo is reported at its position, and the keys of
/// other tools once for each page. In an unprepared folder, each key is reported once for the whole folder.
/// </summary>
internal static class UnknownKeys
{
    private const int MaxNamed = 12;

    public static void Report(IReadOnlyList<Page> pages, bool isPrepared, DiagnosticBag diagnostics)
    {
        if (isPrepared)
        {
            foreach (var page in pages.Where(p => p.FrontMatter.UnknownKeys.Count > 0))
                ReportOfPage(page, diagnostics);
            return;
        }

        foreach (
            var key in pages
                .SelectMany(p => p.FrontMatter.RefusedValues.Select(v => (Page: p, Value: v)))
                .GroupBy(v => v.Value.Key, StringComparer.OrdinalIgnoreCase)
        )
        {
            var (page, value) = key.First();
            diagnostics.Add(
                Diagnostic.At(
                    FrontMatterRules.KeysOfOtherTools,
                    page.Source,
                    value.Span,
                    $"The key {Named(value.Key, key.Select(v => v.Page).Distinct().Count())} has",
                    " " + value.Reason
                )
            );
        }

        var uses = pages.SelectMany(p => p.FrontMatter.UnknownKeys.Select(k => (Page: p, Key: k)));
        var keys = uses.GroupBy(u => u.Key.Value, StringComparer.OrdinalIgnoreCase)
            .Select(g => (g.First().Page, g.First().Key, Pages: g.Count()))
            .ToList();
        foreach (var (page, key, count) in keys.Where(k => AdviceFor(k.Page, k.Key.Value).Length > 0))
            diagnostics.Add(
                Diagnostic.At(
                    FrontMatterRules.KeysOfOtherTools,
                    page.Source,
                    key.Span,
                    $"The key {Named(key.Value, count)} has",
                    AdviceFor(page, key.Value)
                )
            );
        var others = keys.Where(k => AdviceFor(k.Page, k.Key.Value).Length == 0)
            .OrderByDescending(k => k.Pages)
            .ToList();
        if (others.Count > 0)
            ReportTogether(
                others[0].Page,
                others[0].Key,
                [.. others.Select(o => Named(o.Key.Value, o.Pages))],
                "",
                diagnostics
            );
    }

    private static void ReportOfPage(Page page, DiagnosticBag diagnostics)
    {
        var others = new List<Located<string>>();
        foreach (var key in page.FrontMatter.UnknownKeys)
        {
            var suggestion = FrontMatterNames.AdviceFor(key.Value) is null ? DidYouMean(page, key.Value) : "";
            if (suggestion.Length > 0)
                diagnostics.Add(
                    Diagnostic.At(FrontMatterRules.UnknownKey, page.Source, key.Span, key.Value, suggestion)
                );
            else
                others.Add(key);
        }

        if (others.Count == 0)
            return;
        var advice = string.Concat(others.Select(k => AdviceFor(page, k.Value)).Distinct());
        ReportTogether(page, others[0], [.. others.Select(k => $"'{k.Value}'")], advice, diagnostics);
    }

    private static void ReportTogether(
        Page page,
        Located<string> first,
        IReadOnlyList<string> names,
        string advice,
        DiagnosticBag diagnostics
    )
    {
        var named =
            string.Join(", ", names.Take(MaxNamed))
            + (names.Count > MaxNamed ? $" and {names.Count - MaxNamed} more" : "");
        diagnostics.Add(
            Diagnostic.At(
                FrontMatterRules.KeysOfOtherTools,
                page.Source,
                first.Span,
                names.Count == 1 ? $"The key {named} has" : $"The keys {named} have",
                advice
            )
        );
    }

    private static string Named(string key, int pages) =>
        pages == 1 ? $"'{key}'" : $"'{key}' ({pages.ToString("N0", CultureInfo.InvariantCulture)} pages)";

    private static string AdviceFor(Page page, string key) =>
        FrontMatterNames.AdviceFor(key) is { } advice ? " " + advice : DidYouMean(page, key);

    private static string DidYouMean(Page page, string key) =>
        SuggestionIndex.DidYouMean(key, KindForms.Get(page.FrontMatter.Kind).Keys.Select(k => k.Name));
}

/// <summary>
/// The names of known front matter keys: those of this tool, and those of other tools with advice on what to use
/// instead.
/// </summary>
internal static class FrontMatterNames
{
    private const string Published = "Use 'published' for the date of publication.";
    private const string Changed =
        "The date of the last change comes from git; 'reviewed' is the date of the last review.";
    private const string Owner = "Use 'owner' for the person or team who is responsible for the page.";
    private const string Kind = "Use 'kind', which decides the design.";
    private const string Address = "The URL of a page is its path; 'redirect_from' lists its former URLs.";
    private const string Order = "Use 'order' for the position in the navigation.";
    private const string Description = "Use 'description' for the sentence in lists and search results.";
    private const string Tags = "Use 'tags' for the subjects of the page.";
    private const string Title = "Use 'title', which is also the name in the navigation.";
    private const string Xref = "Use 'xref' for a permanent name for links.";
    private const string Search = "Use 'search: false' to hide the page from search.";
    private const string Excluded = "Use 'excluded: true' to leave the page out of the site.";
    private const string Aliases = "Use 'redirect_from' for former URLs and 'also_called' for other names.";
    private const string Reviewed = "Use 'reviewed' for the date of the last review.";

    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["date"] = Published,
        ["pubdate"] = Published,
        ["publishdate"] = Published,
        ["lastmod"] = Changed,
        ["lastmodified"] = Changed,
        ["lastupdate"] = Changed,
        ["lastupdated"] = Changed,
        ["modified"] = Changed,
        ["updated"] = Changed,
        ["lastreviewed"] = Reviewed,
        ["reviewdate"] = Reviewed,
        ["author"] = Owner,
        ["authors"] = Owner,
        ["layout"] = Kind,
        ["template"] = Kind,
        ["type"] = Kind,
        ["permalink"] = Address,
        ["slug"] = Address,
        ["url"] = Address,
        ["weight"] = Order,
        ["navorder"] = Order,
        ["sidebarposition"] = Order,
        ["summary"] = Description,
        ["excerpt"] = Description,
        ["subtitle"] = Description,
        ["categories"] = Tags,
        ["category"] = Tags,
        ["keywords"] = Tags,
        ["tag"] = Tags,
        ["linktitle"] = Title,
        ["navtitle"] = Title,
        ["sidebarlabel"] = Title,
        ["sidebartitle"] = Title,
        ["id"] = Xref,
        ["uid"] = Xref,
        ["noindex"] = Search,
        ["searchexclude"] = Search,
        ["hidden"] = Excluded,
        ["unlisted"] = Excluded,
        ["navexclude"] = Excluded,
        ["alias"] = Aliases,
        ["aliases"] = Aliases,
    };

    private static readonly HashSet<string> Own = new(
        Enum.GetValues<PageKind>().SelectMany(k => KindForms.Get(k).Keys).Select(k => Bare(k.Name)),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>True for a key of this tool or of another one.</summary>
    public static bool IsKnown(string name) =>
        Bare(name) is var bare && (Own.Contains(bare) || Others.ContainsKey(bare));

    /// <summary>
    /// A sentence that names the key of this tool to use instead, or null if there is none for this purpose.
    /// </summary>
    public static string? AdviceFor(string name) => Others.GetValueOrDefault(Bare(name));

    private static string Bare(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
