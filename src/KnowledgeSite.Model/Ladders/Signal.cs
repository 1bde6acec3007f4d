using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>An observable behaviour that is expected from a level on.</summary>
/// <param name="Id">The id, which never changes, even if the text does.</param>
/// <param name="Raises">The id of the earlier signal that this one raises, or null.</param>
/// <param name="Was">Former ids under which it was published.</param>
/// <param name="Page">The page that contains the signal.</param>
/// <param name="IsOwn">False for a signal that an overlay inherits from its base.</param>
public sealed record Signal(
    string Id,
    string CellId,
    Statement Statement,
    string? Raises,
    IReadOnlyList<string> Was,
    Page Page,
    SourceSpan Span,
    bool IsOwn
)
{
    public string Text => Statement.Text;

    public bool Equals(Signal? other) => other is not null && Id == other.Id && ReferenceEquals(Page, other.Page);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
