using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// The content of a <c>ladder.yaml</c>. Its folder is the folder of the ladder, whose name is the ladder's id.
/// </summary>
/// <param name="Extends">The id of the ladder that this one extends, or null.</param>
/// <param name="Dimensions">The ids of the dimensions, in the order of the matrix.</param>
/// <param name="Levels">The levels. In an overlay, only those that differ from the base, with the ids of the
/// base.</param>
public sealed record LadderFile(
    SourceFile Source,
    string? Title,
    string? Description,
    Located<string>? Extends,
    IReadOnlyList<Located<string>> Dimensions,
    IReadOnlyList<WrittenLevel> Levels
)
{
    internal const string FileName = "ladder.yaml";

    internal SourcePath Folder => Source.Path.Folder;

    internal string Id => Folder.FileName;

    /// <summary>The maximum number of levels. Each level is a page, and a row or column in every table.</summary>
    private const int MaxLevels = 100;

    /// <summary>Whether the file has no levels or no dimensions, so that there is no matrix.</summary>
    public bool IsEmpty => Extends is null && (Levels.Count == 0 || Dimensions.Count == 0);

    internal static LadderFile Read(SourceFile source, DiagnosticBag diagnostics)
    {
        var map = YamlReader.Read(source, new(0, source.Text!.Value.Length), diagnostics);
        var reader = new MapReader(source, map, LadderKeys.Form, diagnostics).ReportUnknownKeys();
        var file = new LadderFile(
            source,
            reader.Read(LadderKeys.Title) is { Value.Length: > 0 } title ? title.Value : null,
            reader.Read(LadderKeys.Description)?.Value,
            reader.Read(LadderKeys.Extends),
            reader.Read(LadderKeys.Dimensions),
            [.. reader.Limit(LadderKeys.Levels, MaxLevels).Select(WrittenLevel.Read)]
        );
        new LadderFileChecks(file, map, diagnostics).Report();
        return file;
    }
}

/// <summary>An entry of <c>levels:</c>. Values that an overlay leaves out are those of its base.</summary>
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
            Id: reader.Read(LevelKeys.Id),
            Code: reader.Read(LevelKeys.Code)?.Value,
            Title: reader.Read(LevelKeys.Title)?.Value,
            Track: reader.Read(LevelKeys.Track),
            Next: reader.Read(LevelKeys.Next),
            Reach: reader.Read(LevelKeys.Reach)?.Value,
            Horizon: reader.Read(LevelKeys.Horizon)?.Value,
            Direction: reader.Read(LevelKeys.Direction)?.Value,
            IsTerminal: reader.Read(LevelKeys.Terminal),
            Was: reader.Read(LevelKeys.Was),
            Span: reader.Span
        );

    /// <summary>Creates the level. Missing values are taken from the level of the base, if there is one.</summary>
    internal Level ToLevel(Level? baseLevel) =>
        new(
            Id: Id!.Value,
            Code: Code ?? baseLevel?.Code,
            Title: Title ?? baseLevel?.Title ?? Id.Value,
            Track: Track ?? baseLevel?.Track ?? Ladders.Track.Shared,
            Next: Next.Count > 0 || baseLevel is null ? Next : baseLevel.Next,
            Reach: Reach ?? baseLevel?.Reach,
            Horizon: Horizon ?? baseLevel?.Horizon,
            Direction: Direction ?? baseLevel?.Direction,
            IsTerminal: IsTerminal ?? baseLevel?.IsTerminal ?? false,
            Was: Was,
            Span: Id.Span
        );
}

/// <summary>Reports a <c>ladder.yaml</c> from which no ladder can be built, and keys without effect.</summary>
internal sealed class LadderFileChecks(LadderFile file, YamlMap map, DiagnosticBag diagnostics)
{
    private const string Levels = "levels";
    private const string Dimensions = "dimensions";

    public void Report()
    {
        if (file.Folder.IsRoot)
            diagnostics.Add(Diagnostic.At(LadderRules.LadderAtRoot, file.Source.Path));
        else if (file.Extends is { } under)
            ReportDimensions(under.Value);
        else if (IsRead && !ReportIfEmpty(Levels, "List the levels there, each with an id"))
            ReportIfEmpty(Dimensions, "List the names of the pages in 'dimensions/' there");
    }

    /// <summary>Whether the file is a map or empty. Any other content has been reported already.</summary>
    private bool IsRead =>
        map.Entries.Count > 0
        || file.Source.Text!.Value.Split('\n')
            .All(line => line.TrimStart() is "" or ['#', ..] || line.StartsWith("---", StringComparison.Ordinal));

    private void ReportDimensions(string under)
    {
        if (EntryOf(Dimensions) is { } entry)
            diagnostics.Add(
                Diagnostic.At(LadderRules.OverlayDimensions, file.Source, entry.Key.Span, entry.Key.Value, under)
            );
    }

    /// <summary>
    /// Reports a missing or empty list. Values of other types have been reported already.
    /// </summary>
    /// <returns>True if it was reported.</returns>
    private bool ReportIfEmpty(string key, string fix)
    {
        var entry = EntryOf(key);
        if (entry is not (null or { Value: YamlScalar { IsNull: true } or YamlList { Items.Count: 0 } }))
            return false;
        diagnostics.Add(
            entry is null
                ? Diagnostic.At(LadderRules.EmptyLadder, file.Source.Path, key, fix)
                : Diagnostic.At(LadderRules.EmptyLadder, file.Source, entry.Key.Span, key, fix)
        );
        return true;
    }

    private YamlEntry? EntryOf(string key) => map.Entries.FirstOrDefault(e => MapReader.SameKey(e.Key.Value, key));
}
