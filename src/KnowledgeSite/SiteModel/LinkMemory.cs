using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// What the links of each page led to in the last run. As long as everything that links can name has the same names, a page that is the same has the same links;
/// else all links are matched anew.
/// </summary>
internal sealed class LinkMemory
{
    private LinkSurroundings? _surroundings;
    private Dictionary<Page, Known> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The nearest names that were looked up among the present ones.</summary>
    public Dictionary<string, string?> Nearest { get; private set; } = new(StringComparer.Ordinal);

    public PageLinks[] Match(LinkSurroundings surroundings, Func<SitePage, DiagnosticBag, PageLinks> match, ModuleContext context)
    {
        if (_surroundings is null || !_surroundings.NamesTheSameAs(surroundings)) (_known, Nearest) = (new(ReferenceEqualityComparer.Instance), new(StringComparer.Ordinal));
        var pages = surroundings.Pages;
        var known = new Known[pages.Count];
        var unknown = Enumerable.Range(0, pages.Count).Where(i => !_known.TryGetValue(pages[i].Content, out known[i]!)).ToList();
        foreach (var path in known.Where(k => k is not null).SelectMany(k => k.Links.Files).Distinct()) surroundings.Index.Assets.Publish(path);
        EachDocument.Run(unknown, (_, i) =>
        {
            var findings = new DiagnosticBag();
            known[i] = new(match(pages[i], findings), findings.Sorted());
        }, context.Cancellation);

        _surroundings = surroundings;
        foreach (var i in unknown) _known[pages[i].Content] = known[i];
        if (_known.Count > pages.Count) _known = Enumerable.Range(0, pages.Count).ToDictionary(i => pages[i].Content, i => known[i], (IEqualityComparer<Page>)ReferenceEqualityComparer.Instance);
        foreach (var page in known) context.Diagnostics.AddRange(page.Findings);
        return Array.ConvertAll(known, k => k.Links);
    }

    private sealed record Known(PageLinks Links, IReadOnlyList<Diagnostic> Findings);
}

/// <param name="Files">What of them is published because the page refers to it.</param>
internal sealed record PageLinks(ResolvedLink[] Links, IReadOnlyList<BrokenLink> Broken, IReadOnlyList<SourcePath> Files);
