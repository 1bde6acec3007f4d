namespace KnowledgeSite.Ladders;

/// <summary>Compares the properties of a level in <c>ladder.yaml</c>.</summary>
internal static class LevelFacts
{
    /// <param name="names">The former ids of levels, so that a step to a renamed level counts as unchanged.</param>
    public static IReadOnlyList<FactChange> Between(SnapshotLevel before, SnapshotLevel after, FormerNames names)
    {
        var facts = new List<FactChange>();
        Compare("id", before.Id, after.Id, ChangeKind.Patch);
        Compare("code", before.Code, after.Code, ChangeKind.Minor);
        Compare("title", before.Title, after.Title, ChangeKind.Patch);
        Compare("track", before.Track, after.Track, ChangeKind.Minor);
        Compare("next", List(before.Next), List(after.Next.Select(n => names.Before(n) ?? n)), ChangeKind.Minor);
        Compare("reach", before.Reach, after.Reach, ChangeKind.Patch);
        Compare("horizon", before.Horizon, after.Horizon, ChangeKind.Patch);
        Compare("direction", before.Direction, after.Direction, ChangeKind.Patch);
        // People who could stay at this level permanently are now expected to move on.
        Compare(
            "terminal",
            Word(before.Terminal),
            Word(after.Terminal),
            before.Terminal ? ChangeKind.Major : ChangeKind.Minor
        );
        return facts;

        void Compare(string name, string? then, string? now, ChangeKind kind)
        {
            if (then != now)
                facts.Add(
                    new(
                        name,
                        then,
                        now,
                        kind == ChangeKind.Patch && (then is null || now is null) ? ChangeKind.Minor : kind
                    )
                );
        }
    }

    private static string? List(IEnumerable<string> levels) =>
        string.Join(", ", levels) is { Length: > 0 } list ? list : null;

    private static string Word(bool terminal) => terminal ? "yes" : "no";
}
