using System.Buffers;
using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>The view model of a page's template.</summary>
public abstract record PageView(FrameView Frame);

/// <summary>The view model of an author's page.</summary>
/// <param name="TitleId">The id of the title's heading; null if the title does not come from a heading in the
/// text.</param>
/// <param name="TitleHtml">Inline HTML; null if the text contains its own H1.</param>
/// <param name="IsDescribed">True if an author wrote the description, so that it can be shown below the title.</param>
/// <param name="WriteBody">Writes the text as UTF-8 HTML with its links filled in.</param>
/// <param name="Entries">On a folder's page, the contents of the folder.</param>
/// <param name="Part">The generated part; null for most kinds of pages.</param>
public sealed record ArticleView(
    FrameView Frame,
    PageKind Kind,
    bool IsHome,
    string? TitleId,
    string? TitleHtml,
    bool IsDescribed,
    Action<IBufferWriter<byte>> WriteBody,
    IReadOnlyList<LinkView> Tags,
    string? Owner,
    DateOnly? Reviewed,
    DateOnly? ReviewBy,
    EntryListView Entries,
    ArticlePart? Part
) : PageView(Frame)
{
    /// <summary>The URL at which readers reach the owner; null if none is known.</summary>
    public string? Contact { get; init; }

    /// <summary>The last change; null if the history of the page is unknown.</summary>
    public ChangedView? Changed { get; init; }

    /// <summary>True if the review of the page is overdue on the date of the build.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>True if the text may contain code, which can be copied.</summary>
    public bool HasCode { get; init; }

    /// <summary>True if the text may contain tabs.</summary>
    public bool HasTabs { get; init; }

    /// <summary>True if the text may contain formulas.</summary>
    public bool HasFormulas { get; init; }

    /// <summary>The links for editing the page; null if the source repository is unknown.</summary>
    public ChangeLinks? Change { get; init; }

    /// <summary>The pages that link to this one, related pages, and the pages around it.</summary>
    public ConnectionsView Connections { get; init; } = ConnectionsView.None;

    /// <summary>The definitions of the terms that the text links to.</summary>
    public IReadOnlyList<DefinitionView> Definitions { get; init; } = [];

    /// <summary>True if the text shows images.</summary>
    public bool HasImages { get; init; }

    /// <summary>The sources that the page names.</summary>
    public IReadOnlyList<SourceView> Sources { get; init; } = [];

    /// <summary>
    /// True if the page ends with details about it: its owner, its last review, and how to change it.
    /// </summary>
    public bool HasAbout =>
        Tags.Count > 0
        || Sources.Count > 0
        || Owner is not null
        || Reviewed is not null
        || Changed is not null
        || Change is not null;
}

/// <param name="People">The authors' names as one text.</param>
/// <param name="IsSinceReview">True if the change was made after the last review.</param>
public sealed record ChangedView(DateOnly On, string People, bool IsSinceReview);

/// <summary>Links for editing a page or suggesting a change.</summary>
public sealed record ChangeLinks(string Edit, string Suggest);

/// <summary>
/// A generated page that lists other pages: a folder without a page of its own, a tag, all tags, or a further part of a
/// long list.
/// </summary>
public sealed record ListView(FrameView Frame, string Title, EntryListView Entries) : PageView(Frame);

/// <summary>The 404 page.</summary>
/// <param name="Sections">Links to the sections, where readers can continue.</param>
public sealed record NotFoundView(FrameView Frame, IReadOnlyList<LinkView> Sections) : PageView(Frame);

/// <summary>The page shown to a reader without a network if a page is not in the offline copy.</summary>
public sealed record OfflineView(FrameView Frame) : PageView(Frame);

/// <summary>A redirect page at a former address, for hosts that do not support redirects.</summary>
public sealed record RedirectView(FrameView Frame, SitePath Target) : PageView(Frame);

/// <param name="Href">A link to its entry in the list of sources, relative to the page that names it.</param>
public sealed record SourceView(string Title, string? Author, string? Year, string Href);

/// <summary>A link with its label.</summary>
public sealed record LinkView(string Label, SitePath Address);

/// <summary>The generated part of an author's page; one subtype per kind of page that has one.</summary>
public abstract record ArticlePart;

/// <summary>A list of pages, or one part of a list that is split over several pages.</summary>
/// <param name="Parts">All parts of the list, including this one; empty if the list is not split.</param>
public sealed record EntryListView(IReadOnlyList<EntryView> Entries, IReadOnlyList<LinkView> Parts)
{
    /// <summary>A list without entries.</summary>
    public static readonly EntryListView Empty = new([], []);

    /// <summary>The maximum number of entries on a page.</summary>
    private const int MaxEntries = 200;

    /// <summary>
    /// Splits a list into parts. The first part has the address <paramref name="address"/>; the view of a part is
    /// created on demand.
    /// </summary>
    public static IReadOnlyList<(SitePath Address, Func<EntryListView> View)> PartsOf(
        SitePath address,
        int count,
        Func<IReadOnlyList<EntryView>> make
    )
    {
        var entries = new Lazy<IReadOnlyList<EntryView>>(make);
        if (count <= MaxEntries)
            return [(address, () => new(entries.Value, []))];
        var links = Enumerable
            .Range(0, (count + MaxEntries - 1) / MaxEntries)
            .Select(i => new LinkView(
                $"{(i * MaxEntries) + 1}–{Math.Min(count, (i + 1) * MaxEntries)}",
                AddressOf(address, i)
            ))
            .ToList();
        return
        [
            .. links.Select(
                (link, i) =>
                    (
                        link.Address,
                        (Func<EntryListView>)(
                            () => new([.. entries.Value.Skip(i * MaxEntries).Take(MaxEntries)], links)
                        )
                    )
            ),
        ];
    }

    /// <summary>
    /// The address of a part. It contains a segment that begins with a hyphen, which no page of an author can have.
    /// </summary>
    private static SitePath AddressOf(SitePath first, int part) => part == 0 ? first : first.Append($"-{part + 1}/");
}

/// <param name="Count">The number of pages that the entry stands for; null if it is a single page.</param>
public sealed record EntryView(string Label, SitePath Address, string? Summary, int? Count);
