using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>A page that is new, gone, elsewhere or says something else.</summary>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
/// <param name="Keys">Of its front matter, those that say something else.</param>
/// <param name="Sections">In the order of the page; what is gone comes last.</param>
public sealed record ChangedPage(
    SitePage? Before,
    SitePage? After,
    IReadOnlyList<string> Keys,
    IReadOnlyList<ChangedSection> Sections
)
{
    /// <summary>The page as it is now, or as it was.</summary>
    public SitePage Page => After ?? Before!;

    public bool IsMoved => Before is not null && After is not null && Before.Path != After.Path;

    /// <summary>Its text is another one; a page may be moved without that.</summary>
    public bool IsTouched => Before?.Content.Source.Text?.Value != After?.Content.Source.Text?.Value;
}

/// <param name="Heading">Empty for what stands before the first heading.</param>
/// <param name="Line">In the file as it is now; of a section that is gone, as it was.</param>
/// <param name="Texts">What its paragraphs say now and said before.</param>
/// <param name="Links">Where its links lead is all that is different.</param>
public sealed record ChangedSection(
    SectionChangeType Turn,
    string Id,
    string Heading,
    int? Line,
    IReadOnlyList<ChangedText> Texts,
    bool Links
);

public enum SectionChangeType
{
    New,
    Gone,
    Changed,

    /// <summary>The same text under another heading.</summary>
    Renamed,
}

/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
public sealed record ChangedText(string? Before, string? After)
{
    public IReadOnlyList<WordChange> Words =>
        (Before, After) switch
        {
            (null, null) => [],
            (null, { } after) => [new(WordChangeKind.Comes, after)],
            ({ } before, null) => [new(WordChangeKind.Goes, before)],
            ({ } before, { } after) => WordChange.Between(before, after),
        };
}
