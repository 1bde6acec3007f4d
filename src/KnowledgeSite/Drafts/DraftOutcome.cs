namespace KnowledgeSite.Drafts;

/// <summary>
/// Either a draft, or the reason why there is none together with the fix. Exactly one of the two is set.
/// </summary>
internal sealed record DraftOutcome(Draft? Draft, string? Refusal)
{
    internal static DraftOutcome From(Draft draft) => new(draft, null);

    internal static DraftOutcome Refuse(string refusal) => new(null, refusal);
}
