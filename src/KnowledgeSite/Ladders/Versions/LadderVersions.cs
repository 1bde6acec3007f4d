using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// The versions of a ladder, from <c>versions.yaml</c> and the snapshots in <c>versions/</c> beside it.
/// </summary>
/// <param name="All">The newest first.</param>
/// <param name="Since">What is different from the newest one; null where there is none.</param>
/// <param name="Next">What the next version is said to weigh; null where nobody said.</param>
public sealed record LadderVersions(IReadOnlyList<LadderVersion> All, LadderChange? Since, SaidKind? Next)
{
    public const string FileName = "versions.yaml";

    public static readonly LadderVersions None = new([], null, null);

    public static SourcePath FileOf(SourcePath ladder) => ladder.Append(FileName);

    public static SourcePath SnapshotOf(SourcePath ladder, string version) =>
        ladder.Append("versions").Append(version + ".json");
}
