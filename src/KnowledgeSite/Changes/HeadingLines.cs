using KnowledgeSite.Content;

namespace KnowledgeSite.Changes;

/// <summary>Finds the line of each heading in its file: a page knows its headings by their words alone.</summary>
internal static class HeadingLines
{
    /// <summary>So many lines ahead a heading is looked for, so that those which are not found cost little.</summary>
    private const int Furthest = 50;

    /// <summary>By id: the words of the heading and its line, counted from one.</summary>
    public static Dictionary<string, (string Text, int? Line)> Find(Page page)
    {
        var found = new Dictionary<string, (string, int?)>(StringComparer.Ordinal);
        if (page.Source.Text is not { } source)
            return found;
        var lines = source.Value.Split('\n');
        var first = source.PositionAt(page.Body.MarkdownStart).Line - 1;
        var candidates = Enumerable
            .Range(first, lines.Length - first)
            .Where(i => IsHeading(lines, i))
            .Select(i => (Line: i + 1, Letters: Letters(lines[i])))
            .ToList();
        var next = 0;
        foreach (var heading in page.Outline)
        {
            var words = Letters(heading.Text);
            var at = candidates.FindIndex(
                next,
                Math.Min(Furthest, candidates.Count - next),
                c => c.Letters.Contains(words, StringComparison.Ordinal)
            );
            found.TryAdd(heading.Id, (heading.Text, at < 0 ? null : candidates[at].Line));
            if (at >= 0)
                next = at + 1;
        }

        return found;
    }

    private static bool IsHeading(string[] lines, int line) =>
        lines[line].TrimStart(' ', '>') is ['#', ..]
        || lines[line].Contains("<h", StringComparison.OrdinalIgnoreCase)
        || (
            line + 1 < lines.Length
            && lines[line + 1].Trim() is { Length: > 0 } under
            && under.All(c => c == '=' || c == '-')
        );

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
