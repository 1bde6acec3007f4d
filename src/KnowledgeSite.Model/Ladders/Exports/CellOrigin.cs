using KnowledgeSite.Content;

namespace KnowledgeSite.Ladders;

/// <summary>Finds out whether a part of an overlay's cell belongs to the overlay or to its base.</summary>
internal sealed class CellOrigin(Ladder ladder, Cell cell)
{
    private readonly WrittenCell? _written = cell.Extension?.Page.Cells.First(c => c.Id.Value == cell.Id);

    /// <summary>The cell of the base, or null if the ladder has no base.</summary>
    public Cell? BaseCell { get; } = ladder.Base?.CellAt(cell.Dimension, cell.Level);

    public (string Name, Page Page) OfBase => BaseCell is null ? Own : (ladder.Base!.Id, BaseCell.Page);

    private (string Name, Page Page) Own => (RubricRow.Own, cell.Extension?.Page ?? cell.Page);

    public (string Name, Page Page) Find(Signal signal) => signal.IsOwn ? Own : OfBase;

    public (string Name, Page Page) Find(WrittenSignal ending) => Find(ending, _written?.Signals);

    public (string Name, Page Page) Find(Statement statement) =>
        Find(statement, _written?.Examples.Concat(_written.AntiSignals));

    /// <summary>Compares by reference, because the same text may occur twice.</summary>
    private (string Name, Page Page) Find(object part, IEnumerable<object>? own) =>
        own?.Contains(part, ReferenceEqualityComparer.Instance) == true ? Own : OfBase;
}
