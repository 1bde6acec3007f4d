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
    private readonly StepCache<Page, PageLinks> _links = new();
    private LinkContext? _latest;

    /// <param name="resolve">Resolves the links of one page.</param>
    public PageLinks[] Resolve(
        LinkContext links,
        Func<SitePage, DiagnosticBag, PageLinks> resolve,
        ModuleContext context
    )
    {
        if (_latest?.NamesTheSameAs(links) != true)
            _links.Forget();
        var pages = links.Pages;
        var resolved = _links.Run([.. pages.Select(p => p.Content)], (i, own) => resolve(pages[i], own), context);
        _latest = links;
        return resolved!;
    }
}

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
        var page = a.Content;
        var other = b.Content;
        return page.FrontMatter.Kind == other.FrontMatter.Kind
            && page.FrontMatter.Xref?.Value == other.FrontMatter.Xref?.Value
            && page.FrontMatter.AlsoCalled.Select(n => n.Value)
                .SequenceEqual(other.FrontMatter.AlsoCalled.Select(n => n.Value))
            && page.FrontMatter.RedirectFrom.Select(r => r.Value)
                .SequenceEqual(other.FrontMatter.RedirectFrom.Select(r => r.Value))
            && page.FrontMatter.OtherAddresses.SequenceEqual(other.FrontMatter.OtherAddresses)
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
