using System.Collections;
using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The pages of a site sorted by path, with O(1) lookup by path and by address. A table with replaced pages shares the
/// lookup tables of the original.
/// </summary>
public sealed class PageTable : IReadOnlyList<SitePage>
{
    private readonly IReadOnlyList<SitePage> _pages;
    private readonly Dictionary<SourcePath, int> _byPath;
    private readonly Dictionary<SitePath, int> _byAddress;

    private PageTable(
        IReadOnlyList<SitePage> pages,
        Dictionary<SourcePath, int> byPath,
        Dictionary<SitePath, int> byAddress
    )
    {
        _pages = pages;
        _byPath = byPath;
        _byAddress = byAddress;
    }

    /// <inheritdoc />
    public int Count => _pages.Count;

    /// <inheritdoc />
    public SitePage this[int index] => _pages[index];

    internal static PageTable Create(IReadOnlyList<SitePage> pages)
    {
        var byPath = new Dictionary<SourcePath, int>(pages.Count);
        var byAddress = new Dictionary<SitePath, int>(pages.Count);
        for (var i = 0; i < pages.Count; i++)
        {
            byPath.Add(pages[i].Path, i);
            byAddress.Add(pages[i].Address, i);
        }

        return new(pages, byPath, byAddress);
    }

    /// <summary>The page at this path; null if there is none.</summary>
    public SitePage? At(SourcePath path) => _byPath.TryGetValue(path, out var number) ? _pages[number] : null;

    /// <inheritdoc cref="At(SourcePath)"/>
    public SitePage? At(SitePath address) => _byAddress.TryGetValue(address, out var number) ? _pages[number] : null;

    /// <summary>The index of the page with this path; -1 if there is none.</summary>
    public int NumberOf(SourcePath path) => _byPath.GetValueOrDefault(path, -1);

    /// <inheritdoc />
    public IEnumerator<SitePage> GetEnumerator() => _pages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <param name="pages">Pages with the same paths and addresses, in the same order.</param>
    internal PageTable With(IReadOnlyList<SitePage> pages) => new(pages, _byPath, _byAddress);

    /// <summary>True if no page was added, removed or moved between the two tables.</summary>
    internal bool HasPlacesOf(PageTable other) => ReferenceEquals(_byPath, other._byPath);

    /// <summary>The pages that differ between two tables with the same paths, each in both versions.</summary>
    internal IEnumerable<(SitePage Before, SitePage After)> ChangedSince(PageTable earlier)
    {
        for (var i = 0; i < Count; i++)
            if (!ReferenceEquals(_pages[i], earlier._pages[i]))
                yield return (earlier._pages[i], _pages[i]);
    }
}

/// <summary>A page that an author wrote, with its address on the site.</summary>
/// <param name="Folder">The folder in which the page is shown; for a folder's own page, that folder.</param>
/// <param name="IsFolderPage">True if the page has the folder's address.</param>
public sealed record SitePage(Page Content, SitePath Address, SourcePath Folder, bool IsFolderPage)
{
    internal SourcePath Path => Content.Path;

    /// <summary>The address of the page's text as Markdown.</summary>
    public SitePath MarkdownFile => _markdownFile ??= Address.Append("index.md");

    private SitePath? _markdownFile;

    internal string Title => Content.Title;

    /// <summary>Pages are compared by reference; comparing by value would compare their whole text.</summary>
    public bool Equals(SitePage? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Path.GetHashCode();
}

/// <summary>The published pages, and for the others the reason why they are not published.</summary>
internal sealed record PageSelection(IReadOnlyList<Page> Published, IReadOnlyDictionary<SourcePath, string> LeftOut)
{
    public static PageSelection Create(IReadOnlyList<Page> pages, IEnumerable<SourcePath> sources, DateOnly today)
    {
        var leftOut = new Dictionary<SourcePath, string>();
        var published = new List<Page>(pages.Count);
        foreach (var page in pages)
        {
            if (Reason(page, today) is { } reason)
                leftOut.Add(page.Path, reason);
            else
                published.Add(page);
        }

        foreach (var path in sources.Where(p => p.MayBePage).Except(pages.Select(p => p.Path)))
            leftOut.TryAdd(
                path,
                PagePath.IsPage(path) ? "it cannot be read" : "its name, or its folder's, begins with '_'"
            );
        return new(published, leftOut);
    }

    private static string? Reason(Page page, DateOnly today) =>
        page.FrontMatter switch
        {
            { DraftLine: { } line } => $"it is marked '{line}'",
            { Excluded: true } => "it is excluded",
            { Published: { } day } when day > today => $"its date is {day:yyyy-MM-dd}",
            _ => null,
        };
}
