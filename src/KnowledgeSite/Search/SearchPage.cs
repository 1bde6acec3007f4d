using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search;

/// <summary>A page that can be found.</summary>
/// <param name="Kind">As <c>kind:</c> is written in the front matter.</param>
/// <param name="Trail">The names of the folders that it lies in, the outermost first.</param>
/// <param name="FirstSection">The number of its first section among those of all pages.</param>
/// <param name="Sections">Its own beginning, then a stretch for each heading.</param>
/// <param name="Source">The page that an author wrote; null for one that is made.</param>
public sealed record SearchPage(
    SitePath Address,
    string Title,
    string Kind,
    IReadOnlyList<string> Trail,
    int FirstSection,
    IReadOnlyList<SearchSection> Sections,
    SitePage? Source
)
{
    /// <summary>Text of the finished page that stands in no author's Markdown.</summary>
    internal IReadOnlyList<GeneratedSection> Made { get; init; } = [];

    /// <summary>
    /// Of a page such as the comparison of two levels far apart, the text that it is found by in place of its title;
    /// else null. There are so many of these that their titles would come before those of other pages. In the index
    /// they come last.
    /// </summary>
    internal string? TextInstead { get; init; }

    /// <summary>The title that it is found by, where that is not its own; else null.</summary>
    internal string? TitleInstead { get; init; }
}

/// <summary>A stretch of a page under one heading.</summary>
/// <param name="Anchor">The heading's id; empty for what stands before the first heading.</param>
/// <param name="Heading">Its text; empty where the anchor is.</param>
public sealed record SearchSection(string Anchor, string Heading);
