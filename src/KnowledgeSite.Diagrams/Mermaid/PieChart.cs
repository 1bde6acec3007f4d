using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>A pie chart: shares of a whole.</summary>
internal sealed class PieChart() : MermaidDiagram(text => text.PieChart)
{
    public List<PieSlice> Slices { get; } = [];

    /// <summary>True if the values are shown beside the percentages.</summary>
    public bool ShowsValues { get; set; }

    public override Picture Draw(double room) => new PieDrawing(this).Draw(room);

    public override IReadOnlyList<OutlineEntry> Describe() =>
        [.. Slices.Select(s => new OutlineEntry(Strings.Labelled(s.Label.Replace('\n', ' '), ValueOf(s))))];

    /// <summary>The part of the whole, from 0 to 1.</summary>
    public double ShareOf(PieSlice slice) => slice.Value / Slices.Sum(s => s.Value);

    /// <summary>The percentage, such as "12.5%".</summary>
    public string PercentageOf(PieSlice slice)
    {
        var percentage = ShareOf(slice) * 100;
        return percentage is > 0 and < 0.05
            ? "<" + Strings.Percent(Strings.ShortNumber(0.1, 1))
            : Strings.Percent(Strings.ShortNumber(percentage, 1));
    }

    /// <summary>The percentage, after the value if values are shown.</summary>
    public string ValueOf(PieSlice slice) =>
        ShowsValues ? $"{slice.Written} ({PercentageOf(slice)})" : PercentageOf(slice);
}

/// <param name="Written">The value as the author wrote it.</param>
internal sealed record PieSlice(string Label, double Value, string Written);

/// <summary>Reads a pie chart: https://mermaid.js.org/syntax/pie.html.</summary>
internal static partial class PieParser
{
    private const int MaxSlices = 36;

    public static PieChart Parse(MermaidScanner scanner)
    {
        var chart = new PieChart();
        scanner.SkipBlank();
        var first = scanner.Position;
        chart.ShowsValues = scanner.TryTakeWord("showData");
        foreach (var line in DiagramLines.Read(scanner, chart))
        {
            var match = Slice().Match(line.Text);
            if (!match.Success)
                scanner.Fail(
                    line.Offset,
                    line.Text.Length,
                    $"'{line.Excerpt}' is not a slice.",
                    "Write it like '\"Dogs\" : 386'."
                );
            if (match.Groups["minus"].Length > 0)
                scanner.Fail(
                    line.Offset + match.Groups["minus"].Index,
                    match.Groups["minus"].Length + match.Groups["value"].Length,
                    "A slice cannot have a negative value.",
                    "Write a number that is greater than zero."
                );
            if (chart.Slices.Count == MaxSlices)
                scanner.Fail(
                    line.Offset,
                    line.Text.Length,
                    $"It has more than {MaxSlices} slices, too many to read.",
                    "Combine small ones."
                );
            var value = match.Groups["value"].Value;
            chart.Slices.Add(
                new(
                    MermaidText.Lines(Escape().Replace(match.Groups["label"].Value[1..^1], "$1")),
                    double.Parse(value, CultureInfo.InvariantCulture),
                    value
                )
            );
        }

        if (!chart.Slices.Exists(s => s.Value > 0))
            scanner.Fail(first, 1, "It has no slice with a value.", "Add one, such as '\"Dogs\" : 386'.");
        return chart;
    }

    [GeneratedRegex(
        @"\A(?<label>""(?:[^""\\]|\\.)*""|'(?:[^'\\]|\\.)*')\s*:\s*(?<minus>-?)"
            + @"(?<value>[0-9]{1,15}(?:\.[0-9]{1,15})?)\s*;?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Slice();

    /// <summary>An escaped quotation mark or backslash; <c>\n</c> is a line break.</summary>
    [GeneratedRegex(@"\\([^n])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
