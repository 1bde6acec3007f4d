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
    IReadOnlyList<WrittenLevel> Levels)
{
    public const string FileName = "ladder.yaml";

    public SourcePath Folder => Source.Path.Folder;

    public string Id => Folder.FileName;

    /// <summary>There is nothing to make a matrix of.</summary>
    public bool IsEmpty => Extends is null && (Levels.Count == 0 || Dimensions.Count == 0);

    public static LadderFile Read(SourceFile source, DiagnosticBag diagnostics)
    {
        var map = YamlReader.Read(source, new(0, source.Text!.Value.Length), diagnostics);
        var reader = new MapReader(source, map, diagnostics);
        var file = new LadderFile(
            source,
            reader.Text("title") is { Value.Length: > 0 } title ? title.Value : null,
            reader.Text("description")?.Value,
            reader.Text("extends"),
            reader.Texts("dimensions"),
            [.. reader.Maps("levels").Select(m => WrittenLevel.Read(source, m, diagnostics))]);
        reader.RefuseOthers();
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
    SourceSpan Span)
{
    internal static WrittenLevel Read(SourceFile source, YamlMap map, DiagnosticBag diagnostics)
    {
        var reader = new MapReader(source, map, diagnostics);
        var level = new WrittenLevel(
            reader.Text("id"),
            reader.Text("code")?.Value,
            reader.Text("title")?.Value,
            reader.Choice<Track>("track"),
            reader.Texts("next"),
            reader.Text("reach")?.Value,
            reader.Text("horizon")?.Value,
            reader.Text("direction")?.Value,
            reader.Boolean("terminal"),
            reader.Texts("was"),
            map.Span);
        reader.RefuseOthers();
        return level;
    }

    /// <summary>As a level by itself, or laid over <paramref name="under"/>.</summary>
    internal Level Over(Level? under) => new(
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
        Id.Span);
}
