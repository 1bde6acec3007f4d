namespace KnowledgeSite.Ladders;

/// <summary>
/// The differences between two states of one ladder. All parts are matched by their ids or former ids (<c>was</c>).
/// </summary>
/// <param name="Levels">The levels that were added, removed or changed.</param>
/// <param name="Statements">The changed statements, sorted by dimension, then by level, followed by the removed
/// ones.</param>
internal sealed record LadderDifference(
    LadderDocument Before,
    LadderDocument After,
    IReadOnlyList<LevelChange> Levels,
    IReadOnlyList<DimensionChange> Dimensions,
    IReadOnlyList<StatementChange> Statements
)
{
    private HashSet<string>? _affected;
    private Expectations? _expectedBefore;
    private Expectations? _expectedAfter;

    public Expectations ExpectedBefore => _expectedBefore ??= new(Before);

    public Expectations ExpectedAfter => _expectedAfter ??= new(After);

    public ChangeKind Kind { get; } =
        Levels
            .Select(l => l.Kind)
            .Concat(Dimensions.Select(d => d.Kind))
            .Concat(Statements.Select(s => s.Kind))
            .Append(Before.Title == After.Title ? ChangeKind.None : ChangeKind.Patch)
            .Max();

    public bool IsEmpty => Kind == ChangeKind.None;

    public static LadderDifference Between(LadderDocument before, LadderDocument after) =>
        new LadderComparer(before, after).Compare();

    /// <summary>
    /// Whether the change is visible at a current level: in the level itself, or because an earlier level has a new
    /// expectation.
    /// </summary>
    public bool Affects(string level)
    {
        _affected ??=
        [
            .. Levels.Where(l => l.IsVisible).Select(l => l.Id),
            .. Statements.Where(s => s.IsVisible).SelectMany(s => s.NewlyExpectedAt.Append(s.Level)),
        ];
        return _affected.Contains(level);
    }
}

/// <summary>
/// The effect of a ladder's change on the people whom the ladder describes. It is computed from ids and positions only.
/// Whether a new wording means more is for people to decide. The rules are in <c>docs/ladder-versions.md</c>.
/// </summary>
public enum ChangeKind
{
    /// <summary>No visible change.</summary>
    None,

    /// <summary>Only the wording has changed.</summary>
    Patch,

    /// <summary>Something was added or clarified, or less is expected.</summary>
    Minor,

    /// <summary>An existing level expects something that it did not expect before.</summary>
    Major,
}

/// <summary>A level that was added, removed or changed.</summary>
/// <param name="Id">The current id, or the former id if it was removed.</param>
/// <param name="Before">The former state, or null if it is new.</param>
/// <param name="After">The current state, or null if it was removed.</param>
internal sealed record LevelChange(string Id, LevelData? Before, LevelData? After, IReadOnlyList<FactChange> Facts)
{
    public ChangeKind Kind => Before is null || After is null ? ChangeKind.Minor : Facts.Max(f => f.Kind);

    public bool IsVisible => Facts.Count == 0 || Facts.Any(f => f.IsVisible);
}

/// <summary>A changed property of a level in <c>ladder.yaml</c>.</summary>
/// <param name="Name">The key in <c>ladder.yaml</c>, such as <c>reach</c>.</param>
internal sealed record FactChange(string Name, string? Before, string? After, ChangeKind Kind)
{
    /// <summary>False for changes of ids, which readers do not see.</summary>
    public bool IsVisible => Name != "id";

