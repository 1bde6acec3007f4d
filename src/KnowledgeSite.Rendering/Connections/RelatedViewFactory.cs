using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Connections;

/// <summary>Creates the views of related pages, each with a short reason.</summary>
internal static class RelatedViewFactory
{
    public static IReadOnlyList<RelatedView> Create(IReadOnlyList<RelatedPage> related) =>
        [.. related.Select(r => new RelatedView(r.Page.Title, r.Page.Address, Reason(r)))];

    /// <summary>
    /// Returns the common tags and links, such as "Same tag: planning; both link to Money". The common words are named
    /// only if there are neither.
    /// </summary>
    private static string Reason(RelatedPage related)
    {
        var tags = related.Tags.Count == 1 ? "Same tag: " : "Same tags: ";
        return (related.Tags.Count, related.Targets.Count) switch
        {
            (0, 0) => $"Both about {Joined(related.Words)}",
            (_, 0) => tags + Joined(related.Tags),
            (0, _) => $"Both link to {Joined(related.Targets)}",
            _ => $"{tags}{Joined(related.Tags)}; both link to {Joined(related.Targets)}",
        };
    }

    private static string Joined(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
