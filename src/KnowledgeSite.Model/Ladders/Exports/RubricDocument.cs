namespace KnowledgeSite.Ladders;

/// <summary>
/// The content of <c>rubric.json</c>. Null values are written and never left out. Adding, renaming or redefining a
/// property requires a new <see cref="Version"/>.
/// </summary>
/// <param name="Schema">Always <see cref="Version"/>.</param>
/// <param name="Levels">The levels in the order of the ladder's file.</param>
/// <param name="Dimensions">The dimensions in the order of the matrix.</param>
/// <param name="Cells">The cells, sorted by dimension, then by level. Levels are cumulative, so a cell contains only
/// what is new.</param>
internal sealed record RubricDocument(
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

/// <param name="Extends">The id of the ladder that this one extends, or null.</param>
internal sealed record RubricLadder(string Id, string Title, string? Description, string? Extends);

/// <param name="Track"><c>shared</c>, <c>individual</c> or <c>manager</c>.</param>
/// <param name="Next">The ids of the next levels.</param>
/// <param name="Terminal">Whether a person may stay at this level permanently.</param>
/// <param name="Was">Former ids under which it was published.</param>
internal sealed record RubricLevel(
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

internal sealed record RubricDimension(string Id, string Title, string? Description);