    /// <param name="matches">The former ids of levels, so that a step to a renamed level counts as unchanged.</param>
    public static IReadOnlyList<FactChange> Between(LevelData before, LevelData after, IdMatches matches)
    {
        var facts = new List<FactChange>();
        Compare("id", before.Id, after.Id, ChangeKind.Patch);
        Compare("code", before.Code, after.Code, ChangeKind.Minor);
        Compare("title", before.Title, after.Title, ChangeKind.Patch);
        Compare("track", before.Track, after.Track, ChangeKind.Minor);
        Compare("next", List(before.Next), List(after.Next.Select(n => matches.Before(n) ?? n)), ChangeKind.Minor);
        Compare("reach", before.Reach, after.Reach, ChangeKind.Patch);
        Compare("horizon", before.Horizon, after.Horizon, ChangeKind.Patch);
        Compare("direction", before.Direction, after.Direction, ChangeKind.Patch);
        // People who could stay at this level permanently are now expected to move on.
        Compare(
            "terminal",
            YesOrNo(before.Terminal),
            YesOrNo(after.Terminal),
            before.Terminal ? ChangeKind.Major : ChangeKind.Minor
        );
        return facts;

        void Compare(string name, string? then, string? now, ChangeKind kind)
        {
            if (then == now)
                return;
            var isAddedOrRemoved = then is null || now is null;
            facts.Add(new(name, then, now, kind == ChangeKind.Patch && isAddedOrRemoved ? ChangeKind.Minor : kind));
        }
    }

    private static string? List(IEnumerable<string> levels) =>
        string.Join(", ", levels) is { Length: > 0 } list ? list : null;

    private static string YesOrNo(bool value) => value ? "yes" : "no";
}

/// <summary>A dimension that was added, removed or renamed.</summary>
/// <param name="Before">The former state, or null if it is new.</param>
/// <param name="After">The current state, or null if it was removed.</param>
internal sealed record DimensionChange(DimensionData? Before, DimensionData? After)
{
    public ChangeKind Kind => Before is null || After is null ? ChangeKind.Minor : ChangeKind.Patch;
}

/// <summary>The change of one statement of a ladder.</summary>
internal sealed record StatementChange(StatementPart Part, StatementChangeType Type, ChangeKind Kind)
{
    public required string Dimension { get; init; }

    /// <summary>The id of the level from which it is expected, or was expected if it was removed.</summary>
    public required string Level { get; init; }

    public required string Cell { get; init; }

    /// <summary>The id of the signal, or of the signal that ends. Null for other parts of a cell.</summary>
    public string? Id { get; init; }

    /// <summary>The former id if it was renamed, or null.</summary>
    public string? FormerId { get; init; }

    /// <summary>The former text, or null if it is new. For a raised signal, the text of the earlier signal.</summary>
    public string? Before { get; init; }

    /// <summary>The current text, or null if it was removed.</summary>
    public string? After { get; init; }

    /// <summary>The ids of the existing levels at which it is newly expected, in the order of the ladder.</summary>
    public IReadOnlyList<string> NewlyExpectedAt { get; init; } = [];

    /// <summary>False for changes of ids, which readers do not see.</summary>
    public bool IsVisible => Type != StatementChangeType.Renamed;

    /// <summary>The differences word by word. Empty unless there are two texts.</summary>
    public IReadOnlyList<WordChange> Words => Before is null || After is null ? [] : WordChange.Between(Before, After);
}

/// <summary>The parts of a cell. JSON reports contain the names.</summary>
internal enum StatementPart
{
    Sentence,

    /// <summary>The sentence that an overlay adds.</summary>
    Addition,
    Signal,
    Ending,
    Example,
    AntiSignal,
}

/// <summary>What happened to a statement. JSON reports contain the names.</summary>
internal enum StatementChangeType
{
    New,

    /// <summary>The signal is new and raises an earlier one.</summary>
    Raised,

    /// <summary>The signal is expected from an earlier level on.</summary>
    Earlier,

    /// <summary>
    /// The signal is at the same level, but more levels expect it: it no longer ends, or a new step leads to them.
    /// </summary>
    Wider,

    /// <summary>The cell had a reason why nothing is expected, and now has expectations.</summary>
    AsksNow,

    /// <summary>The signal is expected from a later level on.</summary>
    Later,

    /// <summary>The signal is in another dimension, at the same level.</summary>
    Moved,

    /// <summary>The signal raises another signal than before, or none.</summary>
    Linked,

    /// <summary>The signal is no longer expected from this level on.</summary>
    Ended,

    /// <summary>The cell had expectations, and now has a reason why nothing is expected.</summary>
    AsksNoMore,
    Gone,

    /// <summary>The cell has another kind of reason why nothing is expected.</summary>
    OtherAnswer,
    Reworded,

    /// <summary>Only the id has changed.</summary>
    Renamed,
}
