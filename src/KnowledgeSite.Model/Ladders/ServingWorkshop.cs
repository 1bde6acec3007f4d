using KnowledgeSite.Content;

namespace KnowledgeSite.Ladders;

/// <summary>A workshop and the parts of the ladder that it helps with.</summary>
/// <param name="Cells">The cells that it names, and the cells of the signals that it names.</param>
public sealed record ServingWorkshop(
    Page Page,
    IReadOnlyList<Cell> Cells,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Level> Levels
)
{
    /// <summary>Whether the workshop names the cell, its dimension or its level.</summary>
    public bool Serves(Cell cell) =>
        Cells.Contains(cell)
        || Dimensions.Any(d => d.Id == cell.Dimension.Id)
        || Levels.Any(l => l.Id == cell.Level.Id);
}
