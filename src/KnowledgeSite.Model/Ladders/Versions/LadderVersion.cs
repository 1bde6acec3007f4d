using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>A published version of a ladder.</summary>
/// <param name="Name">The name of the version, such as <c>1.2</c>.</param>
/// <param name="Change">The changes since the previous version, or null for the first one.</param>
/// <param name="Said">The kind of change that the authors declare, or null if they declare none.</param>
/// <param name="NameSpan">The position of the name in <c>versions.yaml</c>, for diagnostics.</param>
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

/// <summary>The kind of change that the authors declare.</summary>
/// <param name="Because">The reason why the change has less effect than its ids suggest, or null.</param>
public sealed record SaidKind(ChangeKind Kind, string? Because);
