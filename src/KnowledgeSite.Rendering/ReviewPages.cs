using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering;

/// <summary>
/// The pages with review dates, by owner and by date. If they do not fit on one page, each owner gets pages of their
/// own.
/// </summary>
internal sealed class ReviewPages(Site site, FrameFactory frames)
{
    public static readonly SitePath Address = GeneratedPages.Review;

    private const int MaxOnOnePage = 400;
    private const int MaxPerPart = 200;
    private const int MaxNames = 5;

    private static readonly SitePath DateAddress = Address.Append("-by-date/");

    private UiStrings Text => site.Settings.Text;

    private readonly IReadOnlyList<SitePage> _pages =
    [
        .. site.Pages.Where(p =>
            site.Settings.IsPrepared || p.Content.FrontMatter is not { Owner: null, Reviewed: null, ReviewIn: null }
        ),
    ];

    private readonly Lazy<Dictionary<string, int>> _titles = new(() =>
        site
            .Pages.CountBy(p => p.Title, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StringComparer.OrdinalIgnoreCase)
    );

    public IEnumerable<(SitePath Address, Func<PageView> View)> All
    {
        get
        {
            var owners = _pages
                .GroupBy(p => p.Content.FrontMatter.Owner ?? Text.NoOwner, StringComparer.Ordinal)
                .OrderBy(g => g.Key == Text.NoOwner)
                .ThenBy(g => g.Key, NaturalOrder.Comparer)
                .ToList();
            var ids = Ids(owners.Select(o => o.Key));
            var onOnePage = _pages.Count <= MaxOnOnePage;
            var whole = owners.Select(o => new ReviewGroupView(
                o.Key,
                ids[o.Key],
                o.Count(),
                onOnePage ? null : new(o.Key, AddressOf(ids[o.Key])),
                onOnePage ? [.. InOrder(o).Select(p => Row(p, false))] : []
            ));
            return
            [
                (Address, () => View(Address, Text.Reviews, false, [.. whole], [])),
                .. Parts(DateAddress, Text.ReviewsByDate, true, _pages),
                .. onOnePage
                    ? []
                    : owners.SelectMany(o => Parts(AddressOf(ids[o.Key]), Text.ReviewsOf(o.Key), false, [.. o])),
            ];
        }
    }

    public static string Names(IReadOnlyList<string> people, UiStrings text) =>
        people.Count <= MaxNames
            ? string.Join(text.ListSeparator, people)
            : text.Join([.. people.Take(MaxNames - 1), text.OthersCount(people.Count - MaxNames + 1)]);

    /// <summary>
    /// The sort key: pages that were never reviewed, then by the date of the next review, then pages without one.
    /// </summary>
    private static DateOnly Urgency(SitePage page) =>
        page.Content.FrontMatter.Reviewed is null
            ? DateOnly.MinValue
            : page.Content.FrontMatter.ReviewBy ?? DateOnly.MaxValue;

    private static IEnumerable<SitePage> InOrder(IEnumerable<SitePage> pages) =>
        pages.OrderBy(Urgency).ThenBy(p => p.Title, NaturalOrder.Comparer).ThenBy(p => p.Path);

    /// <summary>Splits the list into parts. Pages are sorted when a part is requested.</summary>
    private IEnumerable<(SitePath Address, Func<PageView> View)> Parts(
        SitePath first,
        string title,
        bool isByDate,
        IReadOnlyList<SitePage> pages
    )
    {
        var parts = new Lazy<List<SitePage[]>>(() => [.. InOrder(pages).Chunk(MaxPerPart).DefaultIfEmpty([])]);
        var starts = Enumerable
            .Range(0, Math.Max(1, (pages.Count + MaxPerPart - 1) / MaxPerPart))
            .Select(i => i * MaxPerPart);
        var links = starts
            .Select(
                (start, i) =>
                    new LinkView(
                        $"{start + 1}–{Math.Min(start + MaxPerPart, pages.Count)}",
                        i == 0 ? first : first.Append($"-{i + 1}/")
                    )
            )
            .ToList();
        return links.Select(
            (link, i) =>
                (
                    link.Address,
                    (Func<PageView>)(
                        () =>
                            View(
                                link.Address,
                                title,
                                isByDate,
                                [
                                    new(
                                        title,
                                        "list",
                                        parts.Value[i].Length,
                                        null,
                                        [.. parts.Value[i].Select(p => Row(p, isByDate))]
                                    ),
                                ],
                                links.Count > 1 ? links : []
                            )
                    )
                )
        );
    }

