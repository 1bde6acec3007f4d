using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Checks the published ids: those of all versions, and those under <c>ids:</c> in the ladder's <c>published.yaml</c>.
/// Each must exist, be a former name of an existing id (<c>was=</c>), or be listed under <c>retired:</c>.
/// </summary>
internal static class PublishedIds
{
    public const string FileName = "published.yaml";

    /// <summary>Reports published ids that no longer exist, and returns the ladder with its retired ids.</summary>
    /// <param name="inherited">The retired ids of the base.</param>
    public static Ladder Check(
        Ladder ladder,
        RetiredIds inherited,
        IReadOnlyList<SourceFile> sources,
        DiagnosticBag diagnostics
    )
    {
        var (published, named) = Read(ladder, sources, diagnostics);
        var retired = new RetiredIds(inherited.All.Concat(named));
        var known = Known(ladder).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in published.Where(p => !known.Contains(p.Id.Value) && !retired.Contains(p.Id.Value)))
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.PublishedIdRemoved,
                    gone.File,
                    gone.Id.Span,
                    gone.Id.Value,
                    Remedy(gone.Id.Value)
                )
            );

        if (ladder.Versions.All.Count == 0)
            return ladder with { Retired = retired };
        var file = sources.First(s => s.Path == LadderVersions.FileOf(ladder.Folder));
        foreach (var version in ladder.Versions.All)
        foreach (var gone in version.Snapshot.Ids.Where(id => !retired.Contains(id) && known.Add(id)))
            diagnostics.Add(Diagnostic.At(LadderRules.PublishedIdRemoved, file, version.NameSpan, gone, Remedy(gone)));
        return ladder with { Retired = retired };
    }

    private static (IReadOnlyList<(SourceFile File, Located<string> Id)> Published, IEnumerable<string> Retired) Read(
        Ladder ladder,
        IReadOnlyList<SourceFile> sources,
        DiagnosticBag diagnostics
    )
    {
        if (sources.FirstOrDefault(s => s.Path == ladder.Folder.Append(FileName)) is not { Text: not null } source)
            return ([], []);
        var reader = new MapReader(
            source,
            YamlReader.Read(source, new(0, source.Text.Value.Length), diagnostics),
            PublishedKeys.Form,
            diagnostics
        ).ReportUnknownKeys();
        return (
            [.. reader.Read(PublishedKeys.Ids).Select(id => (source, id))],
            reader.Read(PublishedKeys.Retired).Select(r => r.Value)
        );
    }

    private static string Remedy(string id) => id.Contains('.', StringComparison.Ordinal) ? $"was={id}" : $"was: {id}";

    private static IEnumerable<string> Known(Ladder ladder) =>
        [
            .. ladder.Levels.SelectMany(l => l.Was.Select(w => w.Value).Append(l.Id)),
            .. ladder.Cells.SelectMany(c => c.Was.Append(c.Id)),
            .. ladder.Cells.SelectMany(c => c.Signals).SelectMany(s => s.Was.Append(s.Id)),
            .. ladder
                .Dimensions.SelectMany(d => d.Page.Cells.Concat(d.Overlay?.Cells ?? []))
                .SelectMany(c => c.Signals)
                .SelectMany(s => s.Was),
        ];
}

/// <summary>
/// Published ids without a successor. The id of a level or dimension includes all its cells and signals, and the id of
/// a cell includes its signals. Ids that a ladder retires are also retired in its overlays.
/// </summary>
public sealed class RetiredIds(IEnumerable<string> ids)
{
    internal static readonly RetiredIds None = new([]);

    private readonly HashSet<string> _ids = ids.ToHashSet(StringComparer.Ordinal);

    internal IEnumerable<string> All => _ids;

    internal bool Contains(string id)
    {
        if (_ids.Count == 0)
            return false;
        if (_ids.Contains(id) || id.Split('.').Any(_ids.Contains))
            return true;
        for (var dot = id.LastIndexOf('.'); dot > 0; dot = id.LastIndexOf('.', dot - 1))
            if (_ids.Contains(id[..dot]))
                return true;
        return false;
    }
}
