using System.Globalization;
using KnowledgeSite.Diagnostics;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// The attributes of tables to fill in: <c>{widths="5 1 2"}</c> gives columns their widths, and
/// <c>[____]{sum=Hours of=A}</c> below a table is the sum of a column, over all rows or over those with one option.
/// </summary>
internal static class SheetTables
{
    private const string SumKey = "sum";
    private const string OfKey = "of";
    private const string WidthsKey = "widths";

    private static readonly object Widths = new();
    private static readonly object InvalidWidths = new();

    /// <summary>
    /// The widths of the columns in percent, each a multiple of five; null if the author gave none. They add up to 100
    /// only about, because they are rounded.
    /// </summary>
    public static IReadOnlyList<int>? FindWidths(Table table) => table.GetData(Widths) as int[];

    /// <summary>Takes the attributes from tables and gaps, because they are no attributes of HTML.</summary>
    public static void Build(MarkdownDocument document)
    {
        if (!AttributeLists.HasAny(document))
            return;
        foreach (var part in document.Descendants())
        {
            if (part is GapInline gap && Take(gap, SumKey) is { } column)
                gap.Sum = new(column.Trim(), Take(gap, OfKey)?.Trim());
            else if (part is Table table && Take(table, WidthsKey) is { } widths)
                SetWidths(table, widths);
        }
    }

    /// <summary>Finds sums without a table that they can add up, and widths that do not fit the columns.</summary>
    public static IEnumerable<(DiagnosticRule Rule, SourceSpan Span, object[] Arguments)> FindMistakes(
        MarkdownDocument document
    )
    {
        var above = new List<(Table Table, IReadOnlyList<string> Columns)>();
        foreach (var part in document.Descendants())
        {
            if (part is Table table)
            {
                above.Add((table, ColumnNames(table)));
                if (table.GetData(InvalidWidths) is not null)
                    yield return (
                        WorkshopRules.Widths,
                        new(table.Span.Start, table.Span.Start),
                        [ColumnCount(table), ExampleOf(table)]
                    );
            }
            else if (part is GapInline { Sum: { } sum } gap && ProblemOf(sum, above) is { } problem)
            {
                yield return (WorkshopRules.Sum, gap.Span, [problem]);
            }
        }
    }

    /// <summary>The texts of the header cells of a table.</summary>
    public static IReadOnlyList<string> ColumnNames(Table table) =>
        table is [TableRow { IsHeader: true } header, ..] ? [.. header.Cast<TableCell>().Select(TextOf)] : [];

    private static string TextOf(TableCell cell) =>
        string.Join(' ', cell.OfType<LeafBlock>().Select(b => InlineText.Read(b.Inline)));

    private static string? ProblemOf(GapSum sum, List<(Table Table, IReadOnlyList<string> Columns)> above)
    {
        var table = above.FindLast(t => t.Columns.Contains(sum.Column, StringComparer.OrdinalIgnoreCase)).Table;
        if (table is null)
            return $"No table above has a column '{sum.Column}'."
                + SuggestionIndex.DidYouMean(sum.Column, above.SelectMany(t => t.Columns));
        if (sum.Option is not { } option)
            return null;
        var options = Choices.FindLabels(table).Distinct(StringComparer.Ordinal).ToList();
        return options.Contains(option, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"The table has no option '{option}'."
                + SuggestionIndex.DidYouMean(option, options, "Write its options as '( ) A ( ) B' in each row.");
    }

    private static string? Take(MarkdownObject part, string key)
    {
        if (part.TryGetAttributes()?.Properties is not { } properties)
            return null;
        var place = properties.FindIndex(p => p.Key == key);
        if (place < 0)
            return null;
        var value = properties[place].Value ?? "";
        properties.RemoveAt(place);
        return value;
    }

    private static void SetWidths(Table table, string text)
    {
        if (ReadWidths(text, table) is { } widths)
            table.SetData(Widths, widths);
        else
            table.SetData(InvalidWidths, InvalidWidths);
    }

    private static int[]? ReadWidths(string text, Table table)
    {
        var parts = text.Split([' ', ',', ';', '%'], StringSplitOptions.RemoveEmptyEntries);
        var weights = new List<int>();
        foreach (var part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var weight))
                return null;
            weights.Add(Math.Min(weight, 1000));
        }

        if (weights.Count != ColumnCount(table) || weights.Contains(0))
            return null;
        var sum = weights.Sum();
        return [.. weights.Select(w => Math.Max(5, (int)Math.Round(20.0 * w / sum) * 5))];
    }

    private static string ExampleOf(Table table) =>
        string.Join(' ', Enumerable.Range(0, ColumnCount(table)).Select(i => i == 0 ? 3 : 1));

    private static int ColumnCount(Table table) => table.OfType<TableRow>().Max(r => r.Count);
}

/// <summary>The column of numbers that a gap adds up.</summary>
/// <param name="Column">The header of a column of the nearest table above that has it.</param>
/// <param name="Option">Only rows in which this option is chosen; null for all rows.</param>
internal sealed record GapSum(string Column, string? Option);
