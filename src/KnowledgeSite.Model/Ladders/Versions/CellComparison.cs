namespace KnowledgeSite.Ladders;

/// <summary>Compares the parts of a cell that have no id: its sentence, its examples and its anti-signals.</summary>
/// <param name="before">The former cell, or null if the cell is new.</param>
/// <param name="levelExisted">Whether the level existed before, so that new expectations affect people who are at
/// it.</param>
internal sealed class CellComparison(SnapshotCell? before, SnapshotCell after, bool levelExisted)
{
    /// <summary>
    /// The maximum number of changed notes that are matched by their words. If there are more, they count as removed
    /// and added.
    /// </summary>
    private const int MaxMatched = 20;

    private ChangeKind KindOfNewExpectation => levelExisted ? ChangeKind.Major : ChangeKind.Minor;

    public IEnumerable<StatementChange> Sentences => new[] { Sentence(), Addition() }.OfType<StatementChange>();

    public IEnumerable<StatementChange> Notes =>
        [
            .. NotesOf(StatementPart.Example, before?.Examples ?? [], after.Examples),
            .. NotesOf(StatementPart.AntiSignal, before?.AntiSignals ?? [], after.AntiSignals),
        ];

    private StatementChange? Sentence()
    {
        var (then, now) = (before?.Summary, after.Summary);
        if (before is null)
            return now is null
                ? null
                : Change(
                    StatementPart.Sentence,
                    StatementChangeType.New,
                    after.IsWritten ? KindOfNewExpectation : ChangeKind.Minor,
                    null,
                    now
                );
        if (before.IsWritten != after.IsWritten)
            return after.IsWritten
                ? Change(StatementPart.Sentence, StatementChangeType.AsksNow, KindOfNewExpectation, then, now)
                : Change(StatementPart.Sentence, StatementChangeType.AsksNoMore, ChangeKind.Minor, then, now);
        if (before.Standing != after.Standing)
            return Change(StatementPart.Sentence, StatementChangeType.OtherAnswer, ChangeKind.Minor, then, now);
        if (then != now)
            return Change(StatementPart.Sentence, StatementChangeType.Reworded, ChangeKind.Patch, then, now);
        return before.Id == after.Id
            ? null
            : Change(StatementPart.Sentence, StatementChangeType.Renamed, ChangeKind.Patch, then, now) with
            {
                FormerId = before.Id,
            };
    }

    private StatementChange? Addition() =>
        (before?.Addition, after.Addition) switch
        {
            (null, { } now) => Change(StatementPart.Addition, StatementChangeType.New, KindOfNewExpectation, null, now),
            ({ } then, null) => Change(StatementPart.Addition, StatementChangeType.Gone, ChangeKind.Minor, then, null),
            ({ } then, { } now) when then != now => Change(
                StatementPart.Addition,
                StatementChangeType.Reworded,
                ChangeKind.Patch,
                then,
                now
            ),
            _ => null,
        };

    private IEnumerable<StatementChange> NotesOf(
        StatementPart part,
        IReadOnlyList<string> then,
        IReadOnlyList<string> now
    )
    {
        var (gone, come) = (
            then.Except(now, StringComparer.Ordinal).ToList(),
            now.Except(then, StringComparer.Ordinal).ToList()
        );
        foreach (var note in come)
        {
            var same = gone.Count + come.Count <= MaxMatched ? gone.Find(g => HaveCommonWords(g, note)) : null;
            if (same is not null)
                gone.Remove(same);
            yield return Change(
                part,
                same is null ? StatementChangeType.New : StatementChangeType.Reworded,
                same is null ? ChangeKind.Minor : ChangeKind.Patch,
                same,
                note
            );
        }

        foreach (var note in gone)
            yield return Change(part, StatementChangeType.Gone, ChangeKind.Minor, note, null);
    }

    private static bool HaveCommonWords(string then, string now) =>
        WordChange.Between(then, now).Any(c => c.Kind == WordChangeKind.Stays);

    private StatementChange Change(
        StatementPart part,
        StatementChangeType turn,
        ChangeKind kind,
        string? then,
        string? now
    ) =>
        new(
            part,
            turn,
            kind,
            after.Dimension,
            after.Level,
            after.Id,
            null,
            null,
            then,
            now,
            kind == ChangeKind.Major ? [after.Level] : []
        );
}
