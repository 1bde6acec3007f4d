using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Connections;

/// <summary>Makes views of related pages, each with what the two have in common in a few words.</summary>
internal static class RelatedViewFactory
{
    public static IReadOnlyList<RelatedView> Create(IReadOnlyList<RelatedPage> related) =>
        [.. related.Select(r => new RelatedView(r.Page.Title, r.Page.Address, Reason(r)))];

    private const int MostReasons = 2;

    /// <summary>"Both tagged planning; both about drift, rollback and latency".</summary>
    private static string Reason(RelatedPage related)
    {
        var reasons = new (string Opening, IReadOnlyList<string> Names)[]
        {
            ("both tagged ", related.Tags),
            ("both link to ", related.Targets),
            ("both about ", related.Words),
        };
        var said = string.Join(
            "; ",
            reasons.Where(r => r.Names.Count > 0).Take(MostReasons).Select(r => r.Opening + Joined(r.Names))
        );
        return char.ToUpperInvariant(said[0]) + said[1..];
    }

    private static string Joined(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
