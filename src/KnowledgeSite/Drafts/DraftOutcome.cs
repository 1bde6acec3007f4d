namespace KnowledgeSite.Drafts;

/// <summary>A draft, or why there is none and what to ask for: exactly one of the two.</summary>
public sealed record DraftOutcome(Draft? Draft, string? Refusal)
{
    internal static DraftOutcome From(Draft draft) => new(draft, null);

    internal static DraftOutcome No(string refusal) => new(null, refusal);
}
