using System.Globalization;

namespace KnowledgeSite.Content.Yaml;

/// <summary>
/// The time from one review of a page to the next, written as on GOV.UK: <c>6 months</c>, <c>2 weeks</c>.
/// </summary>
public readonly record struct ReviewInterval(int Months, int Days)
{
    /// <summary>A regular expression for what <see cref="Parse"/> accepts, in lower case.</summary>
    internal const string Pattern = "^ *0*([1-9][0-9]{0,2}|1000) +(day|week|month|year)s* *$";

    /// <summary>The date of the next review, at most <see cref="DateOnly.MaxValue"/>.</summary>
    public DateOnly After(DateOnly reviewed)
    {
        var last = DateOnly.MaxValue.AddMonths(-Months).AddDays(-Days);
        return reviewed > last ? DateOnly.MaxValue : reviewed.AddMonths(Months).AddDays(Days);
    }

    /// <summary>The interval as <see cref="Parse"/> accepts it.</summary>
    public override string ToString()
    {
        var (count, unit) =
            Months > 0 ? (Months, "month")
            : Days % 7 == 0 ? (Days / 7, "week")
            : (Days, "day");
        return $"{count} {unit}{(count == 1 ? "" : "s")}";
    }

    /// <summary>Parses a number from 1 to 1000 and a unit. Null if the text is not an interval.</summary>
    public static ReviewInterval? Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (
            parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is 0 or > 1000
        )
            return null;
        return parts[1].ToLowerInvariant().TrimEnd('s') switch
        {
            "day" => new(0, count),
            "week" => new(0, 7 * count),
            "month" => new(count, 0),
            "year" => new(12 * count, 0),
            _ => null,
        };
    }
}
