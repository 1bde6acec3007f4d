using KnowledgeSite.Content;

namespace KnowledgeSite.Ladders;

/// <summary>What grows from level to level: a row of the matrix.</summary>
/// <param name="Page">Where it is written; in an overlay, the base's page.</param>
/// <param name="Overlay">The overlay's own page, where it has one.</param>
public sealed record Dimension(string Id, Page Page, Page? Overlay)
{
    public string Title => Page.Title;

    public bool Equals(Dimension? other) => other is not null && Id == other.Id && ReferenceEquals(Page, other.Page);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
