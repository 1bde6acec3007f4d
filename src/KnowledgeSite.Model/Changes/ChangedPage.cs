using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>A page that was added, removed, moved or changed.</summary>
/// <param name="Before">The former state, or null if it is new.</param>
/// <param name="After">The current state, or null if it was removed.</param>
/// <param name="Keys">The front-matter keys whose values have changed.</param>
/// <param name="Sections">The changed sections in the order of the page, followed by the removed ones.</param>
internal sealed record ChangedPage(
    SitePage? Before,
    SitePage? After,
    IReadOnlyList<string> Keys,
    IReadOnlyList<ChangedSection> Sections
)
{
    /// <summary>The current page, or the former page if it was removed.</summary>
    public SitePage Page => After ?? Before!;

    public bool IsMoved => Before is not null && After is not null && Before.Path != After.Path;

    /// <summary>Whether the text has changed. A page can also be moved without a change.</summary>
    public bool IsTouched => Before is null || After is null || !Before.Content.HasTextOf(After.Content);
}

/// <param name="Heading">The heading, or an empty text for the part before the first heading.</param>
/// <param name="Line">The line in the current file, or in the former file for a removed section.</param>
/// <param name="Texts">The paragraphs that have changed.</param>
/// <param name="Links">Whether only the targets of links have changed.</param>
internal sealed record ChangedSection(
    SectionChangeType Type,
    string Id,
    string Heading,
    int? Line,
    IReadOnlyList<ChangedText> Texts,
    bool Links
);

internal enum SectionChangeType
{
    New,
    Gone,
    Changed,

    /// <summary>The same text under another heading.</summary>
    Renamed,
}

/// <param name="Before">The former state, or null if it is new.</param>
/// <param name="After">The current state, or null if it was removed.</param>
internal sealed record ChangedText(string? Before, string? After)
{
    public IReadOnlyList<WordChange> Words =>
        (Before, After) switch
        {
            (null, null) => [],
            (null, { } after) => [new(WordChangeKind.Added, after)],
            ({ } before, null) => [new(WordChangeKind.Removed, before)],
            ({ } before, { } after) => WordChange.Between(before, after),
        };
}
