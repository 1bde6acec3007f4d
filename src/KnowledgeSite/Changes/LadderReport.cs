using KnowledgeSite.Ladders;

namespace KnowledgeSite.Changes;

/// <summary>A ladder that is new, gone, or says something else.</summary>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
/// <param name="Statements">Those of the change, each with its place; of an overlay only those that its base has not
/// too.</param>
/// <param name="Levels">With their places.</param>
/// <param name="LostCells">Ids of cells that had a sentence which asks for something, and have none now.</param>
/// <param name="Base">The ladder whose change is this one's too; null where there is none.</param>
public sealed record LadderReport(
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

    /// <summary>What authors say of the next version, where they say anything; it wins over what ids tell.</summary>
    public SaidKind? Said => After?.Versions.Next;

    public ChangeKind Kind => Said?.Kind ?? Change.Kind;

    /// <summary>
    /// Those in other words: the machine takes them for the same in other words, and people look whether they are.
    /// </summary>
    public IEnumerable<ChangedStatement> Reworded =>
        Statements.Where(s =>
            s.Change
                is {
                    Turn: StatementChangeType.Reworded,
                    Part: StatementPart.Signal or StatementPart.Sentence or StatementPart.Addition
                }
        );
}

public sealed record ChangedStatement(StatementChange Change, FileLine? Place)
{
    /// <summary>Words that may make other words mean more; see <see cref="WordingSigns"/>.</summary>
    public IReadOnlyList<string> Signs =>
        Change.Turn == StatementChangeType.Reworded ? WordingSigns.Between(Change.Before, Change.After) : [];
}

public sealed record ChangedLevel(LevelChange Change, FileLine? Place);

/// <summary>How much of a matrix is filled in.</summary>
/// <param name="Asking">Cells that ask for something.</param>
/// <param name="Answered">Cells that say why nothing is asked for.</param>
/// <param name="All">Levels times dimensions.</param>
public sealed record Coverage(int Asking, int Answered, int All)
{
    internal static Coverage Compute(Ladder ladder) =>
        new(
            ladder.Cells.Count(c => c.Standing == CellStanding.Written),
            ladder.Cells.Count(c => c.Standing != CellStanding.Written),
            ladder.Levels.Count * ladder.Dimensions.Count
        );
}
