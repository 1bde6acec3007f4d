namespace KnowledgeSite.Workshops;

/// <summary>A step of the agenda of a workshop.</summary>
/// <param name="Start">The start in minutes from the beginning of the workshop.</param>
/// <param name="What">A description of what happens, or null for a break.</param>
/// <param name="Lead">The person who leads the step, or null for the facilitator.</param>
public sealed record AgendaStep(int Start, int Minutes, string Title, string? What, string? Lead, bool IsBreak)
{
    public int End => Start + Minutes;
}
