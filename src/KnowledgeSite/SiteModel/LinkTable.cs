using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>What the links of each page lead to, in the order of <see cref="Content.PageBody.Links"/>.</summary>
public sealed class LinkTable
{
    private readonly PageTable _pages;
    private readonly SourcePath? _list;
    private readonly IReadOnlyList<PageLinks> _links;

    /// <param name="list">The list of sources, which is none of the pages; its links come last. Null where there is
    /// none.</param>
    internal LinkTable(PageTable pages, SitePage? list, IReadOnlyList<PageLinks> links) =>
        (_pages, _list, _links) = (pages, list?.Path, links);

    public IEnumerable<ResolvedLink> All => _links.SelectMany(l => l.Links);

    /// <summary>The files that pages refer to, those that may not be shown among them.</summary>
    public IEnumerable<SourcePath> Files => _links.SelectMany(l => l.Files);

    public IReadOnlyList<ResolvedLink> this[SourcePath path] =>
        At(path == _list ? _pages.Count : _pages.NumberOf(path));

    internal ResolvedLink[] At(int number) => _links[number].Links;
}
