namespace KnowledgeSite.Ladders;

/// <summary>Compares the parts of a cell that have no id: its sentence, its examples and its anti-signals.</summary>
/// <param name="before">The former cell, or null if the cell is new.</param>
/// <param name="levelExisted">Whether the level existed before, so that new expectations affect people who are at
/// it.</param>
internal sealed class CellComparer(CellData? before, CellData after, bool levelExisted)
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
        var then = before?.Summary;
        var now = after.Summary;
        if (before is null)
            return now is null
                ? null
                : Change(StatementChangeType.New, after.IsWritten ? KindOfNewExpectation : ChangeKind.Minor);
        if (before.IsWritten != after.IsWritten)
            return after.IsWritten
                ? Change(StatementChangeType.AsksNow, KindOfNewExpectation)
                : Change(StatementChangeType.AsksNoMore, ChangeKind.Minor);
        if (before.Standing != after.Standing)
            return Change(StatementChangeType.OtherAnswer, ChangeKind.Minor);
        if (then != now)
            return Change(StatementChangeType.Reworded, ChangeKind.Patch);
        return before.Id == after.Id
            ? null
            : Change(StatementChangeType.Renamed, ChangeKind.Patch) with
            {
                FormerId = before.Id,
            };

        StatementChange Change(StatementChangeType type, ChangeKind kind) =>
            Create(StatementPart.Sentence, type, kind, then, now);
    }

    private StatementChange? Addition()
    {
        var then = before?.Addition;
        var now = after.Addition;
        if (then == now)
            return null;
        if (then is null)
            return Create(StatementPart.Addition, StatementChangeType.New, KindOfNewExpectation, null, now);
        return now is null
            ? Create(StatementPart.Addition, StatementChangeType.Gone, ChangeKind.Minor, then, null)
            : Create(StatementPart.Addition, StatementChangeType.Reworded, ChangeKind.Patch, then, now);
    }

    private IEnumerable<StatementChange> NotesOf(
        StatementPart part,
        IReadOnlyList<string> then,
        IReadOnlyList<string> now
    )
    {
        var removed = then.Except(now, StringComparer.Ordinal).ToList();
        var added = now.Except(then, StringComparer.Ordinal).ToList();
        var mayMatch = removed.Count + added.Count <= MaxMatched;
        foreach (var note in added)
        {
            var same = mayMatch ? removed.Find(r => HaveCommonWords(r, note)) : null;
            if (same is null)
            {
                yield return Create(part, StatementChangeType.New, ChangeKind.Minor, null, note);
                continue;
            }

            removed.Remove(same);
            yield return Create(part, StatementChangeType.Reworded, ChangeKind.Patch, same, note);
        }

        foreach (var note in removed)
            yield return Create(part, StatementChangeType.Gone, ChangeKind.Minor, note, null);
    }

    private static bool HaveCommonWords(string then, string now) =>
        WordChange.Between(then, now).Any(c => c.Kind == WordChangeKind.Kept);

    private StatementChange Create(
        StatementPart part,
        StatementChangeType type,
        ChangeKind kind,
        string? then,
        string? now
    ) =>
        new(part, type, kind)
        {
            Dimension = after.Dimension,
            Level = after.Level,
            Cell = after.Id,
            Before = then,
            After = now,
            NewlyExpectedAt = kind == ChangeKind.Major ? [after.Level] : [],
        };
}
