using DocumentFormat.OpenXml.Spreadsheet;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Creates a sheet with one row for each statement, which can be sorted and filtered. Its columns are those of the CSV
/// export.
/// </summary>
internal static class StatementSheet
{
    private const double Width = 18;
    private const double TextWidth = 84;

    public static Worksheet Create(IReadOnlyList<RubricRow> rows) =>
        new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            ),
            SheetCells.Columns(RubricColumns.All.Select(c => c.Name == "text" ? TextWidth : Width)),
            new SheetData([
                SheetCells.Row(1, RubricColumns.All.Select(c => c.Name), _ => SheetStyle.Header),
                .. rows.Select(
                    (row, i) =>
                        SheetCells.Row(i + 2, RubricColumns.All.Select(c => c.Of(row) ?? ""), _ => SheetStyle.Text)
                ),
            ]),
            new AutoFilter { Reference = AreaOf(rows) },
            SheetCells.OnePageWide()
        );

    /// <summary>The area of the table, such as <c>A1:O12</c>, or <c>$A$1:$O$12</c> as an absolute reference.</summary>
    public static string AreaOf(IReadOnlyList<RubricRow> rows, char? anchor = null) =>
        $"{anchor}A{anchor}1:{anchor}{SheetCells.ColumnName(RubricColumns.All.Count - 1)}{anchor}{rows.Count + 1}";
}
