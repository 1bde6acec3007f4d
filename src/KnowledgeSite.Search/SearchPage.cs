using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search;

/// <summary>A page that search can find.</summary>
/// <param name="Kind">The value of <c>kind:</c> in the front matter.</param>
/// <param name="Trail">The names of its folders, the outermost first.</param>
/// <param name="FirstSection">The number of its first section among the sections of all pages.</param>
/// <param name="Sections">The text before the first heading, then one section per heading.</param>
/// <param name="Source">The page that an author wrote; null for a generated page.</param>
internal sealed record SearchPage(
    SitePath Address,
    string Title,
    string Kind,
    IReadOnlyList<string> Trail,
    int FirstSection,
    IReadOnlyList<SearchSection> Sections,
    SitePage? Source
)
{
    /// <summary>The text of the finished page that is not in any author's Markdown.</summary>
    internal IReadOnlyList<GeneratedSection> GeneratedSections { get; init; } = [];

    /// <summary>
    /// Text that is indexed in place of the title; null to use the title. Used for pages such as comparisons of distant
    /// levels, which are so numerous that their titles would outrank other pages. These pages come last in the index.
    /// </summary>
    internal string? SearchText { get; init; }

    /// <summary>The title that is indexed if it differs from the page's own; otherwise null.</summary>
    internal string? SearchTitle { get; init; }
}

/// <summary>A section of a page: the text under one heading.</summary>
/// <param name="Anchor">The heading's id; empty for the text before the first heading.</param>
/// <param name="Heading">The text of the heading; empty if there is none.</param>
internal sealed record SearchSection(string Anchor, string Heading);

/// <summary>Text of the finished page that is generated from front matter or from a ladder.</summary>
/// <param name="Anchor">The id of its heading; empty if the text comes before the first heading.</param>
internal sealed record GeneratedSection(string Anchor, string Heading, string Text);
