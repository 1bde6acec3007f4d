using KnowledgeSite.Content;

namespace KnowledgeSite.Ladders;

/// <summary>
/// The phrases at the beginning of a cell that state, followed by a reason, that nothing new is expected.
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

    /// <summary>The phrase for a standing other than <see cref="CellStanding.Written"/>.</summary>
    public static string OpeningOf(CellStanding standing) =>
        standing == CellStanding.NoIncrease ? NoIncrease : NotApplicable;

    /// <summary>The beginning of the sentence up to the reason.</summary>
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
