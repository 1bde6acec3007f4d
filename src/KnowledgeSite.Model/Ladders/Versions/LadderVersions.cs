using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// The versions of a ladder, from <c>versions.yaml</c> and the snapshots in <c>versions/</c> beside it.
/// </summary>
/// <param name="All">The versions, the newest first.</param>
/// <param name="Since">The changes since the newest version, or null if there is no version.</param>
/// <param name="Next">The kind of change that the authors declare for the next version, or null.</param>
internal sealed record LadderVersions(IReadOnlyList<LadderVersion> All, LadderDifference? Since, DeclaredKind? Next)
{
    public const string FileName = "versions.yaml";

    public static readonly LadderVersions None = new([], null, null);

    public static SourcePath FileOf(SourcePath ladder) => ladder.Append(FileName);

    public static SourcePath SnapshotOf(SourcePath ladder, string version) =>
        ladder.Append("versions").Append(version + ".json");
}

/// <summary>A published version of a ladder.</summary>
/// <param name="Name">The name of the version, such as <c>1.2</c>.</param>
/// <param name="Change">The changes since the previous version, or null for the first one.</param>
/// <param name="Declared">The kind of change that the authors declare, or null if they declare none.</param>
/// <param name="NameSpan">The position of the name in <c>versions.yaml</c>, for diagnostics.</param>
internal sealed record LadderVersion(
    string Name,
    DateOnly Date,
    string? Note,
    LadderDocument Snapshot,
    LadderDifference? Change,
    DeclaredKind? Declared,
    SourceSpan NameSpan
)
{
    public ChangeKind Kind => Declared?.Kind ?? Change?.Kind ?? ChangeKind.None;
}

/// <summary>The kind of change that the authors declare.</summary>
/// <param name="Because">The reason why the change has less effect than its ids suggest, or null.</param>
internal sealed record DeclaredKind(ChangeKind Kind, string? Because);
