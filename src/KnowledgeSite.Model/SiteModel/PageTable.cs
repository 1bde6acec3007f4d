using System.Collections;
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
    ) => (_pages, _byPath, _byAddress) = (pages, byPath, byAddress);

    public int Count => _pages.Count;

    public SitePage this[int index] => _pages[index];

    internal static PageTable Create(IReadOnlyList<SitePage> pages)
    {
        var (byPath, byAddress) = (
            new Dictionary<SourcePath, int>(pages.Count),
            new Dictionary<SitePath, int>(pages.Count)
        );
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
