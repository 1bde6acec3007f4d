namespace KnowledgeSite.Search;

/// <summary>The expected result of a search test, resolved to a page.</summary>
/// <param name="Page">Null if no searchable page matches; <see cref="Missing"/> then says why.</param>
/// <param name="Anchor">The expected section; null for any section of the page.</param>
/// <param name="Missing">The reason for a message.</param>
/// <param name="Suggestion">The nearest existing target.</param>
internal sealed record SearchTarget(SearchPage? Page, string? Anchor, string Missing, string Suggestion)
{
    public bool IsMetBy(SearchHit hit) => hit.Page == Page && (Anchor is null || hit.Section.Anchor == Anchor);
}
