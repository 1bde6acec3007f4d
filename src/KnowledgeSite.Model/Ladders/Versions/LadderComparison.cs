namespace KnowledgeSite.Ladders;

/// <summary>
/// Compares two states of a ladder. The time is proportional to the number of cells, plus the number of levels below
/// each level.
/// </summary>
internal sealed class LadderComparison
{
    private readonly LadderSnapshot _before;
    private readonly LadderSnapshot _after;
    private readonly FormerNames _levels;
    private readonly FormerNames _dimensions;
    private readonly FormerNames _cells;
    private readonly FormerNames _signals;
    private readonly Dictionary<string, SnapshotCell> _cellsBefore;
    private readonly Dictionary<string, (SnapshotSignal Signal, SnapshotCell Cell)> _signalsBefore;
    private readonly Dictionary<string, SnapshotSignal> _signalsAfter;
    private readonly Dictionary<string, List<string>> _newlyExpected = new(StringComparer.Ordinal);

    public LadderComparison(LadderSnapshot before, LadderSnapshot after)
    {
        (_before, _after) = (before, after);
        _cellsBefore = before.Cells.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        _signalsBefore = before
            .Cells.SelectMany(c => c.Signals.Select(s => (Signal: s, Cell: c)))
            .DistinctBy(s => s.Signal.Id)
            .ToDictionary(s => s.Signal.Id, StringComparer.Ordinal);
        _signalsAfter = after
            .Cells.SelectMany(c => c.Signals)
            .DistinctBy(s => s.Id)
            .ToDictionary(s => s.Id, StringComparer.Ordinal);
        _levels = new(before.Levels.Select(l => l.Id), after.Levels.Select(l => (l.Id, l.Was)));
        _cells = new(_cellsBefore.Keys, after.Cells.Select(c => (c.Id, c.Was)));
        _signals = new(_signalsBefore.Keys, _signalsAfter.Values.Select(s => (s.Id, s.Was)));
        _dimensions = Dimensions();
        FindNewlyExpected();
    }

    public LadderChange Compare() =>
        new(
            _before,
            _after,
            [.. LevelChanges()],
            [.. DimensionChanges()],
            [.. _after.Cells.DistinctBy(c => c.Id).SelectMany(Compare), .. _cellsBefore.Values.SelectMany(GoneFrom)]
        );

    /// <summary>
    /// Matches dimensions. A dimension has no list of former ids, so a renamed one is found by the former ids of its
    /// cells.
    /// </summary>
    private FormerNames Dimensions()
    {
        var names = new FormerNames(
            _before.Dimensions.Select(d => d.Id),
            _after.Dimensions.Select(d => (d.Id, (IReadOnlyList<string>)[]))
        );
        foreach (var cell in _after.Cells.Where(c => names.Before(c.Dimension) is null))
            if (
                _cells.Before(cell.Id) is { } was
                && _cellsBefore[was].Dimension is var former
                && names.After(former) is null
            )
                names.Match(cell.Dimension, former);
        return names;
    }

    /// <summary>
    /// Finds the signals that existing levels newly expect. A signal is not new if the level expected it before, or a
    /// signal that raises it.
    /// </summary>
    private void FindNewlyExpected()
    {
        var (then, now) = (new Expectations(_before), new Expectations(_after));
        foreach (var level in _after.Levels.DistinctBy(l => l.Id))
        {
            if (_levels.Before(level.Id) is not { } before)
                continue;
            var implied = then.ImpliedAt(before);
            foreach (
                var signal in now.At(level.Id).Where(s => _signals.Before(s) is not { } was || !implied.Contains(was))
            )
            {
                if (!_newlyExpected.TryGetValue(signal, out var levels))
                    _newlyExpected[signal] = levels = [];
                levels.Add(level.Id);
            }
        }
    }

    private IEnumerable<LevelChange> LevelChanges()
    {
        var before = _before.Levels.DistinctBy(l => l.Id).ToDictionary(l => l.Id, StringComparer.Ordinal);
        foreach (var level in _after.Levels.DistinctBy(l => l.Id))
        {
            if (_levels.Before(level.Id) is not { } was)
                yield return new(level.Id, null, level, []);
            else if (LevelFacts.Between(before[was], level, _levels) is { Count: > 0 } facts)
                yield return new(level.Id, before[was], level, facts);
        }

        foreach (var gone in before.Values.Where(l => _levels.After(l.Id) is null))
            yield return new(gone.Id, gone, null, []);
    }

    private IEnumerable<DimensionChange> DimensionChanges()
    {
        var before = _before.Dimensions.DistinctBy(d => d.Id).ToDictionary(d => d.Id, StringComparer.Ordinal);
        foreach (var dimension in _after.Dimensions.DistinctBy(d => d.Id))
        {
            if (_dimensions.Before(dimension.Id) is not { } was)
                yield return new(dimension.Id, null, dimension);
            else if (before[was] != dimension)
                yield return new(dimension.Id, before[was], dimension);
        }

        foreach (var gone in before.Values.Where(d => _dimensions.After(d.Id) is null))
            yield return new(gone.Id, gone, null);
    }

