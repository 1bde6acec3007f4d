using System.Globalization;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>The search page, and the pages of its letters where the site is too large to stand on one.</summary>
internal sealed class SearchPageFactory(Site site, FrameFactory frames)
{
    public static readonly SitePath Address = BuiltInPages.Search;

    private const string NoLetter = "0–9";
    private const int MostOnOnePage = 400;

    private readonly IReadOnlyList<IGrouping<string, SitePage>> _letters =
    [
        .. site
            .Pages.Where(p => p.Content.FrontMatter.Search)
            .GroupBy(p => LetterOf(p.Title), StringComparer.Ordinal)
            .OrderBy(g => g.Key == NoLetter ? "" : g.Key, StringComparer.Ordinal),
    ];

    public IEnumerable<(SitePath Address, Func<PageView> View)> All =>
        [
            (
                Address,
                () =>
                    new SearchPageView(
                        frames.ForGenerated(Address, "Search", "Search all pages, or find one by its first letter."),
                        [.. _letters.Select(Letter)]
                    )
            ),
            .. IsOnOnePage ? [] : _letters.SelectMany(LetterPages),
        ];

    private bool IsOnOnePage => _letters.Sum(l => l.Count()) <= MostOnOnePage;

    private LetterView Letter(IGrouping<string, SitePage> pages) =>
        IsOnOnePage
            ? new(pages.Key, null, pages.Count(), new([.. Entries(pages)], []))
            : new(pages.Key, AddressOf(pages.Key), pages.Count(), EntryListView.Empty);

    private IEnumerable<(SitePath Address, Func<PageView> View)> LetterPages(IGrouping<string, SitePage> pages) =>
        EntryListView
            .PartsOf(AddressOf(pages.Key), pages.Count(), () => [.. Entries(pages)])
            .Select(part =>
                (
                    part.Address,
                    (Func<PageView>)(
                        () =>
                            new ListView(
                                frames.ForGenerated(
                                    part.Address,
                                    $"Pages from A to Z: {pages.Key}",
                                    $"All pages whose titles begin with {pages.Key}.",
                                    new LinkView("Search", Address)
                                ),
                                $"Pages from A to Z: {pages.Key}",
                                part.View()
                            )
                    )
                )
            );

    /// <summary>By title. Where two pages have one title, each says where it lies.</summary>
    private IEnumerable<EntryView> Entries(IGrouping<string, SitePage> pages)
    {
        var titles = pages
            .CountBy(p => p.Title, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        return pages
            .OrderBy(p => p.Title, StringComparer.OrdinalIgnoreCase)
            .ThenBy(p => p.Address)
            .Select(p => new EntryView(
                titles[p.Title] > 1 ? $"{p.Title} ({Place(p)})" : p.Title,
                p.Address,
                p.Content.Summary,
                null
            ));
    }

    private string Place(SitePage page) =>
        string.Join(
            " › ",
            PageAddresses.Ancestors(page.Folder).Where(f => !f.IsRoot).Reverse().Select(f => site.Folders[f].Label)
        );

    /// <summary>No name of a file makes an address that begins with a dash, so no page can stand there.</summary>
    private static SitePath AddressOf(string letter) =>
        Address.Append($"-{(letter == NoLetter ? "0" : SitePath.Slug(letter))}/");

    private static string LetterOf(string title)
    {
        var text = title.AsSpan().TrimStart("\"'“‘«([ ");
        if (text.IsEmpty || !char.IsLetter(text[0]))
            return NoLetter;
        return char.ToUpper(text[0], CultureInfo.InvariantCulture).ToString();
    }
}
