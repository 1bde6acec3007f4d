using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// The ids that were published: <c>published.yaml</c> beside a ladder lists them under <c>ids:</c>, and those that were given up under
/// <c>retired:</c>. An id on the list must be there, be the former name of one that is (<c>was=</c>), or be retired.
/// </summary>
internal static class PublishedIds
{
    public const string FileName = "published.yaml";

    public static void Check(Ladder ladder, IReadOnlyList<SourceFile> sources, DiagnosticBag diagnostics)
    {
        if (sources.FirstOrDefault(s => s.Path == ladder.Folder.Append(FileName)) is not { Text: not null } source) return;
        var reader = new MapReader(source, YamlReader.Read(source, new(0, source.Text.Value.Length), diagnostics), PublishedKeys.Form, diagnostics).RefuseOthers();
        var (published, retired) = (reader.Read(PublishedKeys.Ids), reader.Read(PublishedKeys.Retired));

        var known = Known(ladder).Concat(retired.Select(r => r.Value)).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in published.Where(p => !known.Contains(p.Value)))
            diagnostics.Add(Diagnostic.At(LadderRules.Vanished, source, gone.Span, gone.Value, gone.Value.Contains('.', StringComparison.Ordinal) ? $"was={gone.Value}" : $"was: {gone.Value}"));
    }

    private static IEnumerable<string> Known(Ladder ladder) =>
    [
        .. ladder.Levels.SelectMany(l => l.Was.Select(w => w.Value).Append(l.Id)),
        .. ladder.Cells.SelectMany(c => c.Was.Append(c.Id)),
        .. ladder.Cells.SelectMany(c => c.Signals).SelectMany(s => s.Was.Append(s.Id)),
        .. ladder.Dimensions.SelectMany(d => d.Page.Cells.Concat(d.Overlay?.Cells ?? [])).SelectMany(c => c.Signals).SelectMany(s => s.Was),
    ];
}
