namespace KnowledgeSite.Rendering;

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
