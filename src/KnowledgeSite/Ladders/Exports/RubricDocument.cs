namespace KnowledgeSite.Ladders;

/// <summary>
/// What <c>rubric.json</c> holds, property by property. A field that may be null is written as null, never left out;
/// a field that is added, renamed or means something else makes a new <see cref="Version"/>.
/// </summary>
/// <param name="Schema">Always <see cref="Version"/>.</param>
/// <param name="Levels">In the order of the ladder's file.</param>
/// <param name="Dimensions">In the order of the matrix.</param>
/// <param name="Cells">By dimension, then by level. Levels are cumulative: a cell holds what is new.</param>
public sealed record RubricDocument(
    string Schema,
    RubricLadder Ladder,
    IReadOnlyList<RubricLevel> Levels,
    IReadOnlyList<RubricDimension> Dimensions,
    IReadOnlyList<RubricCell> Cells
)
{
    public const string Version = "knowledgesite.rubric/1";

    public static RubricDocument Create(Ladder ladder) =>
        new(
            Version,
            new(ladder.Id, ladder.Title, ladder.Description, ladder.Base?.Id),
            [.. ladder.Levels.Select(RubricLevel.From)],
            [.. ladder.Dimensions.Select(d => new RubricDimension(d.Id, d.Title, d.Page.FrontMatter.Description))],
            [.. ladder.Cells.Select(c => RubricCell.From(ladder, c))]
        );
}

/// <param name="Extends">The id of the ladder that this one is an overlay of.</param>
public sealed record RubricLadder(string Id, string Title, string? Description, string? Extends);

/// <param name="Track"><c>shared</c>, <c>individual</c> or <c>manager</c>.</param>
/// <param name="Next">Ids of the levels it may lead to.</param>
/// <param name="Terminal">One may stay here for good.</param>
/// <param name="Was">Ids under which it was published before.</param>
public sealed record RubricLevel(
    string Id,
    string? Code,
    string Title,
    string Track,
    IReadOnlyList<string> Next,
    string? Reach,
    string? Horizon,
    string? Direction,
    bool Terminal,
    IReadOnlyList<string> Was
)
{
    internal static RubricLevel From(Level level) =>
        new(
            level.Id,
            level.Code,
            level.Title,
            RubricColumns.Name(level.Track),
            [.. level.Next.Select(n => n.Value)],
            level.Reach,
            level.Horizon,
            level.Direction,
            level.IsTerminal,
            [.. level.Was.Select(w => w.Value)]
        );
}

public sealed record RubricDimension(string Id, string Title, string? Description);
