namespace KnowledgeSite.Drafts;

/// <summary>A question to the author of a page before it is created.</summary>
/// <param name="Usual">The default answer.</param>
/// <param name="Choices">The possible answers. Empty if any text is allowed.</param>
/// <param name="IsSeveral">Whether any number of the choices may be selected.</param>
/// <param name="Put">Returns the request with the answers added.</param>
internal sealed record DraftQuestion(
    string Text,
    string? Usual,
    IReadOnlyList<string> Choices,
    bool IsSeveral,
    Func<DraftRequest, IReadOnlyList<string>, DraftRequest> Put
);
