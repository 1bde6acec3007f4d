using KnowledgeSite.Content;

namespace KnowledgeSite.SiteModel;

/// <summary>The version control history of one page.</summary>
/// <param name="Last">The date of its last change, in the author's time zone.</param>
/// <param name="People">The names of its authors, those with the most changes first.</param>
public sealed record PageChanges(DateOnly Last, IReadOnlyList<string> People)
{
    /// <summary>True if the page was changed after the date of its last review.</summary>
    public bool IsAfterReview(FrontMatter frontMatter) => frontMatter.Reviewed is { } reviewed && Last > reviewed;
}