    private ReviewView View(
        SitePath address,
        string title,
        bool isByDate,
        IReadOnlyList<ReviewGroupView> groups,
        IReadOnlyList<LinkView> parts
    ) =>
        new(
            Frame: address == Address
                ? frames.ForGenerated(address, title, Text.ReviewAbout)
                : frames.ForGenerated(address, title, Text.ReviewAbout, new LinkView(Text.Reviews, Address)),
            Title: title,
            IsByDate: isByDate,
            ByOwner: new(Text.ByOwner, Address),
            ByDate: new(Text.ByDate, DateAddress),
            Groups: groups,
            Parts: parts,
            Unnamed: site.Pages.Count - _pages.Count,
            HasHistory: site.History.Changes.Count > 0
        );

    /// <summary>The title, with the folder if another page has the same title.</summary>
    private string LabelOf(SitePage page) =>
        _titles.Value[page.Title] == 1 || page.Path.Folder.IsRoot
            ? page.Title
            : $"{page.Title} ({SearchPageFactory.FolderOf(site, page)})";

    private ReviewRowView Row(SitePage page, bool namesOwner)
    {
        var frontMatter = page.Content.FrontMatter;
        var by = page.Content.FrontMatter.ReviewBy;
        return new(
            new(LabelOf(page), page.Address),
            namesOwner ? frontMatter.Owner : null,
            frontMatter.Reviewed,
            by,
            by < site.Today,
            site.History.Find(page) is { } changes && changes.IsAfterReview(frontMatter) ? changes.Last : null
        );
    }

    private static Dictionary<string, string> Ids(IEnumerable<string> owners)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var owner in owners)
        {
            var slug = SitePath.Slug(owner);
            for (var id = slug; !ids.ContainsKey(owner); id = $"{slug}-{taken.Count}")
                if (taken.Add(id))
                    ids[owner] = id;
        }

        return ids;
    }

    /// <summary>
    /// The address of an owner's page. It contains a segment that begins with a hyphen, which no page of an author can
    /// have.
    /// </summary>
    private static SitePath AddressOf(string id) => Address.Append($"-of-{id}/");
}

/// <summary>The review dates of pages: the last review and the next one.</summary>
/// <param name="IsByDate">True for one list by date; false for one list per owner.</param>
/// <param name="Parts">All parts of a split list, including this one; otherwise empty.</param>
/// <param name="Unnamed">The number of pages with neither an owner nor a review, which are in no list.</param>
/// <param name="HasHistory">True if the dates of changes are known.</param>
public sealed record ReviewView(
    FrameView Frame,
    string Title,
    bool IsByDate,
    LinkView ByOwner,
    LinkView ByDate,
    IReadOnlyList<ReviewGroupView> Groups,
    IReadOnlyList<LinkView> Parts,
    int Unnamed,
    bool HasHistory
) : PageView(Frame);

/// <param name="Address">The page that contains the rows; null if they are on this page.</param>
public sealed record ReviewGroupView(
    string Title,
    string Id,
    int Count,
    LinkView? Address,
    IReadOnlyList<ReviewRowView> Rows
);

/// <param name="By">The date by which the page must be reviewed; null if none is set.</param>
/// <param name="IsOverdue">True if it was overdue on the day of the build; a script updates it for the reader's
/// date.</param>
/// <param name="ChangedOn">Null if the page was not changed since its review.</param>
public sealed record ReviewRowView(
    LinkView Page,
    string? Owner,
    DateOnly? Reviewed,
    DateOnly? By,
    bool IsOverdue,
    DateOnly? ChangedOn
);
