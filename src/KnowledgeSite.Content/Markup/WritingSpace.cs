using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Content.Markup;

/// <summary>Room on paper for what a person writes, and in a browser a field.</summary>
internal abstract partial record WritingSpace
{
    /// <param name="Count">Ruled lines, each high enough for handwriting.</param>
    public sealed record Lines(int Count) : WritingSpace;

    public sealed record Box(int Millimetres, string Label) : WritingSpace;

    public sealed record Grid(int Columns, int Rows) : WritingSpace;

    /// <summary>Numbers to ring.</summary>
    public sealed record Scale(int From, int To, string Low, string High) : WritingSpace;

    /// <summary>The names of all forms, each with what it takes and an example.</summary>
    public static IReadOnlyDictionary<string, (string Takes, string Example)> Forms { get; } =
        new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase)
        {
            ["lines"] = ("a number of lines from 1 to 24", "lines 6"),
            ["box"] = ("a height from 10mm to 180mm and, if need be, a label", "box 40mm Your sketch"),
            ["grid"] = ("columns from 1 to 8 by rows from 1 to 12", "grid 5x3"),
            ["scale"] = (
                "a first and a last number, at most 11 steps apart, and the words for both ends",
                "scale 1-5 never | always"
            ),
        };

    /// <summary>Null where the arguments are not what the form takes.</summary>
    public static WritingSpace? Parse(string form, string arguments) =>
        form.ToLowerInvariant() switch
        {
            "lines" when Number(arguments) is >= 1 and <= 24 and var count => new Lines(count),
            "box"
                when BoxForm().Match(arguments) is { Success: true } box
                    && Number(box.Groups[1].Value) is >= 10 and <= 180 and var height => new Box(
                height,
                box.Groups[2].Value
            ),
            "grid" when GridForm().Match(arguments) is { Success: true } grid => Sized(
                Number(grid.Groups[1].Value),
                Number(grid.Groups[2].Value)
            ),
            "scale" when ScaleForm().Match(arguments) is { Success: true } scale => Between(
                Number(scale.Groups[1].Value),
                Number(scale.Groups[2].Value),
                scale.Groups[3].Value.Trim(),
                scale.Groups[4].Value.Trim()
            ),
            _ => null,
        };

    private static Grid? Sized(int columns, int rows) =>
        columns is >= 1 and <= 8 && rows is >= 1 and <= 12 ? new(columns, rows) : null;

    private static Scale? Between(int from, int to, string low, string high) =>
        from >= 0 && to > from && to - from <= 10 ? new(from, to, low, high) : null;

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    [GeneratedRegex(@"^([0-9]{1,3})\s?mm(?:\s+(.+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex BoxForm();

    [GeneratedRegex(@"^([0-9]{1,2})\s?[x×]\s?([0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex GridForm();

    [GeneratedRegex(@"^([0-9]{1,3})\s?[-–]\s?([0-9]{1,3})(?:\s([^|]+)\|([^|]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex ScaleForm();
}
