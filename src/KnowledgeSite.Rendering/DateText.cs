using System.Globalization;

namespace KnowledgeSite.Rendering;

/// <summary>Formats dates for pages: with English month names, in the order of the site's language.</summary>
public static class DateText
{
    /// <summary>Formats a date such as "29 November 2026", or "November 29, 2026" in American English.</summary>
    /// <param name="language">A BCP 47 language tag.</param>
    public static string FormatLong(DateOnly date, string language) => Format(date, language, "MMMM");

    /// <summary>Formats a date such as "29 Nov 2026", or "Nov 29, 2026" in American English.</summary>
    /// <param name="language">A BCP 47 language tag.</param>
    public static string FormatShort(DateOnly date, string language) => Format(date, language, "MMM");

    private static string Format(DateOnly date, string language, string month)
    {
        var isMonthFirst = language.Equals("en-US", StringComparison.OrdinalIgnoreCase);
        return date.ToString(isMonthFirst ? $"{month} d, yyyy" : $"d {month} yyyy", CultureInfo.InvariantCulture);
    }
}
