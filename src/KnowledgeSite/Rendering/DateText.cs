using System.Globalization;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Dates as pages show them: with the month as an English word, and in the order of the site's language.
/// </summary>
public static class DateText
{
    /// <summary>"29 November 2026"; in American English "November 29, 2026".</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public static string FormatLong(DateOnly date, string language) => Format(date, language, "MMMM");

    /// <summary>"29 Nov 2026"; in American English "Nov 29, 2026".</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public static string FormatShort(DateOnly date, string language) => Format(date, language, "MMM");

    private static string Format(DateOnly date, string language, string month)
    {
        var isMonthFirst = language.Equals("en-US", StringComparison.OrdinalIgnoreCase);
        return date.ToString(isMonthFirst ? $"{month} d, yyyy" : $"d {month} yyyy", CultureInfo.InvariantCulture);
    }
}
