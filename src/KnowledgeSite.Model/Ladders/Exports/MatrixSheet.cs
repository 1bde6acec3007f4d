using DocumentFormat.OpenXml.Spreadsheet;

namespace KnowledgeSite.Ladders;

/// <summary>The matrix of a ladder: a row for each dimension, a column for each level.</summary>
internal static class MatrixSheet
{
    private const double TitleWidth = 18;
    private const double LevelWidth = 42;

    /// <summary>The print scale in per cent, with which three levels fit on a page.</summary>
    private const uint PrintScale = 62;

    public static Worksheet Create(Ladder ladder)
    {
        var rows = new SheetData(
            SheetCells.Row(1, ladder.Levels.Select(l => l.Label).Prepend("Dimension"), _ => SheetStyle.Header)
        );
        foreach (var dimension in ladder.Dimensions)
        {
            var texts = ladder
                .Levels.Select(l => TextOf(ladder.CellAt(dimension, l)))
                .Prepend(dimension.Title)
                .ToList();
            var row = SheetCells.Row(
                rows.ChildElements.Count + 1,
                texts,
                column => column == 0 ? SheetStyle.Header : SheetStyle.Text
            );
            (row.Height, row.CustomHeight) = (HeightFor(texts), true);
            rows.Append(row);
        }

        return new(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        HorizontalSplit = 1,
                        VerticalSplit = 1,
                        TopLeftCell = "B2",
                        ActivePane = PaneValues.BottomRight,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            ),
            SheetCells.Columns(ladder.Levels.Select(_ => LevelWidth).Prepend(TitleWidth)),
            rows,
            new PageSetup { Orientation = OrientationValues.Landscape, Scale = PrintScale }
        );
    }

    /// <summary>
    /// The height of a row in points, for the longest text. Not all programs compute the height of rows with wrapped
    /// text. The maximum in Excel is 409.
    /// </summary>
    private static double HeightFor(IEnumerable<string> texts)
    {
        const double Line = 15;
        const double Highest = 409;
        var lines = texts.Max(text =>
            text.Split('\n').Sum(line => Math.Ceiling(Math.Max(line.Length, 1) / (LevelWidth - 2)))
        );
        return Math.Min(lines * Line, Highest);
    }

    /// <summary>
    /// The cell's sentence, followed by its signals and the texts of endings as list items, one per line.
    /// </summary>
    internal static string TextOf(Cell? cell)
    {
        if (cell is null)
            return "";
        var endings = cell.Endings.Where(e => e.Id is null).Select(e => e.Statement.Text);
        return string.Join(
            '\n',
            [
                .. new[] { cell.Summary, cell.Extension?.Summary }.Where(s => s is not null).Select(s => s!.Text),
                .. cell.Signals.Select(s => s.Text).Concat(endings).Select(text => $"• {text}"),
            ]
        );
    }
}
