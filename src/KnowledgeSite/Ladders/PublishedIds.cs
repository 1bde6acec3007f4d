using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// The ids that were published: those of all versions, and those that <c>published.yaml</c> beside a ladder lists under <c>ids:</c>. Each must
/// be there, be the former name of one that is (<c>was=</c>), or stand under <c>retired:</c>.
/// </summary>
internal static class PublishedIds
{
    public const string FileName = "published.yaml";

    public static void Check(Ladder ladder, IReadOnlyList<SourceFile> sources, DiagnosticBag diagnostics)
    {
        var retired = CheckList(ladder, sources, diagnostics);
        if (ladder.Versions.All.Count == 0) return;
        var file = sources.First(s => s.Path == LadderVersions.FileOf(ladder.Folder));
        var known = Known(ladder).Concat(retired).ToHashSet(StringComparer.Ordinal);
        foreach (var version in ladder.Versions.All)
            foreach (var gone in version.Snapshot.Ids.Where(known.Add)) diagnostics.Add(Diagnostic.At(LadderRules.Vanished, file, version.NameSpan, gone, Remedy(gone)));
    }

    /// <summary>Returns what is retired.</summary>
    private static IReadOnlyList<string> CheckList(Ladder ladder, IReadOnlyList<SourceFile> sources, DiagnosticBag diagnostics)
    {
        if (sources.FirstOrDefault(s => s.Path == ladder.Folder.Append(FileName)) is not { Text: not null } source) return [];
        var reader = new MapReader(source, YamlReader.Read(source, new(0, source.Text.Value.Length), diagnostics), PublishedKeys.Form, diagnostics).RefuseOthers();
        var (published, retired) = (reader.Read(PublishedKeys.Ids), reader.Read(PublishedKeys.Retired));

        var known = Known(ladder).Concat(retired.Select(r => r.Value)).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in published.Where(p => !known.Contains(p.Value)))
            diagnostics.Add(Diagnostic.At(LadderRules.Vanished, source, gone.Span, gone.Value, Remedy(gone.Value)));
        return [.. retired.Select(r => r.Value)];
    }

    private static string Remedy(string id) => id.Contains('.', StringComparison.Ordinal) ? $"was={id}" : $"was: {id}";

    private static IEnumerable<string> Known(Ladder ladder) =>
    [
        .. ladder.Levels.SelectMany(l => l.Was.Select(w => w.Value).Append(l.Id)),
        .. ladder.Cells.SelectMany(c => c.Was.Append(c.Id)),
        .. ladder.Cells.SelectMany(c => c.Signals).SelectMany(s => s.Was.Append(s.Id)),
        .. ladder.Dimensions.SelectMany(d => d.Page.Cells.Concat(d.Overlay?.Cells ?? [])).SelectMany(c => c.Signals).SelectMany(s => s.Was),
    ];
}
