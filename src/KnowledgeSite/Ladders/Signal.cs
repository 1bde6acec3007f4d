using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>Something observable that is expected from a level on.</summary>
/// <param name="Id">The same for ever, whatever becomes of the words.</param>
/// <param name="Raises">The id of the earlier signal that this one takes further.</param>
/// <param name="Was">Ids under which it was published before.</param>
/// <param name="Page">The page that it is written on.</param>
/// <param name="IsOwn">False for a signal that an overlay has from its base.</param>
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
