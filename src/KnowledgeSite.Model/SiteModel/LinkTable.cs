using KnowledgeSite.Content;
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
    internal LinkTable(PageTable pages, SitePage? list, IReadOnlyList<PageLinks> links)
    {
        _pages = pages;
        _list = list?.Path;
        _links = links;
    }

    /// <summary>The links of the documents that are made from templates.</summary>
    internal IReadOnlyDictionary<SitePage, PageLinks> Documents { get; init; } = new Dictionary<SitePage, PageLinks>();

    internal IEnumerable<ResolvedLink> All => _links.Concat(Documents.Values).SelectMany(l => l.Links);

    /// <summary>The files that pages refer to, including those that are not allowed.</summary>
    public IEnumerable<SourcePath> Files => _links.Concat(Documents.Values).SelectMany(l => l.Files);

    /// <summary>The broken links of each page.</summary>
    internal IEnumerable<IReadOnlyList<BrokenLink>> Broken => _links.Select(l => l.Broken);

    internal IReadOnlyList<ResolvedLink> this[SourcePath path] =>
        At(path == _list ? _pages.Count : _pages.NumberOf(path));

    /// <summary>The links of a page of an author or of a document.</summary>
    internal IReadOnlyList<ResolvedLink> this[SitePage page] =>
        Documents.TryGetValue(page, out var links) ? links.Links : this[page.Path];

    internal ResolvedLink[] At(int number) => _links[number].Links;
}

/// <summary>A resolved link.</summary>
public abstract record ResolvedLink
{
    /// <summary>An external link, a broken link, or another link that is kept as the author wrote it.</summary>
    public sealed record AsWritten(string Target) : ResolvedLink;

    /// <summary>A link to a place on this site.</summary>
    /// <param name="Suffix">Query and fragment, including <c>?</c> and <c>#</c>, percent-encoded; empty if there are
    /// none.</param>
    /// <param name="Title">The title of the page, or the name of the file.</param>
    /// <param name="IsSamePage">True if the target is on the same page, so that only the fragment is written.</param>
    public sealed record Internal(SitePath Address, string Suffix, string Title, bool IsSamePage) : ResolvedLink;
}

/// <summary>A link without a target.</summary>
/// <param name="Wanted">The path, name or fragment that was looked for.</param>
/// <param name="Target">The page, if it was found and only the fragment is missing; otherwise null.</param>
internal sealed record BrokenLink(SitePage Page, PageLink Link, BrokenLink.What Kind, string Wanted, SitePage? Target)
{
    internal enum What
    {
        Path,
        Wiki,
        Xref,
        Fragment,
    }
}

/// <summary>The targets of the links of one page.</summary>
/// <param name="Files">The files that the page refers to.</param>
internal sealed record PageLinks(
    ResolvedLink[] Links,
    IReadOnlyList<BrokenLink> Broken,
    IReadOnlyList<SourcePath> Files
);
