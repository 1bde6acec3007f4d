using System.Globalization;

namespace KnowledgeSite.Mathematics;

/// <summary>Measures of TeX, such as <c>2pt</c>.</summary>
internal static class Measure
{
    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["em"] = 1,
        ["ex"] = 0.431,
        ["mu"] = 1 / 18.0,
        ["pt"] = 0.1,
        ["px"] = 0.0753,
        ["bp"] = 0.1004,
        ["pc"] = 1.2,
        ["mm"] = 0.2845,
        ["cm"] = 2.845,
        ["in"] = 7.227,
        ["sp"] = 0.1 / 65536,
    };

    /// <summary>The measure in em, or null if the text is no measure.</summary>
    public static double? Parse(string text)
    {
        text = text.Trim();
        // The stretch of '2pt plus 1fil' has no effect here.
        var plus = text.IndexOf("plus", StringComparison.Ordinal);
        text = (plus >= 0 ? text[..plus] : text).Replace(" ", "", StringComparison.Ordinal);
        if (text.Length < 2)
            return null;
        if (text.EndsWith("width", StringComparison.Ordinal))
            return 10;
        var isNumber = double.TryParse(
            text.AsSpan(0, text.Length - 2),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        );
        return isNumber && double.IsFinite(number) && Units.TryGetValue(text[^2..], out var unit)
            ? Math.Clamp(number * unit, -100, 100)
            : null;
    }
}
