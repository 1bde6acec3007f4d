using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Helpers;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Character references worked out as a browser does in an attribute, each once: by number, also without the semicolon,
/// and by the names of the HTML Standard (sections 13.2.5.72 and 13.5).
/// </summary>
internal static partial class HtmlText
{
    /// <summary>What the numbers 0x80 to 0x9F mean: Windows-1252.</summary>
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? Reference().Replace(text, m => Decoded(m)) : text;

    private static string Decoded(Match reference)
    {
        var (number, hex) = (reference.Groups["decimal"], reference.Groups["hex"]);
        if (number.Success)
            return Character(number.Value.TrimStart('0'), NumberStyles.None);
        if (hex.Success)
            return Character(hex.Value.TrimStart('0'), NumberStyles.AllowHexSpecifier);
        return EntityHelper.DecodeEntity(reference.Groups["name"].ValueSpan) ?? reference.Value;
    }

    private static string Character(string digits, NumberStyles style)
    {
        if (
            digits.Length > 7
            || !int.TryParse(digits, style, CultureInfo.InvariantCulture, out var number)
            || !Rune.IsValid(number)
        )
            return "\uFFFD";
        return number is >= 0x80 and <= 0x9F ? Windows1252[number - 0x80].ToString() : new Rune(number).ToString();
    }

    [GeneratedRegex(
        "&(#(?<decimal>[0-9]+);?|#[xX](?<hex>[0-9a-fA-F]+);?|(?<name>[A-Za-z][A-Za-z0-9]*);)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Reference();
}
