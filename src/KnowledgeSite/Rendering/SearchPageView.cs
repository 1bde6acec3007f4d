using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>Where a search can be linked to; without JavaScript the site from A to Z.</summary>
/// <param name="Letters">In order; digits and what begins with no letter stand before.</param>
public sealed record SearchPageView(FrameView Frame, IReadOnlyList<LetterView> Letters) : PageView(Frame);

/// <param name="Address">Where its pages are listed; null where they stand here.</param>
/// <param name="Count">How many pages there are.</param>
public sealed record LetterView(string Letter, SitePath? Address, int Count, EntryListView Entries);
