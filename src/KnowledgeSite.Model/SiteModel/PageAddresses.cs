using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Assigns an address to each page. If two pages have the same address, the first wins: index, _index, README, a page
/// beside the folder, then by path. A README beside another page of its folder gets an address of its own.
/// </summary>
/// <remarks>Input and output are sorted by path.</remarks>
internal static class PageAddresses
{
    public static IReadOnlyList<SitePage> Assign(IReadOnlyList<Page> pages, DiagnosticBag diagnostics)
    {
        var folders = pages.SelectMany(p => Ancestors(p.Path.Folder)).ToHashSet();
        var taken = new Dictionary<SitePath, SitePage>();
        var placed = pages.Select(p => Place(p, folders)).ToArray();
        foreach (
            var i in Enumerable.Range(0, placed.Length).OrderBy(i => Rank(placed[i])).ThenBy(i => HasSymbols(placed[i]))
        )
        {
            if (taken.TryAdd(placed[i].Address, placed[i]))
                continue;
            if (
                (WithSymbolsSpelledOut(placed[i]) ?? WithNameOfFile(placed[i])) is { } other
                && taken.TryAdd(other.Address, other)
            )
                placed[i] = other;
            else if (!IsPairedText(placed[i], taken[placed[i].Address]))
                diagnostics.Add(
                    Diagnostic.At(
                        LinkRules.SameAddress,
                        placed[i].Path,
                        $"'{taken[placed[i].Address].Path}'",
                        placed[i].Address
                    )
                );
        }

        return [.. placed.Where(p => taken[p.Address] == p)];
    }

    /// <summary>
    /// True if Jupytext writes the page from a notebook beside it, or the notebook from the page. The notebook is
    /// shown, because it has the outputs.
    /// </summary>
    private static bool IsPairedText(SitePage page, SitePage other) =>
        other.Path.IsNotebook
        && page.Content.Source.Text is { } text
        && text.Value.AsSpan(0, page.Content.Body.MarkdownStart).Contains("jupytext:", StringComparison.Ordinal);

    /// <summary>
    /// True if the page's name contains symbols that are dropped from its address. Of <c>C.md</c> and <c>C#.md</c>, the
    /// first keeps the address /c/.
    /// </summary>
    private static bool HasSymbols(SitePage page) =>
        !page.IsFolderPage
        && SitePath.SpelledSlug(page.Path.NameWithoutExtension) != SitePath.Slug(page.Path.NameWithoutExtension);

    /// <summary>The page with the symbols in its address spelled out; null if there are none.</summary>
    private static SitePage? WithSymbolsSpelledOut(SitePage page) =>
        HasSymbols(page)
            ? page with
            {
                Address = SitePath
                    .OfPage(page.Path.Folder)
                    .Append(SitePath.SpelledSlug(page.Path.NameWithoutExtension) + "/"),
            }
            : null;

    /// <summary>
    /// A page with its file name as the last segment of its address, for a README beside an <c>index.md</c>: other
    /// tools show the README in the repository and publish <c>index.md</c>. Null for pages with other names.
    /// </summary>
    private static SitePage? WithNameOfFile(SitePage page) =>
        page.Path.NameWithoutExtension.Equals("readme", StringComparison.OrdinalIgnoreCase)
            ? page with
            {
                Address = SitePath.OfPage(page.Path.WithoutExtension()),
                IsFolderPage = false,
            }
            : null;

    /// <summary>The address of a page at this path, unless another page has it.</summary>
    public static SitePath DefaultAddressOf(SourcePath path) =>
        SitePath.OfPage(PagePath.IsFolderPage(path) ? path.Folder : path.WithoutExtension());

    public static IEnumerable<SourcePath> Ancestors(SourcePath folder)
    {
        for (var path = folder; !path.IsRoot; path = path.Folder)
            yield return path;
        yield return SourcePath.Root;
    }

    private static SitePage Place(Page page, HashSet<SourcePath> folders)
    {
        if (PagePath.IsFolderPage(page.Path))
            return new(page, SitePath.OfPage(page.Path.Folder), page.Path.Folder, true);
        var path = page.Path.WithoutExtension();
        return folders.Contains(path)
            ? new(page, SitePath.OfPage(path), path, true)
            : new(page, SitePath.OfPage(path), page.Path.Folder, false);
    }

    private static int Rank(SitePage page)
    {
        if (!page.IsFolderPage)
            return 4;
        return page.Path.NameWithoutExtension.ToLowerInvariant() switch
        {
            "index" => 0,
            "_index" => 1,
            "readme" => 2,
            _ => 3,
        };
    }
}
