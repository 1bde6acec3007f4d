namespace KnowledgeSite.Search;

/// <summary>What a search test expects, looked up among all that can be found.</summary>
/// <param name="Page">Null where nothing that can be found is meant; then <see cref="Missing"/> says why.</param>
/// <param name="Anchor">Null where any section of the page will do.</param>
/// <param name="Missing">What is not there, for a message.</param>
/// <param name="Suggestion">The nearest that is.</param>
internal sealed record SearchTarget(SearchPage? Page, string? Anchor, string Missing, string Suggestion)
{
    public bool IsMetBy(SearchHit hit) => hit.Page == Page && (Anchor is null || hit.Section.Anchor == Anchor);
}
