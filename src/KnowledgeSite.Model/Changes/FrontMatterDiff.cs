using KnowledgeSite.Content;

namespace KnowledgeSite.Changes;

/// <summary>Finds the front-matter keys of a page whose values have changed.</summary>
internal static class FrontMatterDiff
{
    public static IReadOnlyList<string> Changed(Page before, Page after)
    {
        var (formerKeys, currentKeys) = (ReadKeys(before), ReadKeys(after));
        return
        [
            .. currentKeys.Where(k => formerKeys.GetValueOrDefault(k.Key) != k.Value).Select(k => k.Key),
            .. formerKeys.Keys.Where(k => !currentKeys.ContainsKey(k)),
        ];
    }

    /// <summary>
    /// The values by key. A key begins at the start of a line, and indented lines below it belong to its value.
    /// </summary>
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
