using AngleSharp.Dom;

namespace KnowledgeSite.Word;

/// <summary>A row of an HTML table, with the cells of earlier rows that continue in it.</summary>
internal sealed record GridRow(IElement Element, IReadOnlyList<GridCell> Cells, bool IsHeader);

/// <param name="Start">The first column.</param>
/// <param name="End">The column behind the last one.</param>
/// <param name="IsMerged">True for the part of a cell below its first row.</param>
internal sealed record GridCell(IElement Element, int Start, int End, int Rows, bool IsMerged);
