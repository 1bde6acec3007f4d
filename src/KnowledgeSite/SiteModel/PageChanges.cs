using KnowledgeSite.Content;

namespace KnowledgeSite.SiteModel;

/// <summary>What the history says of one page.</summary>
/// <param name="Last">The day of its last change, in the time of its author.</param>
/// <param name="People">Who changed it, who did most often first.</param>
public sealed record PageChanges(DateOnly Last, IReadOnlyList<string> People)
{
    /// <summary>It was changed on a later day than it was reviewed.</summary>
    public bool AreSince(FrontMatter frontMatter) => frontMatter.Reviewed is { } reviewed && Last > reviewed;
}
