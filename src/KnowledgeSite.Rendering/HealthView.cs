using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>The content problems of a site.</summary>
/// <param name="ComparesWording">False if duplicate texts are searched only by <c>check</c>.</param>
/// <param name="Allowed">The problems that authors have accepted, each with its reason.</param>
public sealed record HealthView(
    FrameView Frame,
    int PageCount,
    bool IsPrepared,
    bool ComparesWording,
    IReadOnlyList<HealthGroupView> Groups,
    IReadOnlyList<AllowedView> Allowed
) : PageView(Frame);

/// <summary>All findings of one rule.</summary>
/// <param name="Advice">The advice for all of them; null if each message contains its own.</param>
/// <param name="LeftOut">The number of findings that are not listed.</param>
public sealed record HealthGroupView(
    string Id,
    string Title,
    int Count,
    string? Advice,
    IReadOnlyList<HealthEntryView> Entries,
    int LeftOut
);

/// <param name="Address">The address of the page; null if the finding is not about a page.</param>
/// <param name="Place">File and line.</param>
/// <param name="Message">Null if it is the same for the whole group.</param>
public sealed record HealthEntryView(string Title, SitePath? Address, string Place, string? Message);

public sealed record AllowedView(HealthEntryView Entry, string Reason);
