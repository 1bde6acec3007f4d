using System.Globalization;

namespace KnowledgeSite.Content;

/// <summary>
/// How long after a review a page has to be read again, in GOV.UK's words: <c>6 months</c>, <c>2 weeks</c>.
/// </summary>
public readonly record struct ReviewInterval(int Months, int Days)
{
    /// <summary>What <see cref="Parse"/> takes, in small letters.</summary>
    internal const string Pattern = "^ *0*([1-9][0-9]{0,2}|1000) +(day|week|month|year)s* *$";

    /// <summary>The calendar ends with the year 9999.</summary>
    public DateOnly After(DateOnly reviewed)
    {
        var last = DateOnly.MaxValue.AddMonths(-Months).AddDays(-Days);
        return reviewed > last ? DateOnly.MaxValue : reviewed.AddMonths(Months).AddDays(Days);
    }

    /// <summary>As <see cref="Parse"/> takes it.</summary>
    public override string ToString()
    {
        var (count, unit) =
            Months > 0 ? (Months, "month")
            : Days % 7 == 0 ? (Days / 7, "week")
            : (Days, "day");
        return $"{count} {unit}{(count == 1 ? "" : "s")}";
    }

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
