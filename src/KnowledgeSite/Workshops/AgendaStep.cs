namespace KnowledgeSite.Workshops;

/// <summary>A step of an agenda.</summary>
/// <param name="Start">Minutes from the beginning of the workshop.</param>
/// <param name="What">What happens; null for a break.</param>
/// <param name="Lead">Null where the facilitator leads.</param>
public sealed record AgendaStep(int Start, int Minutes, string Title, string? What, string? Lead, bool IsBreak)
{
    public int End => Start + Minutes;
}