    private IEnumerable<StatementChange> Compare(SnapshotCell cell)
    {
        var before = _cells.Before(cell.Id) is { } was ? _cellsBefore[was] : null;
        var parts = new CellComparison(before, cell, levelExisted: _levels.Before(cell.Level) is not null);
        return
        [
            .. parts.Sentences,
            .. cell.Signals.DistinctBy(s => s.Id).Select(s => Compare(s, cell)).OfType<StatementChange>(),
            .. Endings(before, cell),
            .. parts.Notes,
        ];
    }

    private StatementChange? Compare(SnapshotSignal signal, SnapshotCell cell)
    {
        var asked = _newlyExpected.TryGetValue(signal.Id, out var levels) ? levels : [];
        if (_signals.Before(signal.Id) is not { } was)
        {
            var raised = signal.Raises is { } earlier ? TextBefore(earlier) : null;
            return Change(raised is null ? StatementChangeType.New : StatementChangeType.Raised, raised);
        }

        var (then, there) = _signalsBefore[was];
        var turn =
            asked.Count > 0
                ? (IsUnchanged(cell, there) ? StatementChangeType.Wider : StatementChangeType.Earlier)
                : TurnOf(signal, cell, then, there);
        return turn is null ? null : Change(turn.Value, then.Text) with { FormerId = was == signal.Id ? null : was };

        StatementChange Change(StatementChangeType turn, string? before) =>
            new(
                StatementPart.Signal,
                turn,
                KindOf(turn, asked.Count > 0),
                cell.Dimension,
                turn == StatementChangeType.Wider ? asked[0] : cell.Level,
                cell.Id,
                signal.Id,
                null,
                before,
                signal.Text,
                asked
            );
    }

    private bool IsUnchanged(SnapshotCell cell, SnapshotCell there) => _levels.Before(cell.Level) == there.Level;

    private StatementChangeType? TurnOf(
        SnapshotSignal signal,
        SnapshotCell cell,
        SnapshotSignal then,
        SnapshotCell there
    )
    {
        if (!IsUnchanged(cell, there))
            return StatementChangeType.Later;
        if (_dimensions.Before(cell.Dimension) != there.Dimension)
            return StatementChangeType.Moved;
        if ((_signals.Before(signal.Raises) ?? signal.Raises) != then.Raises)
            return StatementChangeType.Linked;
        if (signal.Text != then.Text)
            return StatementChangeType.Reworded;
        return signal.Id == then.Id ? null : StatementChangeType.Renamed;
    }

    private static ChangeKind KindOf(StatementChangeType turn, bool isNewlyExpected)
    {
        if (isNewlyExpected)
            return ChangeKind.Major;
        return turn is StatementChangeType.Reworded or StatementChangeType.Renamed
            ? ChangeKind.Patch
            : ChangeKind.Minor;
    }

    private IEnumerable<StatementChange> Endings(SnapshotCell? before, SnapshotCell cell)
    {
        foreach (var ending in cell.Ends.DistinctBy(e => e.Id))
        {
            var then = before?.Ends.FirstOrDefault(e => e.Id == (_signals.Before(ending.Id) ?? ending.Id));
            if (then is null && _signals.Before(ending.Id) is not null)
                yield return Change(
                    StatementChangeType.Ended,
                    TextBefore(ending.Id),
                    ending.Text.Length > 0 ? ending.Text : null,
                    ending.Id
                );
            else if (then is not null && then.Text != ending.Text)
                yield return Change(StatementChangeType.Reworded, then.Text, ending.Text, ending.Id);
        }

        StatementChange Change(StatementChangeType turn, string? was, string? now, string id) =>
            new(
                StatementPart.Ending,
                turn,
                KindOf(turn, false),
                cell.Dimension,
                cell.Level,
                cell.Id,
                id,
                null,
                was,
                now,
                []
            );
    }

    private IEnumerable<StatementChange> GoneFrom(SnapshotCell cell)
    {
        var (level, dimension) = (
            _levels.After(cell.Level) ?? cell.Level,
            _dimensions.After(cell.Dimension) ?? cell.Dimension
        );
        if (_cells.After(cell.Id) is null && cell is { IsWritten: true, Summary: not null })
            yield return new(
                StatementPart.Sentence,
                StatementChangeType.Gone,
                ChangeKind.Minor,
                dimension,
                level,
                cell.Id,
                null,
                null,
                cell.Summary,
                null,
                []
            );
        foreach (var signal in cell.Signals.Where(s => _signals.After(s.Id) is null).DistinctBy(s => s.Id))
            yield return new(
                StatementPart.Signal,
                StatementChangeType.Gone,
                ChangeKind.Minor,
                dimension,
                level,
                _cells.After(cell.Id) ?? cell.Id,
                signal.Id,
                null,
                signal.Text,
                null,
                []
            );
    }

    /// <summary>The former text of a signal, or the current text if the signal is new.</summary>
    private string? TextBefore(string id) =>
        _signals.Before(id) is { } was ? _signalsBefore[was].Signal.Text : _signalsAfter.GetValueOrDefault(id)?.Text;
}
