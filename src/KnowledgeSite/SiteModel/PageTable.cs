using System.Collections;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The pages of a site in the order of their paths, to be found by path and by address. Pages that have come in the
/// places of others share the tables of those.
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

    /// <summary>Null where there is none.</summary>
    public SitePage? At(SourcePath path) => _byPath.TryGetValue(path, out var number) ? _pages[number] : null;

    /// <inheritdoc cref="At(SourcePath)"/>
    public SitePage? At(SitePath address) => _byAddress.TryGetValue(address, out var number) ? _pages[number] : null;

    /// <summary>The place of a path in the list; -1 where no page has it.</summary>
    public int NumberOf(SourcePath path) => _byPath.GetValueOrDefault(path, -1);

    public IEnumerator<SitePage> GetEnumerator() => _pages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <param name="pages">Pages with the same paths and addresses, in the same order.</param>
    internal PageTable With(IReadOnlyList<SitePage> pages) => new(pages, _byPath, _byAddress);

    /// <summary>No page has come, gone or moved.</summary>
    internal bool HasPlacesOf(PageTable other) => ReferenceEquals(_byPath, other._byPath);

    /// <summary>The pages that another table with the same places has other states of, each with that state.</summary>
    internal IEnumerable<(SitePage Before, SitePage After)> ChangedSince(PageTable earlier)
    {
        for (var i = 0; i < Count; i++)
            if (!ReferenceEquals(_pages[i], earlier._pages[i]))
                yield return (earlier._pages[i], _pages[i]);
    }
}
