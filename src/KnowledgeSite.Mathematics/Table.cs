using System.Globalization;

namespace KnowledgeSite.Mathematics;

/// <summary>The style in which the cells of a table are set.</summary>
internal enum CellStyle
{
    Text,
    Display,
    Script,
}

/// <summary>The alignment of a table and the style of its cells.</summary>
/// <param name="Class">The class that aligns its columns, or null if they are centred.</param>
/// <param name="IsAligned">True if relations at the start of a column relate to the column before it.</param>
internal sealed record TableLook(string? Class, CellStyle Cells, bool IsAligned = false)
{
    public static TableLook Gathered { get; } = new("math-gathered", CellStyle.Display);

    public static TableLook Substack { get; } = new("math-substack", CellStyle.Script);
}

/// <summary>A column of an array.</summary>
/// <param name="Alignment"><c>l</c>, <c>c</c> or <c>r</c>.</param>
internal readonly record struct TableColumn(char Alignment, bool HasRuleBefore, bool HasRuleAfter)
{
    /// <summary>Reads a column specification, such as <c>l|cc</c>.</summary>
    public static List<TableColumn> Parse(string specification)
    {
        const int MaxRepeats = 50;
        var columns = new List<TableColumn>();
        var hasRule = false;
        for (var i = 0; i < specification.Length && columns.Count < 1000; i++)
        {
            switch (specification[i])
            {
                case 'l' or 'c' or 'r':
                    columns.Add(new(specification[i], hasRule, false));
                    hasRule = false;
                    break;
                case 'p' or 'm' or 'b' or 'X':
                    columns.Add(new('l', hasRule, false));
                    hasRule = false;
                    SkipGroup(specification, ref i);
                    break;
                case '|' when columns.Count > 0:
                    columns[^1] = columns[^1] with { HasRuleAfter = true };
                    break;
                case '|':
                    hasRule = true;
                    break;
                case '@' or '!' or '>' or '<':
                    SkipGroup(specification, ref i);
                    break;
                case '*':
                    var count = SkipGroup(specification, ref i);
                    var repeated = SkipGroup(specification, ref i);
                    if (!int.TryParse(count, CultureInfo.InvariantCulture, out var times))
                        break;
                    if (repeated.Contains('*', StringComparison.Ordinal))
                        break;
                    for (var n = 0; n < Math.Min(times, MaxRepeats); n++)
                        columns.AddRange(Parse(repeated));
                    break;
            }
        }

        return columns;
    }

    /// <summary>Goes to the end of the group after an index, and returns its content.</summary>
    private static string SkipGroup(string text, ref int index)
    {
        if (index + 1 >= text.Length || text[index + 1] != '{')
            return "";
        var start = index + 2;
        var depth = 0;
        for (var i = index + 1; i < text.Length; i++)
        {
            if (text[i] == '{')
                depth++;
            else if (text[i] == '}' && --depth == 0)
            {
                index = i;
                return text[start..i];
            }
        }

        index = text.Length;
        return "";
    }
}

internal sealed record TableRow(IReadOnlyList<IReadOnlyList<MathNode>> Cells)
{
    public EquationTag? Tag { get; init; }

    public bool HasRuleAbove { get; init; }
}

/// <summary>A cell that spans several columns.</summary>
internal sealed class SpanningCell(IReadOnlyList<MathNode> items, int span, char alignment) : MathNode
{
    public IReadOnlyList<MathNode> Items => items;

    public int Span => span;

    public char Alignment => alignment;

    public override MathElement Build(MathStyle style) => MathElement.CreateRow(RowBuilder.Build(items, style));
}

/// <summary>A table: a matrix, an array, cases or aligned equations.</summary>
internal sealed class Table(IReadOnlyList<TableRow> rows, TableLook look) : MathNode
{
    public IReadOnlyList<TableColumn> Columns { get; init; } = [];

    public bool HasRuleBelow { get; init; }

    /// <summary>The same rows with another look.</summary>
    public Table With(TableLook other) => new(rows, other) { Columns = Columns, HasRuleBelow = HasRuleBelow };

    public override MathElement Build(MathStyle style)
    {
        var cells = look.Cells switch
        {
            CellStyle.Display => style with { IsDisplay = true },
            CellStyle.Script => style.Script,
            _ => style.Compact,
        };
        var hasTags = rows.Any(r => r.Tag is not null);
        var table = MathElement.Create("mtable", rows.Select((_, i) => BuildRow(i, cells, hasTags)));
        if (cells.IsDisplay)
            table.With("displaystyle", "true");
        else if (look.Cells == CellStyle.Script)
            table.With("scriptlevel", "+1");
        var classes = string.Join(' ', new[] { look.Class, hasTags ? "math-numbered" : null }.OfType<string>());
        return classes.Length == 0 ? table : table.With("class", classes);
    }

    /// <remarks>
    /// A table with numbers is as wide as the page. An empty cell on the left and the cell with the number share the
    /// width that the columns do not need.
    /// </remarks>
    private MathElement BuildRow(int index, MathStyle style, bool hasTags)
    {
        var row = rows[index];
        var cells = row.Cells.Select((cell, column) => BuildCell(index, column, cell, style));
        if (!hasTags)
            return MathElement.Create("mtr", cells);
        var width = rows.Max(r => r.Cells.Count);
        var missing = Enumerable.Range(0, width - row.Cells.Count).Select(_ => new MathElement("mtd"));
        var tag = row.Tag?.BuildCell() ?? new MathElement("mtd");
        var element = MathElement.Create("mtr", [new MathElement("mtd"), .. cells, .. missing, tag]);
        return row.Tag?.Id is { } id ? element.With("id", id) : element;
    }

    private MathElement BuildCell(int row, int column, IReadOnlyList<MathNode> items, MathStyle style)
    {
        var spanning = items is [SpanningCell only] ? only : null;
        var isAfterNothing = !look.IsAligned || column == 0;
        var cell = MathElement.Create("mtd", RowBuilder.Build(spanning?.Items ?? items, style, isAfterNothing));
        var format = column < Columns.Count ? Columns[column] : new('c', false, false);
        var alignment = spanning?.Alignment ?? format.Alignment;
        var classes = new List<string>();
        if (alignment != 'c')
            classes.Add(alignment == 'l' ? "math-left" : "math-right");
        if (format.HasRuleBefore)
            classes.Add("math-rule-before");
        if (format.HasRuleAfter)
            classes.Add("math-rule-after");
        if (rows[row].HasRuleAbove)
            classes.Add("math-rule-above");
        if (HasRuleBelow && row == rows.Count - 1)
            classes.Add("math-rule-below");
        if (spanning is not null)
            cell.With("columnspan", spanning.Span.ToString(CultureInfo.InvariantCulture));
        return classes.Count == 0 ? cell : cell.With("class", string.Join(' ', classes));
    }
}
