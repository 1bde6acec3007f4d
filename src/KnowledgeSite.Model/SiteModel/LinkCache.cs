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

/// <summary>Everything besides the link itself that determines the target and the text of a link.</summary>
/// <param name="Pages">The pages whose links are resolved, including the page of the bibliography.</param>
internal sealed record LinkContext(IReadOnlyList<SitePage> Pages, LinkIndex Index, SiteSettings Settings)
{
    public bool NamesTheSameAs(LinkContext other) =>
        Settings.BaseUrl == other.Settings.BaseUrl
        && Settings.IsPrepared == other.Settings.IsPrepared
        && Same(Pages, other.Pages, HaveSameNames)
        && Same(Index.Assets.Files, other.Index.Assets.Files, ReferenceEquals)
        && Same(
            Index.GeneratedPages,
            other.Index.GeneratedPages,
            (a, b) => a.Address == b.Address && a.Ids.SequenceEqual(b.Ids)
        )
        && Same(
            Index.Terms,
            other.Index.Terms,
            (a, b) => ReferenceEquals(a.Written, b.Written) && a.Page.Path == b.Page.Path
        )
        && Index.Works.Works.SequenceEqual(other.Index.Works.Works)
        && Index.LeftOut.Count == other.Index.LeftOut.Count
        && Index.LeftOut.All(l => other.Index.LeftOut.GetValueOrDefault(l.Key) == l.Value)
        && Index.Folders.Count == other.Index.Folders.Count
        && Index.Folders.All(f =>
            other.Index.Folders.TryGetValue(f.Key, out var folder)
            && f.Value.Address == folder.Address
            && f.Value.Label == folder.Label
            && f.Value.Page?.Path == folder.Page?.Path
        );

    private static bool HaveSameNames(SitePage a, SitePage b)
    {
        if (ReferenceEquals(a, b))
            return true;
        if (
            a.Path != b.Path
            || a.Address != b.Address
            || a.Folder != b.Folder
            || a.IsFolderPage != b.IsFolderPage
            || a.Title != b.Title
        )
            return false;
        var (page, other) = (a.Content, b.Content);
        return page.FrontMatter.Kind == other.FrontMatter.Kind
            && page.FrontMatter.Xref?.Value == other.FrontMatter.Xref?.Value
            && page.FrontMatter.AlsoCalled.Select(n => n.Value)
                .SequenceEqual(other.FrontMatter.AlsoCalled.Select(n => n.Value))
            && page.FrontMatter.RedirectFrom.Select(r => r.Value)
                .SequenceEqual(other.FrontMatter.RedirectFrom.Select(r => r.Value))
            && page.Body.Title?.Id == other.Body.Title?.Id
            && page.Body.Ids.AsSpan().SequenceEqual(other.Body.Ids)
            && page.Body.Labels.SequenceEqual(other.Body.Labels)
            && page.Outline.SequenceEqual(other.Outline)
            && Same(page.Cells, other.Cells, (x, y) => LinkIndex.IdsOf(x).SequenceEqual(LinkIndex.IdsOf(y)));
    }

    private static bool Same<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T, T, bool> areSame)
    {
        if (a.Count != b.Count)
            return false;
        for (var i = 0; i < a.Count; i++)
            if (!areSame(a[i], b[i]))
                return false;
        return true;
    }
}
