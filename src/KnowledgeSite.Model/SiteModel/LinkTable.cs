using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>The resolved links of each page, in the order of <see cref="Content.PageBody.Links"/>.</summary>
public sealed class LinkTable
{
    private readonly PageTable _pages;
    private readonly SourcePath? _list;
    private readonly IReadOnlyList<PageLinks> _links;

    /// <param name="list">The sources page, which is not in <paramref name="pages"/>; its links come last. Null if
    /// there is none.</param>
    internal LinkTable(PageTable pages, SitePage? list, IReadOnlyList<PageLinks> links) =>
        (_pages, _list, _links) = (pages, list?.Path, links);

    public IEnumerable<ResolvedLink> All => _links.SelectMany(l => l.Links);

    /// <summary>The files that pages refer to, including those that are not allowed.</summary>
    public IEnumerable<SourcePath> Files => _links.SelectMany(l => l.Files);

    public IReadOnlyList<ResolvedLink> this[SourcePath path] =>
        At(path == _list ? _pages.Count : _pages.NumberOf(path));

    internal ResolvedLink[] At(int number) => _links[number].Links;
}
