using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>
/// A ladder that was added, removed or changed between two sites. Ladders are matched by the names of their folders.
/// </summary>
/// <param name="Before">The former ladder, or null if it is new.</param>
/// <param name="After">The current ladder, or null if it was removed.</param>
internal sealed record ChangedLadder(Ladder? Before, Ladder? After, LadderDifference Change)
{
    /// <summary>
    /// The changed statements with their positions. For an overlay, without the changes of its base. Empty if the
    /// ladder was added or removed.
    /// </summary>
    public IReadOnlyList<ChangedStatement> Statements { get; private init; } = [];

    /// <summary>The changed levels with their positions. Empty if the ladder was added or removed.</summary>
    public IReadOnlyList<ChangedLevel> Levels { get; private init; } = [];

    /// <summary>
    /// The ids of cells that had an expectation and have none now. Empty if the ladder was added or removed.
    /// </summary>
    public IReadOnlyList<string> LostCells { get; private init; } = [];

    /// <summary>The base ladder if its changes also affect this ladder, or else null.</summary>
    public Ladder? Base { get; private init; }

    public Coverage? CoverageBefore { get; } = Before is null ? null : Coverage.Compute(Before);

    public Coverage? CoverageAfter { get; } = After is null ? null : Coverage.Compute(After);

    public Ladder Ladder => After ?? Before!;

    /// <summary>
    /// The kind of change that the authors declare for the next version, or null. It overrides the kind computed from
    /// ids.
    /// </summary>
    public DeclaredKind? Declared => After?.Versions.Next;

    public ChangeKind Kind => Declared?.Kind ?? Change.Kind;

    /// <summary>The statements that were reworded. People must check whether their meaning is the same.</summary>
    public IEnumerable<ChangedStatement> Reworded =>
        Statements.Where(s =>
            s.Change
                is {
                    Type: StatementChangeType.Reworded,
                    Part: StatementPart.Signal or StatementPart.Sentence or StatementPart.Addition
                }
        );

    /// <summary>Compares the ladders of two sites.</summary>
    /// <param name="before">The former site, or null if there was none.</param>
    public static IReadOnlyList<ChangedLadder> FindAll(Site? before, Site after)
    {
        var then = before?.Ladders.Select(l => l.Ladder).ToDictionary(l => l.Id, StringComparer.Ordinal) ?? [];
        var found = new List<ChangedLadder>();
        foreach (var now in after.Ladders.Select(l => l.Ladder))
        {
            var was = then.GetValueOrDefault(now.Id);
            var change = LadderDifference.Between(was?.Document ?? EmptyDocument(now), now.Document);
            if (was is null || !change.IsEmpty)
                found.Add(Compare(was, now, change, found));
        }

        var current = after.Ladders.Select(l => l.Ladder.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in then.Values.Where(l => !current.Contains(l.Id)).OrderBy(l => l.Id, StringComparer.Ordinal))
            found.Add(Compare(gone, null, LadderDifference.Between(gone.Document, EmptyDocument(gone)), found));
        return found;
    }

    /// <summary>
    /// Compares one ladder. Changes that its base has too are left out, so bases must be compared before their
    /// overlays.
    /// </summary>
    private static ChangedLadder Compare(
        Ladder? before,
        Ladder? after,
        LadderDifference change,
        List<ChangedLadder> others
    )
    {
        var changedBase = others.Find(o => o.Ladder.Id == (after ?? before)!.Base?.Id);
        var ofBase = changedBase?.Change.Statements.Select(KeyOf).ToHashSet() ?? [];
        var ladder = new ChangedLadder(before, after, change)
        {
            Base = change.Statements.Any(s => ofBase.Contains(KeyOf(s))) ? changedBase!.Ladder : null,
        };
        if (before is null || after is null)
            return ladder;
        var locations = new StatementLocations(before, after);
        return ladder with
        {
            Statements =
            [
                .. change
                    .Statements.Where(s => !ofBase.Contains(KeyOf(s)))
                    .Select(s => new ChangedStatement(s, locations.Find(s))),
            ],
            Levels =
            [
                .. change
                    .Levels.Where(l => changedBase?.Change.Levels.Any(b => IsSame(b, l)) != true)
                    .Select(l => new ChangedLevel(l, locations.Find(l))),
            ],
            LostCells =
            [
                .. change
                    .Statements.Where(s =>
                        s.Part == StatementPart.Sentence
                        && (s.After is null || s.Type is StatementChangeType.Gone or StatementChangeType.AsksNoMore)
                    )
                    .Select(s => s.Cell)
                    .Distinct(StringComparer.Ordinal),
            ],
        };
    }

