using KnowledgeSite.Content;

namespace KnowledgeSite.Changes;

/// <summary>
/// Finds the line of each heading in the file of a page, because the parsed page keeps only the text of headings.
/// </summary>
internal static class HeadingLines
{
    /// <summary>
    /// The number of candidate lines to search for each heading, which limits the cost of headings that are not found.
    /// </summary>
    private const int MaxCandidates = 50;

    /// <summary>The text of each heading and its line (from 1, or null if not found), by id.</summary>
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
                Math.Min(MaxCandidates, candidates.Count - next),
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
