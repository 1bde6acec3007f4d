using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>A state of a ladder that was published, and what it changed.</summary>
/// <param name="Name">As people quote it: <c>1.2</c>.</param>
/// <param name="Change">Since the version before; null for the first one.</param>
/// <param name="Said">What its authors say of it, where ids do not tell; else null.</param>
/// <param name="NameSpan">Where the name is written in <c>versions.yaml</c>; for findings.</param>
public sealed record LadderVersion(
    string Name,
    DateOnly Date,
    string? Note,
    LadderSnapshot Snapshot,
    LadderChange? Change,
    SaidKind? Said,
    SourceSpan NameSpan
)
{
    public ChangeKind Kind => Said?.Kind ?? Change?.Kind ?? ChangeKind.None;
}

/// <summary>What authors say a change of a ladder weighs.</summary>
/// <param name="Because">Why it weighs less than its ids say.</param>
public sealed record SaidKind(ChangeKind Kind, string? Because);
