using KnowledgeSite.Content;

namespace KnowledgeSite.Ladders;

/// <summary>A workshop, and what of the ladder it helps with.</summary>
/// <param name="Cells">Those that it names, and those of the signals that it names.</param>
public sealed record ServingWorkshop(
    Page Page,
    IReadOnlyList<Cell> Cells,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Level> Levels
)
{
    /// <summary>It names the cell, or the whole dimension, or the whole level.</summary>
    public bool Serves(Cell cell) =>
        Cells.Contains(cell)
        || Dimensions.Any(d => d.Id == cell.Dimension.Id)
        || Levels.Any(l => l.Id == cell.Level.Id);
}
