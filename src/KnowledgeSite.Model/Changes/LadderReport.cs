using KnowledgeSite.Ladders;

namespace KnowledgeSite.Changes;

/// <summary>A ladder that was added, removed or changed.</summary>
/// <param name="Before">The former ladder, or null if it is new.</param>
/// <param name="After">The current ladder, or null if it was removed.</param>
/// <param name="Statements">The changed statements with their positions. For an overlay, without the changes of its
/// base.</param>
/// <param name="Levels">The changed levels with their positions.</param>
/// <param name="LostCells">The ids of cells that had an expectation and have none now.</param>
/// <param name="Base">The base ladder if its changes also affect this ladder, or else null.</param>
internal sealed record LadderReport(
    Ladder? Before,
    Ladder? After,
    LadderChange Change,
    IReadOnlyList<ChangedStatement> Statements,
    IReadOnlyList<ChangedLevel> Levels,
    Coverage? CoverageBefore,
    Coverage? CoverageAfter,
    IReadOnlyList<string> LostCells,
    Ladder? Base
)
{
    public Ladder Ladder => After ?? Before!;

    /// <summary>
    /// The kind of change that the authors declare for the next version, or null. It overrides the kind computed from
    /// ids.
    /// </summary>
    public SaidKind? Said => After?.Versions.Next;

    public ChangeKind Kind => Said?.Kind ?? Change.Kind;

    /// <summary>The statements that were reworded. People must check whether their meaning is the same.</summary>
    public IEnumerable<ChangedStatement> Reworded =>
        Statements.Where(s =>
            s.Change
                is {
                    Turn: StatementChangeType.Reworded,
                    Part: StatementPart.Signal or StatementPart.Sentence or StatementPart.Addition
                }
        );
}

internal sealed record ChangedStatement(StatementChange Change, FileLine? Place)
{
    /// <summary>Words that may make the new wording expect more. See <see cref="WordingSigns"/>.</summary>
    public IReadOnlyList<string> Signs =>
        Change.Turn == StatementChangeType.Reworded ? WordingSigns.Between(Change.Before, Change.After) : [];
}

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
