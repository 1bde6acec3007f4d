using System.Globalization;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering;

/// <summary>
/// The search page with an alphabetical index, and a page per letter if the index is too long for one page.
/// </summary>
internal sealed class SearchPageFactory(Site site, FrameFactory frames)
{
    public static readonly SitePath Address = GeneratedPages.Search;

    private const string NoLetter = "0–9";
    private const int MaxOnOnePage = 400;

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
                        frames.ForGenerated(Address, Text.Search, Text.SearchAbout),
                        [.. _letters.Select(Letter)]
                    )
            ),
            .. IsOnOnePage ? [] : _letters.SelectMany(LetterPages),
        ];

    private UiStrings Text => site.Settings.Text;

    private bool IsOnOnePage => _letters.Sum(l => l.Count()) <= MaxOnOnePage;

    private LetterView Letter(IGrouping<string, SitePage> pages) =>
        IsOnOnePage
            ? new(pages.Key, null, new([.. Entries(pages)], []))
            : new(pages.Key, AddressOf(pages.Key), EntryListView.Empty);

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
                                    Text.PagesOfLetter(pages.Key),
                                    Text.PagesOfLetterAbout(pages.Key),
                                    new LinkView(Text.Search, Address)
                                ),
                                Text.PagesOfLetter(pages.Key),
                                part.View()
                            )
                    )
                )
            );

    /// <summary>The pages sorted by title. If pages share a title, each shows its folder.</summary>
    private IEnumerable<EntryView> Entries(IGrouping<string, SitePage> pages)
    {
        var titles = pages
            .CountBy(p => p.Title, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        return pages
            .OrderBy(p => p.Title, StringComparer.OrdinalIgnoreCase)
            .ThenBy(p => p.Address)
            .Select(p => new EntryView(
                titles[p.Title] > 1 ? $"{p.Title} ({FolderOf(site, p)})" : p.Title,
                p.Address,
                p.Content.Summary,
                null
            ));
    }

    /// <summary>The names of the folders of a page, to tell pages with the same title apart.</summary>
    internal static string FolderOf(Site site, SitePage page) =>
        string.Join(
            " › ",
            PageAddresses.Ancestors(page.Folder).Where(f => !f.IsRoot).Reverse().Select(f => site.Folders[f].Label)
        );

    /// <summary>
    /// The address of a letter's page. It contains a segment that begins with a hyphen, which no page of an author can
    /// have.
    /// </summary>
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

/// <summary>The search page; without JavaScript, it shows an alphabetical index of the site.</summary>
/// <param name="Letters">In alphabetical order; digits and other characters come first.</param>
public sealed record SearchPageView(FrameView Frame, IReadOnlyList<LetterView> Letters) : PageView(Frame);

/// <param name="Address">The page that lists the entries; null if they are on this page.</param>
public sealed record LetterView(string Letter, SitePath? Address, EntryListView Entries);
