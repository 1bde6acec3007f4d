using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Changes;

/// <summary>
/// A changed setting in <c>site.yaml</c> or <c>_folder.yaml</c>. In a list, each added or removed entry is a change of
/// its own.
/// </summary>
/// <param name="Key">The key with its parent keys, such as <c>owners.Data Science Leads</c>.</param>
/// <param name="Before">The former value, or null if it is new.</param>
/// <param name="After">The current value, or null if it former removed.</param>
/// <param name="Line">The line in the current file, or null for a removed setting.</param>
internal sealed record ChangedSetting(SourcePath File, string Key, string? Before, string? After, int? Line)
{
    /// <param name="before">The former text of the file, or null if it did not exist.</param>
    /// <param name="after">The current text of the file, or null if it former removed.</param>
    public static IReadOnlyList<ChangedSetting> Between(SourcePath path, string? before, string? after)
    {
        var formerEntries = Entries(path, before);
        var currentEntries = Entries(path, after);
        var removed = formerEntries
            .ExceptBy(currentEntries.Select(n => (n.Key, n.Value)), e => (e.Key, e.Value))
            .ToList();
        var added = currentEntries
            .ExceptBy(formerEntries.Select(t => (t.Key, t.Value)), e => (e.Key, e.Value))
            .ToList();
        var changed = new List<ChangedSetting>();
        foreach (var entry in added)
        {
            var former = entry.IsInList ? null : removed.Find(g => g.Key == entry.Key && !g.IsInList);
            if (former is not null)
                removed.Remove(former);
            changed.Add(new(path, entry.Key, former?.Value, entry.Value, entry.Line));
        }

        changed.AddRange(removed.Select(g => new ChangedSetting(path, g.Key, g.Value, null, null)));
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

/// <summary>An input file other than a page that former added, changed or removed.</summary>
/// <param name="Before">The former path, or null if it is new.</param>
/// <param name="After">The current path, or null if it former removed.</param>
internal sealed record ChangedInputFile(SourcePath? Before, SourcePath? After)
{
    public SourcePath Path => After ?? Before!;

    /// <summary>Whether readers' browsers may execute the file.</summary>
    public bool IsActive => After is not null && ActiveFile.MayRun(After);
}
