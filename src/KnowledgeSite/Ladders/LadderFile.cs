using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>A <c>ladder.yaml</c> as it is written; the folder that it lies in is the ladder's, and names it.</summary>
/// <param name="Extends">The id of the ladder that this one is an overlay of.</param>
/// <param name="Dimensions">Their ids, in the order of the matrix.</param>
/// <param name="Levels">Of an overlay, only those that differ, by the base's ids.</param>
public sealed record LadderFile(
    SourceFile Source,
    string? Title,
    string? Description,
    Located<string>? Extends,
    IReadOnlyList<Located<string>> Dimensions,
    IReadOnlyList<WrittenLevel> Levels
)
{
    public const string FileName = "ladder.yaml";

    public SourcePath Folder => Source.Path.Folder;

    public string Id => Folder.FileName;

    /// <summary>More levels than any ladder has; each is a page, and a row or column in every table.</summary>
    private const int MostLevels = 100;

    /// <summary>There is nothing to make a matrix of.</summary>
    public bool IsEmpty => Extends is null && (Levels.Count == 0 || Dimensions.Count == 0);

    public static LadderFile Read(SourceFile source, DiagnosticBag diagnostics)
    {
        var map = YamlReader.Read(source, new(0, source.Text!.Value.Length), diagnostics);
        var reader = new MapReader(source, map, LadderKeys.Form, diagnostics).RefuseOthers();
        var file = new LadderFile(
            source,
            reader.Read(LadderKeys.Title) is { Value.Length: > 0 } title ? title.Value : null,
            reader.Read(LadderKeys.Description)?.Value,
            reader.Read(LadderKeys.Extends),
            reader.Read(LadderKeys.Dimensions),
            [.. reader.Limit(LadderKeys.Levels, MostLevels).Select(WrittenLevel.Read)]
        );
        new LadderFileChecks(file, map, diagnostics).Report();
        return file;
    }
}

/// <summary>An entry of <c>levels:</c>. What an overlay leaves out it has from its base.</summary>
public sealed record WrittenLevel(
    Located<string>? Id,
    string? Code,
    string? Title,
    Track? Track,
    IReadOnlyList<Located<string>> Next,
    string? Reach,
    string? Horizon,
    string? Direction,
    bool? IsTerminal,
    IReadOnlyList<Located<string>> Was,
    SourceSpan Span
)
{
    internal static WrittenLevel Read(MapReader reader) =>
        new(
            reader.Read(LevelKeys.Id),
            reader.Read(LevelKeys.Code)?.Value,
            reader.Read(LevelKeys.Title)?.Value,
            reader.Read(LevelKeys.Track),
            reader.Read(LevelKeys.Next),
            reader.Read(LevelKeys.Reach)?.Value,
            reader.Read(LevelKeys.Horizon)?.Value,
            reader.Read(LevelKeys.Direction)?.Value,
            reader.Read(LevelKeys.Terminal),
            reader.Read(LevelKeys.Was),
            reader.Span
        );

    /// <summary>As a level by itself, or laid over <paramref name="under"/>.</summary>
    internal Level Over(Level? under) =>
        new(
            Id!.Value,
            Code ?? under?.Code,
            Title ?? under?.Title ?? Id.Value,
            Track ?? under?.Track ?? Ladders.Track.Shared,
            Next.Count > 0 || under is null ? Next : under.Next,
            Reach ?? under?.Reach,
            Horizon ?? under?.Horizon,
            Direction ?? under?.Direction,
            IsTerminal ?? under?.IsTerminal ?? false,
            Was,
            Id.Span
        );
}
