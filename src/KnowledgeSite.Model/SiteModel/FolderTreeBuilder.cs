using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>Builds the folder tree of a site from its pages.</summary>
internal sealed class FolderTreeBuilder
{
    private readonly Dictionary<SourcePath, FolderSettings> _settings;
    private readonly Dictionary<SourcePath, SitePage> _folderPages;
    private readonly ILookup<SourcePath, SitePage> _pages;
    private readonly ILookup<SourcePath, SourcePath> _children;
    private readonly Dictionary<SourcePath, SiteFolder> _built = [];

    private FolderTreeBuilder(IReadOnlyList<SitePage> pages, IReadOnlyList<FolderSettings> settings)
    {
        _settings = settings.ToDictionary(s => s.Folder);
        _folderPages = pages.Where(p => p.IsFolderPage).ToDictionary(p => p.Folder);
        _pages = pages.Where(p => !p.IsFolderPage).ToLookup(p => p.Folder);
        _children = pages
            .SelectMany(p => PageAddresses.Ancestors(p.Folder))
            .Where(f => !f.IsRoot)
            .Distinct()
            .ToLookup(f => f.Folder);
    }

    /// <summary>All folders that contain a page, by path, including the input folder.</summary>
    public static IReadOnlyDictionary<SourcePath, SiteFolder> Build(
        IReadOnlyList<SitePage> pages,
        IReadOnlyList<FolderSettings> settings,
        string siteTitle
    )
    {
        var builder = new FolderTreeBuilder(pages, settings);
        builder.Build(SourcePath.Root, siteTitle);
        return builder._built;
    }

    /// <summary>
    /// The folder tree after some pages were replaced by new versions. Folders without a replaced page stay the same
    /// objects.
    /// </summary>
    public static IReadOnlyDictionary<SourcePath, SiteFolder> After(
        IReadOnlyDictionary<SourcePath, SiteFolder> folders,
        IEnumerable<(SitePage Before, SitePage After)> pages
    )
    {
        var after = new Dictionary<SourcePath, SiteFolder>(folders);
        var changed = pages.ToDictionary(p => p.Before, p => p.After);
        // Deeper folders have longer paths and are processed first.
        foreach (
            var path in changed
                .Keys.SelectMany(p => PageAddresses.Ancestors(p.Folder))
                .Distinct()
                .OrderByDescending(p => p.Value.Length)
        )
        {
            var before = after[path];
            after[path] = before with
            {
                Page = before.Page is null ? null : changed.GetValueOrDefault(before.Page, before.Page),
                Entries =
                [
                    .. before.Entries.Select(e =>
                        e.Folder is { } inner
                            ? Entry(e, e.Page, after[inner.Path])
                            : Entry(e, changed.GetValueOrDefault(e.Page!, e.Page!), null)
                    ),
                ],
            };
        }

        return after;
    }

    private static FolderEntry Entry(FolderEntry before, SitePage? page, SiteFolder? folder) =>
        ReferenceEquals(before.Page, page) && ReferenceEquals(before.Folder, folder) ? before : new(page, folder);

    private SiteFolder Build(SourcePath path, string name)
    {
        var settings = _settings.GetValueOrDefault(path);
        var page = _folderPages.GetValueOrDefault(path);
        var entries = _children[path]
            .Select(c => new FolderEntry(null, Build(c, PagePath.ToTitle(c))))
            .Concat(_pages[path].Select(p => new FolderEntry(p, null)))
            .OrderBy(e => e.Order)
            .ThenBy(e => e.Name, NaturalOrder.Comparer)
            .ToList();
        var label = settings?.Label ?? page?.Title ?? name;
        var folder = new SiteFolder(
            Path: path,
            Address: SitePath.OfPage(path),
            Label: label,
            Order: settings?.Order ?? page?.Content.FrontMatter.Order,
            Collapsed: settings?.Collapsed ?? false,
            Page: page,
            Entries: entries
        );
        _built.Add(path, folder);
        return folder;
    }
}

/// <summary>
/// A folder that contains pages at any depth. It has an address even if no author wrote a page for it.
/// </summary>
/// <param name="Page">The page that an author wrote for it; null if it is generated.</param>
/// <param name="Entries">The contents in navigation order, without the folder's own page.</param>
public sealed record SiteFolder(
    SourcePath Path,
    SitePath Address,
    string Label,
    int? Order,
    bool Collapsed,
    SitePage? Page,
    IReadOnlyList<FolderEntry> Entries
)
{
    internal string Title => Page?.Title ?? Label;

    /// <summary>Folders are compared by reference, as pages are.</summary>
    public bool Equals(SiteFolder? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Path.GetHashCode();
}

/// <summary>An entry of a folder: either a page or a folder; the other one is null.</summary>
public sealed record FolderEntry(SitePage? Page, SiteFolder? Folder)
{
    internal string Label => Folder?.Label ?? Page!.Title;

    internal SitePath Address => Folder?.Address ?? Page!.Address;

    internal string? Summary => (Folder is { } folder ? folder.Page : Page)?.Content.Summary;

    internal int Order => (Folder is { } folder ? folder.Order : Page!.Content.FrontMatter.Order) ?? int.MaxValue;

    internal string Name => Folder?.Path.FileName ?? Page!.Path.NameWithoutExtension;
}

/// <summary>Natural sort order: digit runs by numeric value, letters ignoring case, then ordinal.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Comparer = new();

    public int Compare(string? a, string? b)
    {
        var x = a.AsSpan();
        var y = b.AsSpan();
        while (x.Length > 0 && y.Length > 0)
        {
            var left = Run(x);
            var right = Run(y);
            var bothDigits = char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0]);
            var order = bothDigits
                ? CompareNumbers(left, right)
                : left.CompareTo(right, StringComparison.OrdinalIgnoreCase);
            if (order != 0)
                return order;
            x = x[left.Length..];
            y = y[right.Length..];
        }

        var rest = x.Length.CompareTo(y.Length);
        return rest != 0 ? rest : string.CompareOrdinal(a, b);
    }

    private static ReadOnlySpan<char> Run(ReadOnlySpan<char> text)
    {
        var isNumber = char.IsAsciiDigit(text[0]);
        var end = 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]) == isNumber)
            end++;
        return text[..end];
    }

    private static int CompareNumbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.TrimStart('0');
        b = b.TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);
    }
}
