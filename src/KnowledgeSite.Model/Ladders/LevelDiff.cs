namespace KnowledgeSite.Ladders;

/// <summary>
/// The differences in one dimension between two levels. Statements are matched by their ids, never by their text.
/// </summary>
/// <param name="New">The signals that are expected only at the higher level and raise no signal of the lower
/// one.</param>
/// <param name="Raised">The signals of the lower level that a signal of the higher level raises.</param>
/// <param name="CarriesOver">The signals that are expected at both levels.</param>
/// <param name="Ended">The signals that are expected only at the lower level.</param>
internal sealed record LevelDiff(
    Dimension Dimension,
    Cell? From,
    Cell? To,
    IReadOnlyList<Signal> New,
    IReadOnlyList<RaisedSignal> Raised,
    IReadOnlyList<Signal> CarriesOver,
    IReadOnlyList<Signal> Ended
)
{
    public bool IsEmpty => New.Count + Raised.Count + Ended.Count == 0;

    public static IReadOnlyList<LevelDiff> Between(Ladder ladder, Level from, Level to) =>
        [.. ladder.Dimensions.Select(d => Compare(ladder, d, from, to))];

    private static LevelDiff Compare(Ladder ladder, Dimension dimension, Level from, Level to)
    {
        var before = ladder.Expected(dimension, from);
        var after = ladder.Expected(dimension, to);
        var carried = after.Intersect(before).ToList();
        var earlier = before.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var raised = after.Except(carried).Select(s => (Later: s, Earlier: Origin(ladder, s, earlier))).ToList();
        return new(
            Dimension: dimension,
            From: ladder.CellAt(dimension, from),
            To: ladder.CellAt(dimension, to),
            New: [.. raised.Where(r => r.Earlier is null).Select(r => r.Later)],
            Raised: [.. raised.Where(r => r.Earlier is not null).Select(r => new RaisedSignal(r.Earlier!, r.Later))],
            CarriesOver: carried,
            Ended: [.. before.Except(carried).Except(raised.Select(r => r.Earlier).OfType<Signal>())]
        );
    }

    /// <summary>
    /// The signal among the earlier ones that this one raises, directly or indirectly, or null.
    /// </summary>
    private static Signal? Origin(Ladder ladder, Signal signal, Dictionary<string, Signal> earlier) =>
        ladder.RaisedBy(signal.Id).Select(earlier.GetValueOrDefault).FirstOrDefault(s => s is not null);
}

/// <summary>A signal and the later signal that raises it.</summary>
internal sealed record RaisedSignal(Signal Earlier, Signal Later)
{
    public IReadOnlyList<WordChange> Changes { get; } = WordChange.Between(Earlier.Text, Later.Text);
}
