using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Changes;

/// <summary>
/// A setting in <c>site.yaml</c> or <c>_folder.yaml</c> that says something else; of a list, one entry that came or
/// went.
/// </summary>
/// <param name="Key">With the keys above it: <c>owners.Data Science Leads</c>.</param>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
/// <param name="Line">In the file as it is now; null for what is gone.</param>
public sealed record ChangedSetting(SourcePath File, string Key, string? Before, string? After, int? Line)
{
    /// <param name="before">Null where there was no such file.</param>
    /// <param name="after">Null where there is none now.</param>
    public static IReadOnlyList<ChangedSetting> Between(SourcePath path, string? before, string? after)
    {
        var (then, now) = (Entries(path, before), Entries(path, after));
        var gone = then.ExceptBy(now.Select(n => (n.Key, n.Value)), e => (e.Key, e.Value)).ToList();
        var come = now.ExceptBy(then.Select(t => (t.Key, t.Value)), e => (e.Key, e.Value)).ToList();
        var changed = new List<ChangedSetting>();
        foreach (var entry in come)
        {
            var was = entry.IsInList ? null : gone.Find(g => g.Key == entry.Key && !g.IsInList);
            if (was is not null)
                gone.Remove(was);
            changed.Add(new(path, entry.Key, was?.Value, entry.Value, entry.Line));
        }

        changed.AddRange(gone.Select(g => new ChangedSetting(path, g.Key, g.Value, null, null)));
        return changed;
    }

    private static List<Entry> Entries(SourcePath path, string? text)
    {
        if (text is null)
            return [];
        var source = new SourceText(text);
        var file = new SourceFile(path, source, () => []);
        return [.. Entries(YamlReader.Read(file, new(0, text.Length), new DiagnosticBag()), "", source)];
    }

    private static IEnumerable<Entry> Entries(YamlNode node, string key, SourceText text) =>
        node switch
        {
            YamlMap map => map.Entries.SelectMany(e =>
                Entries(e.Value, key.Length == 0 ? e.Key.Value : $"{key}.{e.Key.Value}", text)
            ),
            YamlList list => list.Items.Select(i => new Entry(
                key,
                Written(i, text),
                true,
                text.PositionAt(i.Span.Start).Line
            )),
            _ => [new Entry(key, Written(node, text), false, text.PositionAt(node.Span.Start).Line)],
        };

    private static string Written(YamlNode node, SourceText text) =>
        node is YamlScalar scalar ? scalar.Value : text.Value.Substring(node.Span.Start, node.Span.Length).Trim();

    private sealed record Entry(string Key, string Value, bool IsInList, int Line);
}

/// <summary>A file of the input that is no page and says something else, is new, or is gone.</summary>
/// <param name="Before">Its path before; null where it is new.</param>
/// <param name="After">Its path now; null where it is gone.</param>
public sealed record ChangedInputFile(SourcePath? Before, SourcePath? After)
{
    public SourcePath Path => After ?? Before!;

    /// <summary>It would run in readers' browsers if the site let it.</summary>
    public bool IsActive => After is not null && ActiveFile.MayRun(After);
}