    private static LadderDocument EmptyDocument(Ladder ladder) => new(ladder.Id, ladder.Title);

    private static bool IsSame(LevelChange a, LevelChange b) => a.Id == b.Id && a.Facts.SequenceEqual(b.Facts);

    private static (StatementPart, StatementChangeType, string, string?, string?, string?) KeyOf(StatementChange s) =>
        (s.Part, s.Type, s.Cell, s.Id, s.Before, s.After);
}

/// <summary>A changed statement of a ladder with its position.</summary>
internal sealed record ChangedStatement(StatementChange Change, FileLine? Place)
{
    /// <summary>Words that may make the new wording expect more. See <see cref="WordingSigns"/>.</summary>
    public IReadOnlyList<string> Signs =>
        Change.Type == StatementChangeType.Reworded ? WordingSigns.Between(Change.Before, Change.After) : [];
}

/// <summary>A changed level of a ladder with its position.</summary>
internal sealed record ChangedLevel(LevelChange Change, FileLine? Place);

/// <summary>The number of filled-in cells of a matrix.</summary>
/// <param name="Asking">The number of cells with an expectation.</param>
/// <param name="Answered">The number of cells with a reason why nothing is expected.</param>
/// <param name="All">The number of all cells: levels times dimensions.</param>
internal sealed record Coverage(int Asking, int Answered, int All)
{
    internal static Coverage Compute(Ladder ladder) =>
        new(
            ladder.Cells.Count(c => c.Standing == CellStanding.Written),
            ladder.Cells.Count(c => c.Standing != CellStanding.Written),
            ladder.Levels.Count * ladder.Dimensions.Count
        );
}

/// <summary>Finds the positions of statements: in the current files, or else in the former ones.</summary>
internal sealed class StatementLocations(Ladder? before, Ladder? after)
{
    private readonly Lazy<Dictionary<string, FileLine>> _now = new(() => Find(after));
    private readonly Lazy<Dictionary<string, FileLine>> _then = new(() => Find(before));

    public FileLine? Find(StatementChange change) =>
        change is { Part: StatementPart.Signal, Id: { } id } ? Find(id) ?? Find(change.Cell) : Find(change.Cell);

    public FileLine? Find(LevelChange change) => LevelIn(after, change.Id) ?? LevelIn(before, change.Id);

    private FileLine? Find(string id) => _now.Value.GetValueOrDefault(id) ?? _then.Value.GetValueOrDefault(id);

    private static FileLine? LevelIn(Ladder? ladder, string id) =>
        ladder?.File.Levels.FirstOrDefault(l => l.Id?.Value == id)?.Id is { } found
            ? new(ladder.File.Source.Path, LineOf(ladder.File.Source, found.Span))
            : null;

    private static Dictionary<string, FileLine> Find(Ladder? ladder)
    {
        var places = new Dictionary<string, FileLine>(StringComparer.Ordinal);
        foreach (var cell in ladder?.Cells ?? [])
        {
            var page = cell.Extension?.Page ?? cell.Page;
            if (page.FindCell(cell.Id) is { } written)
                places.TryAdd(cell.Id, new(page.Path, LineOf(page.Source, written.Id.Span)));
            foreach (var signal in cell.Signals)
                places.TryAdd(signal.Id, new(signal.Page.Path, LineOf(signal.Page.Source, signal.Span)));
        }

        return places;
    }

    private static int LineOf(SourceFile file, SourceSpan span) => file.Text!.PositionAt(span.Start).Line;
}
