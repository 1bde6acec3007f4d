using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Reads and writes the times of Gantt charts, without a time zone.</summary>
internal static partial class GanttTimeFormat
{
    /// <summary>
    /// The date of times without one. It is a fixed Monday, so that a diagram never depends on the current date.
    /// </summary>
    private static readonly DateTime DefaultDate = new(2024, 1, 1);

    private static readonly string[] DefaultFormats =
    [
        "yyyy-MM-dd",
        "yyyy-M-d",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM",
        "yyyy/MM/dd",
        "yyyy",
    ];

    /// <summary>
    /// Reads a time in a format such as <c>YYYY-MM-DD</c> or, if that fails, in one of the default formats.
    /// </summary>
    /// <returns>Null if the text is no time.</returns>
    public static DateTime? Parse(string text, string format) =>
        ParseExact(text, format)
        ?? (
            DateTime.TryParseExact(
                text,
                DefaultFormats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
                ? time
                : null
        );

    private static DateTime? ParseExact(string text, string format)
    {
        var parts = new TimeParts();
        var at = 0;
        foreach (Match token in Token().Matches(format))
        {
            if (token.Value[0] == '[' || PatternOf(token.Value) is not { } pattern)
            {
                var literal = token.Value.Trim('[', ']');
                if (string.CompareOrdinal(text, at, literal, 0, literal.Length) != 0)
                    return null;
                at += literal.Length;
                continue;
            }

            if (pattern.Match(text, at) is not { Success: true } match || !parts.Set(token.Value, match.Value))
                return null;
            at += match.Length;
        }

        return at == text.Length ? parts.ToTime(DefaultDate) : null;
    }

    private static Regex? PatternOf(string token) =>
        token switch
        {
            "YYYY" => FourDigits(),
            "MMM" or "MMMM" or "A" or "a" => Letters(),
            "Do" => Ordinal(),
            "Z" or "ZZ" => Offset(),
            "X" or "x" => Number(),
            "DDD" or "DDDD" or "SSS" => ThreeDigits(),
            "YY"
            or "Q"
            or "M"
            or "MM"
            or "D"
            or "DD"
            or "H"
            or "HH"
            or "h"
            or "hh"
            or "m"
            or "mm"
            or "s"
            or "ss"
            or "S"
            or "SS" => TwoDigits(),
            _ => null,
        };

    /// <summary>
    /// Writes a time in a format such as <c>%d %b</c>: https://d3js.org/d3-time-format#locale_format.
    /// </summary>
    public static string Format(DateTime time, string format, UiStrings strings)
    {
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                text.Append(format[i]);
                continue;
            }

            var padding = format[i + 1] is '-' or '_' or '0' && i + 2 < format.Length ? format[++i] : '\0';
            var written = Field(time, format[++i], strings);
            text.Append(
                padding switch
                {
                    '-' => written.TrimStart('0', ' ') is { Length: > 0 } digits ? digits : "0",
                    '_' => written.TrimStart('0').PadLeft(written.Length),
                    _ => written,
                }
            );
        }

        return text.ToString().Trim();
    }

    private static string Field(DateTime time, char field, UiStrings text)
    {
        return field switch
        {
            'a' => text.ShortWeekday(time.DayOfWeek),
            'A' => text.Weekday(time.DayOfWeek),
            'b' => text.ShortMonth(time.Month),
            'B' => text.Month(time.Month),
            'c' =>
                $"{text.ShortWeekday(time.DayOfWeek)} {text.ShortMonth(time.Month)} {time.Day, 2} {F("HH:mm:ss yyyy")}",
            'd' => F("dd"),
            'e' => $"{time.Day, 2}",
            'f' => F("ffffff"),
            'g' or 'G' => Digits(ISOWeek.GetYear(time) % (field == 'g' ? 100 : 10_000), field == 'g' ? 2 : 4),
            'H' => F("HH"),
            'I' => F("hh"),
            'j' => Digits(time.DayOfYear, 3),
            'L' => F("fff"),
            'm' => F("MM"),
            'M' => F("mm"),
            'p' => F("tt"),
            'q' => Digits(((time.Month - 1) / 3) + 1, 1),
            'Q' => Digits((long)(time - DateTime.UnixEpoch).TotalMilliseconds, 1),
            's' => Digits((long)(time - DateTime.UnixEpoch).TotalSeconds, 1),
            'S' => F("ss"),
            'u' => Digits(time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)time.DayOfWeek, 1),
            'U' => Digits((time.DayOfYear + 6 - (int)time.DayOfWeek) / 7, 2),
            'V' => Digits(ISOWeek.GetWeekOfYear(time), 2),
            'w' => Digits((int)time.DayOfWeek, 1),
            'W' => Digits((time.DayOfYear + 6 - (((int)time.DayOfWeek + 6) % 7)) / 7, 2),
            'x' => F("MM/dd/yyyy"),
            'X' => F("HH:mm:ss"),
            'y' => F("yy"),
            'Y' => F("yyyy"),
            'Z' => "+0000",
            '%' => "%",
            _ => $"%{field}",
        };

        string F(string format) => time.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Digits(long value, int count) => value.ToString("D" + count, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\[[^\]]*\]|YYYY|YY|MMMM|MMM|MM|M|DDDD|DDD|DD|Do|D|Q|HH|H|hh|h|mm|m|ss|s|SSS|SS|S|ZZ|Z|A|a|X|x|.",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Token();

    [GeneratedRegex(@"\G[0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"\G[0-9]{1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeDigits();

    [GeneratedRegex(@"\G[0-9]{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex TwoDigits();

    [GeneratedRegex(@"\G[0-9]{1,2}(?:st|nd|rd|th)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\G[A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\G-?[0-9]{1,14}(?:\.[0-9]{1,9})?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\G(?:Z|[+-][0-9]{2}:?[0-9]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
