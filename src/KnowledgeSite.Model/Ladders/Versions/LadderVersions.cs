using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// The versions of a ladder, from <c>versions.yaml</c> and the snapshots in <c>versions/</c> beside it.
/// </summary>
/// <param name="All">The versions, the newest first.</param>
/// <param name="Since">The changes since the newest version, or null if there is no version.</param>
/// <param name="Next">The kind of change that the authors declare for the next version, or null.</param>
public sealed record LadderVersions(IReadOnlyList<LadderVersion> All, LadderChange? Since, SaidKind? Next)
{
    public const string FileName = "versions.yaml";

    public static readonly LadderVersions None = new([], null, null);

    public static SourcePath FileOf(SourcePath ladder) => ladder.Append(FileName);

    public static SourcePath SnapshotOf(SourcePath ladder, string version) =>
        ladder.Append("versions").Append(version + ".json");
}
