using KnowledgeSite.Content;

namespace KnowledgeSite.Ladders;

/// <summary>Which parts of an overlay's cell are its own, and which it has from its base.</summary>
internal sealed class CellOrigin(Ladder ladder, Cell cell)
{
    private readonly WrittenCell? _written = cell.Extension?.Page.Cells.First(c => c.Id.Value == cell.Id);

    /// <summary>The cell of the base; null where the ladder stands by itself.</summary>
    public Cell? Below { get; } = ladder.Base?.CellAt(cell.Dimension, cell.Level);

    public (string Name, Page Page) OfBase => Below is null ? Own : (ladder.Base!.Id, Below.Page);

    private (string Name, Page Page) Own => (RubricRow.Own, cell.Extension?.Page ?? cell.Page);

    public (string Name, Page Page) Find(Signal signal) => signal.IsOwn ? Own : OfBase;

    public (string Name, Page Page) Find(WrittenSignal ending) => Find(ending, _written?.Signals);

    public (string Name, Page Page) Find(Statement statement) =>
        Find(statement, _written?.Examples.Concat(_written.AntiSignals));

    /// <summary>Its own is the very thing that its page holds: the same words may be written twice.</summary>
    private (string Name, Page Page) Find(object part, IEnumerable<object>? own) =>
        own?.Contains(part, ReferenceEqualityComparer.Instance) == true ? Own : OfBase;
}
