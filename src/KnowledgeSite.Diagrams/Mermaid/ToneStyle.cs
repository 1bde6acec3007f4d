using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Maps the colours that an author chose to the hues of the theme, which have enough contrast in light, dark and print.
/// </summary>
internal static partial class ToneStyle
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["red"] = "red",
        ["darkred"] = "red",
        ["firebrick"] = "red",
        ["crimson"] = "red",
        ["tomato"] = "red",
        ["salmon"] = "red",
        ["lightcoral"] = "red",
        ["indianred"] = "red",
        ["orange"] = "orange",
        ["darkorange"] = "orange",
        ["coral"] = "orange",
        ["brown"] = "orange",
        ["peru"] = "orange",
        ["yellow"] = "yellow",
        ["gold"] = "yellow",
        ["lightyellow"] = "yellow",
        ["khaki"] = "yellow",
        ["green"] = "green",
        ["lightgreen"] = "green",
        ["darkgreen"] = "green",
        ["lime"] = "green",
        ["limegreen"] = "green",
        ["seagreen"] = "green",
        ["palegreen"] = "green",
        ["forestgreen"] = "green",
        ["blue"] = "blue",
        ["lightblue"] = "blue",
        ["skyblue"] = "blue",
        ["lightskyblue"] = "blue",
        ["darkblue"] = "blue",
        ["navy"] = "blue",
        ["royalblue"] = "blue",
        ["steelblue"] = "blue",
        ["cornflowerblue"] = "blue",
        ["dodgerblue"] = "blue",
        ["aqua"] = "blue",
        ["cyan"] = "blue",
        ["lightcyan"] = "blue",
        ["teal"] = "blue",
        ["turquoise"] = "blue",
        ["purple"] = "purple",
        ["violet"] = "purple",
        ["magenta"] = "purple",
        ["orchid"] = "purple",
        ["plum"] = "purple",
        ["lavender"] = "purple",
        ["indigo"] = "purple",
        ["pink"] = "purple",
        ["lightpink"] = "purple",
        ["hotpink"] = "purple",
        ["grey"] = "quiet",
        ["gray"] = "quiet",
        ["lightgrey"] = "quiet",
        ["lightgray"] = "quiet",
        ["darkgrey"] = "quiet",
        ["darkgray"] = "quiet",
        ["silver"] = "quiet",
    };

    /// <summary>
    /// The classes for a style such as <c>fill:#f96,stroke-width:4px</c>; null if it changes nothing.
    /// </summary>
    /// <param name="main">The property whose colour counts first, <c>fill</c> or <c>stroke</c>.</param>
    public static string? Read(string? style, string main)
    {
        if (style is null)
            return null;
        string? tone = null;
        string? other = null;
        var isDashed = false;
        var isThick = false;
        foreach (Match match in Property().Matches(style))
        {
            var value = match.Groups[2].Value.Trim();
            switch (match.Groups[1].Value)
            {
                case "fill" or "stroke" when ToneOf(value) is { } found:
                    if (match.Groups[1].Value == main)
                        tone = found;
                    else
                        other = found;
                    break;
                case "stroke-dasharray":
                    isDashed = value is not ("0" or "none");
                    break;
                case "stroke-width":
                    isThick =
                        double.TryParse(value.TrimEnd('p', 'x'), CultureInfo.InvariantCulture, out var width)
                        && width >= 3;
                    break;
            }
        }

        string?[] classes =
        [
            (tone ?? other) is { } hue ? $"tone-{hue}" : null,
            isDashed ? "dashed" : null,
            isThick ? "thick" : null,
        ];
        var all = string.Join(' ', classes.OfType<string>());
        return all.Length == 0 ? null : all;
    }

    /// <summary>The hue of a colour; null for white, black, unknown and transparent colours.</summary>
    private static string? ToneOf(string color)
    {
        if (Names.TryGetValue(color, out var tone))
            return tone;
        if (Hex().Match(color) is not { Success: true } hex)
            return null;
        var digits = hex.Groups[1].Value;
        var isShort = digits.Length < 6;
        var red = Part(0);
        var green = Part(1);
        var blue = Part(2);
        var most = Math.Max(red, Math.Max(green, blue));
        var least = Math.Min(red, Math.Min(green, blue));
        if (most - least < 0.04)
            return most is > 0.2 and < 0.93 ? "quiet" : null;
        var hue =
            most == red ? ((green - blue) / (most - least) * 60 + 360) % 360
            : most == green ? ((blue - red) / (most - least) * 60) + 120
            : ((red - green) / (most - least) * 60) + 240;
        return hue switch
        {
            < 14 or >= 340 => "red",
            < 42 => "orange",
            < 68 => "yellow",
            < 168 => "green",
            < 250 => "blue",
            _ => "purple",
        };

        double Part(int index) =>
            isShort
                ? int.Parse(digits.AsSpan(index, 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 15.0
                : int.Parse(digits.AsSpan(2 * index, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
    }

    [GeneratedRegex(@"([a-z-]+)\s*:\s*([^,;]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Property();

    [GeneratedRegex(@"\A#([0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();
}
