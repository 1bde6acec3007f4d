using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>The search page; without JavaScript, it shows an alphabetical index of the site.</summary>
/// <param name="Letters">In alphabetical order; digits and other characters come first.</param>
public sealed record SearchPageView(FrameView Frame, IReadOnlyList<LetterView> Letters) : PageView(Frame);

/// <param name="Address">The page that lists the entries; null if they are on this page.</param>
/// <param name="Count">The number of pages.</param>
public sealed record LetterView(string Letter, SitePath? Address, int Count, EntryListView Entries);
