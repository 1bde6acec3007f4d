namespace KnowledgeSite.Drafts;

/// <summary>Something that its author may say of a page before it is made.</summary>
/// <param name="Usual">What holds where nothing is said.</param>
/// <param name="Choices">What may be said; empty where it is free.</param>
/// <param name="IsSeveral">More than one of the choices may be taken, or none.</param>
/// <param name="Put">What is known with the answers.</param>
public sealed record DraftQuestion(
    string Text,
    string? Usual,
    IReadOnlyList<string> Choices,
    bool IsSeveral,
    Func<DraftRequest, IReadOnlyList<string>, DraftRequest> Put
);
