using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Caches the resolved links of each page. They are reused for unchanged pages as long as the set of names that links
/// can refer to is unchanged; otherwise all links are resolved again.
/// </summary>
internal sealed class LinkCache
{
    private LinkContext? _surroundings;
    private readonly ReferenceCache<Page, CachedLinks> _known = new();

    public PageLinks[] Match(
        LinkContext surroundings,
        Func<SitePage, DiagnosticBag, PageLinks> match,
        ModuleContext context
    )
    {
        if (_surroundings?.NamesTheSameAs(surroundings) != true)
            _known.Forget();
        var (pages, contents) = (surroundings.Pages, surroundings.Pages.Select(p => p.Content).ToArray());
        var known = _known.Get(contents);
        var unknown = Enumerable.Range(0, known.Length).Where(i => known[i] is null).ToList();
        foreach (var path in known.OfType<CachedLinks>().SelectMany(k => k.Links.Files).Distinct())
            surroundings.Index.Assets.Publish(path);
        EachDocument.Run(
            unknown,
            (_, i) =>
            {
                var findings = new DiagnosticBag();
                known[i] = new(match(pages[i], findings), findings.Sorted());
            },
            context.Cancellation
        );

        _surroundings = surroundings;
        _known.Keep(contents, known);
        foreach (var page in known)
            context.Diagnostics.AddRange(page!.Findings);
        return Array.ConvertAll(known, k => k!.Links);
    }

    private sealed record CachedLinks(PageLinks Links, IReadOnlyList<Diagnostic> Findings);
}

/// <param name="Files">The files that are published because the page refers to them.</param>
internal sealed record PageLinks(
    ResolvedLink[] Links,
    IReadOnlyList<BrokenLink> Broken,
    IReadOnlyList<SourcePath> Files
);
