using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>What is to be mended on the site.</summary>
/// <param name="ComparesWording">False where only a check looks for copies.</param>
/// <param name="Allowed">What is not, each with the reason that an author gives.</param>
public sealed record HealthView(
    FrameView Frame,
    int PageCount,
    bool IsPrepared,
    bool ComparesWording,
    IReadOnlyList<HealthGroupView> Groups,
    IReadOnlyList<AllowedView> Allowed
) : PageView(Frame);

/// <summary>All findings of one rule.</summary>
/// <param name="Advice">What to do about each of them; null where each says so itself.</param>
/// <param name="LeftOut">How many more there are than stand in the list.</param>
public sealed record HealthGroupView(
    string Id,
    string Title,
    int Count,
    string? Advice,
    IReadOnlyList<HealthEntryView> Entries,
    int LeftOut
);

/// <param name="Address">Of the page; null for what is no page.</param>
/// <param name="Place">File and line.</param>
/// <param name="Message">Null where it is the same for all of the group.</param>
public sealed record HealthEntryView(string Title, SitePath? Address, string Place, string? Message);

public sealed record AllowedView(HealthEntryView Entry, string Reason);
