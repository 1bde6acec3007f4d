using KnowledgeSite.Content;

namespace KnowledgeSite.Ladders;

/// <summary>An aspect of the work that grows from level to level: a row of the matrix.</summary>
/// <param name="Page">The page of the dimension. In an overlay, the page of the base.</param>
/// <param name="Overlay">The page of the overlay that extends the dimension, or null.</param>
public sealed record Dimension(string Id, Page Page, Page? Overlay)
{
    public string Title => Page.Title;

    public bool Equals(Dimension? other) => other is not null && Id == other.Id && ReferenceEquals(Page, other.Page);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
