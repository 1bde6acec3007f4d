using KnowledgeSite.Content;

namespace KnowledgeSite.Changes;

/// <summary>Which keys at the head of a page say something else than before.</summary>
internal static class FrontMatterDiff
{
    public static IReadOnlyList<string> Changed(Page before, Page after)
    {
        var (then, now) = (ReadKeys(before), ReadKeys(after));
        return
        [
            .. now.Where(k => then.GetValueOrDefault(k.Key) != k.Value).Select(k => k.Key),
            .. then.Keys.Where(k => !now.ContainsKey(k)),
        ];
    }

    /// <summary>A key begins a line of its own; what is indented below it is its value.</summary>
    private static Dictionary<string, string> ReadKeys(Page page)
    {
        var (keys, current) = (new Dictionary<string, string>(StringComparer.Ordinal), (string?)null);
        foreach (
            var line in page
                .Source.Text!.Value[..page.Body.MarkdownStart]
                .Split('\n')
                .Select(l => l.TrimEnd())
                .Where(l => l.Length > 0 && !l.StartsWith('#') && l != "---")
        )
        {
            if (char.IsLetter(line[0]) && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                current = line[..colon];
            if (current is not null)
                keys[current] = keys.GetValueOrDefault(current) + line + "\n";
        }

        return keys;
    }
}
