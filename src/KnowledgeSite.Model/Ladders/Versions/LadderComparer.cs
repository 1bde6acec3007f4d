namespace KnowledgeSite.Ladders;

/// <summary>
/// Compares two states of a ladder. The time is proportional to the number of cells, plus the number of levels below
/// each level.
/// </summary>
internal sealed class LadderComparer
{
    private readonly LadderDocument _before;
    private readonly LadderDocument _after;
    private readonly IdMatches _levels;
    private readonly IdMatches _dimensions;
    private readonly IdMatches _cells;
    private readonly IdMatches _signals;
    private readonly Dictionary<string, CellData> _cellsBefore;
    private readonly Dictionary<string, (SignalData Signal, CellData Cell)> _signalsBefore;
    private readonly Dictionary<string, SignalData> _signalsAfter;
    private readonly Dictionary<string, List<string>> _newlyExpected = new(StringComparer.Ordinal);

    public LadderComparer(LadderDocument before, LadderDocument after)
    {
        _before = before;
        _after = after;
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

    public LadderDifference Compare() =>
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
    private IdMatches Dimensions()
    {
        var names = new IdMatches(
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
        var then = new Expectations(_before);
        var now = new Expectations(_after);
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
            else if (FactChange.Between(before[was], level, _levels) is { Count: > 0 } facts)
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
                yield return new(null, dimension);
            else if ((was, before[was].Title) != (dimension.Id, dimension.Title))
                yield return new(before[was], dimension);
        }

        foreach (var gone in before.Values.Where(d => _dimensions.After(d.Id) is null))
            yield return new(gone, null);
    }

    private IEnumerable<StatementChange> Compare(CellData cell)
    {
        var before = _cells.Before(cell.Id) is { } was ? _cellsBefore[was] : null;
        var parts = new CellComparer(before, cell, levelExisted: _levels.Before(cell.Level) is not null);
        return
        [
            .. parts.Sentences,
            .. cell.Signals.DistinctBy(s => s.Id).Select(s => Compare(s, cell)).OfType<StatementChange>(),
            .. Endings(before, cell),
            .. parts.Notes,
        ];
    }

    private StatementChange? Compare(SignalData signal, CellData cell)
    {
        var asked = _newlyExpected.TryGetValue(signal.Id, out var levels) ? levels : [];
        if (_signals.Before(signal.Id) is not { } was)
        {
            var raised = signal.Raises is { } earlier ? TextBefore(earlier) : null;
            return Change(raised is null ? StatementChangeType.New : StatementChangeType.Raised, raised);
        }

        var (then, there) = _signalsBefore[was];
        var type =
            asked.Count == 0 ? TypeOf(signal, cell, then, there)
            : HasSameLevel(cell, there) ? StatementChangeType.Wider
            : StatementChangeType.Earlier;
        return type is null ? null : Change(type.Value, then.Text) with { FormerId = was == signal.Id ? null : was };

        StatementChange Change(StatementChangeType type, string? before) =>
            new(StatementPart.Signal, type, KindOf(type, asked.Count > 0))
            {
                Dimension = cell.Dimension,
                Level = type == StatementChangeType.Wider ? asked[0] : cell.Level,
                Cell = cell.Id,
                Id = signal.Id,
                Before = before,
                After = signal.Text,
                NewlyExpectedAt = asked,
            };
    }

    private bool HasSameLevel(CellData cell, CellData there) => _levels.Before(cell.Level) == there.Level;

    private StatementChangeType? TypeOf(SignalData signal, CellData cell, SignalData then, CellData there)
    {
        if (!HasSameLevel(cell, there))
            return StatementChangeType.Later;
        if (_dimensions.Before(cell.Dimension) != there.Dimension)
            return StatementChangeType.Moved;
        if ((_signals.Before(signal.Raises) ?? signal.Raises) != then.Raises)
            return StatementChangeType.Linked;
        if (signal.Text != then.Text)
            return StatementChangeType.Reworded;
        return signal.Id == then.Id ? null : StatementChangeType.Renamed;
    }

    private static ChangeKind KindOf(StatementChangeType type, bool isNewlyExpected)
    {
        if (isNewlyExpected)
            return ChangeKind.Major;
        return type is StatementChangeType.Reworded or StatementChangeType.Renamed
            ? ChangeKind.Patch
            : ChangeKind.Minor;
    }

    private IEnumerable<StatementChange> Endings(CellData? before, CellData cell)
    {
        foreach (var ending in cell.Ends.DistinctBy(e => e.Id))
        {
            var then = before?.Ends.FirstOrDefault(e => e.Id == (_signals.Before(ending.Id) ?? ending.Id));
            if (then is null && _signals.Before(ending.Id) is not null)
                yield return Change(StatementChangeType.Ended, TextBefore(ending.Id), null, ending.Id);
            else if (then is not null && then.Text != ending.Text)
                yield return Change(StatementChangeType.Reworded, then.Text, ending.Text, ending.Id);
        }

        StatementChange Change(StatementChangeType type, string? was, string? now, string id) =>
            new(StatementPart.Ending, type, KindOf(type, isNewlyExpected: false))
            {
                Dimension = cell.Dimension,
                Level = cell.Level,
                Cell = cell.Id,
                Id = id,
                Before = was,
                After = now,
            };
    }

    private IEnumerable<StatementChange> GoneFrom(CellData cell)
    {
        var level = _levels.After(cell.Level) ?? cell.Level;
        var dimension = _dimensions.After(cell.Dimension) ?? cell.Dimension;
        if (_cells.After(cell.Id) is null && cell is { IsWritten: true, Summary: not null })
            yield return new(StatementPart.Sentence, StatementChangeType.Gone, ChangeKind.Minor)
            {
                Dimension = dimension,
                Level = level,
                Cell = cell.Id,
                Before = cell.Summary,
            };
        foreach (var signal in cell.Signals.Where(s => _signals.After(s.Id) is null).DistinctBy(s => s.Id))
            yield return new(StatementPart.Signal, StatementChangeType.Gone, ChangeKind.Minor)
            {
                Dimension = dimension,
                Level = level,
                Cell = _cells.After(cell.Id) ?? cell.Id,
                Id = signal.Id,
                Before = signal.Text,
            };
    }

    /// <summary>The former text of a signal, or the current text if the signal is new.</summary>
    private string? TextBefore(string id) =>
        _signals.Before(id) is { } was ? _signalsBefore[was].Signal.Text : _signalsAfter.GetValueOrDefault(id)?.Text;
}

/// <summary>
/// Matches current ids to former ids: by equal ids, or else by the former ids that the current element lists.
/// </summary>
internal sealed class IdMatches
{
    private readonly Dictionary<string, string> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _after = new(StringComparer.Ordinal);

    public IdMatches(IEnumerable<string> before, IEnumerable<(string Id, IReadOnlyList<string> Was)> after)
    {
        var known = before.ToHashSet(StringComparer.Ordinal);
        var now = after.DistinctBy(a => a.Id).ToList();
        foreach (var (id, _) in now.Where(a => known.Contains(a.Id)))
            Match(id, id);
        foreach (var (id, was) in now.Where(a => !known.Contains(a.Id)))
            if (was.FirstOrDefault(w => known.Contains(w) && !_after.ContainsKey(w)) is { } former)
                Match(id, former);
    }

    /// <summary>The former id, or null if it is new.</summary>
    public string? Before(string? now) => now is null ? null : _before.GetValueOrDefault(now);

    /// <summary>The current id, or null if it was removed.</summary>
    public string? After(string before) => _after.GetValueOrDefault(before);

    public void Match(string now, string before)
    {
        _before[now] = before;
        _after[before] = now;
    }
}
