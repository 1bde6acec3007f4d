namespace KnowledgeSite.Rendering;

/// <summary>When pages were reviewed, and when they have to be again.</summary>
/// <param name="IsByDate">One list by date, in place of one for each owner.</param>
/// <param name="Parts">Every part of a list too long for a page, this one too; else empty.</param>
/// <param name="Unnamed">How many pages name neither an owner nor a review and are in no list.</param>
/// <param name="HasHistory">It is known when pages were changed.</param>
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

/// <param name="Address">Where its rows stand, when they do not stand here.</param>
public sealed record ReviewGroupView(
    string Title,
    string Id,
    int Count,
    LinkView? Address,
    IReadOnlyList<ReviewRowView> Rows
);

/// <param name="By">The day up to which the page has to be reviewed again; null where none is set.</param>
/// <param name="IsOverdue">On the day of the build; in a browser the reader's day counts.</param>
/// <param name="ChangedOn">Null where the page was not changed since it was reviewed.</param>
public sealed record ReviewRowView(
    LinkView Page,
    string? Owner,
    DateOnly? Reviewed,
    DateOnly? By,
    bool IsOverdue,
    DateOnly? ChangedOn
);
