using KnowledgeSite.Content;

namespace KnowledgeSite.Ladders;

/// <summary>
/// The openings of a cell's sentence that say, with a reason after them, that nothing new is asked for.
/// </summary>
internal static class CellMarker
{
    private const string NoIncrease = "No increase here";
    private const string NotApplicable = "Does not apply";

    public static CellStanding StandingOf(Statement? summary)
    {
        if (Opens(summary, NoIncrease))
            return CellStanding.NoIncrease;
        return Opens(summary, NotApplicable) ? CellStanding.NotApplicable : CellStanding.Written;
    }

    /// <summary>Of a standing that is not <see cref="CellStanding.Written"/>.</summary>
    public static string OpeningOf(CellStanding standing) =>
        standing == CellStanding.NoIncrease ? NoIncrease : NotApplicable;

    /// <summary>How the sentence goes on: up to where the reason begins.</summary>
    public static string LeadOf(CellStanding standing) =>
        standing == CellStanding.NoIncrease ? NoIncrease + ":" : NotApplicable + ", because";

    public static string ReasonIn(string summary, CellStanding standing)
    {
        var reason = summary[OpeningOf(standing).Length..].TrimStart(',', ':', ' ').TrimEnd('.');
        return reason.StartsWith("because ", StringComparison.OrdinalIgnoreCase) ? reason["because ".Length..] : reason;
    }

    private static bool Opens(Statement? summary, string opening) =>
        summary?.Text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) == true;
}
