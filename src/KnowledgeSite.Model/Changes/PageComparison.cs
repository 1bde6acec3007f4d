using KnowledgeSite.Content;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>Compares two states of a page. Sections are matched by the ids of their headings.</summary>
internal static class PageComparison
{
    /// <summary>
    /// The maximum number of changed paragraphs in a section that are matched by their words. If there are more, they
    /// count as removed and added.
    /// </summary>
    private const int MaxMatched = 24;

    private const int MaxMatchedLength = 2400;

    public static ChangedPage Between(SitePage before, SitePage after)
    {
        if (
            before.Content.HasTextOf(after.Content)
            || before.Content.Source.Text is null
            || after.Content.Source.Text is null
        )
            return new(before, after, [], []);
        return new(
            before,
            after,
            ChangedKeys(before.Content, after.Content),
            [.. Sections(PageSections.Split(before.Content), PageSections.Split(after.Content))]
        );
    }

    private static IEnumerable<ChangedSection> Sections(
        IReadOnlyList<PageSection> before,
        IReadOnlyList<PageSection> after
    )
    {
        var then = before.DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);
        var now = after.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var gone = before.Where(s => !now.Contains(s.Id)).ToList();
        var goneByText = gone.Where(s => s.Text.Length > 0)
            .DistinctBy(s => s.Text)
            .ToDictionary(s => s.Text, StringComparer.Ordinal);
        var renamed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in after)
        {
            if (then.TryGetValue(section.Id, out var was))
            {
                if (Changed(was, section) is { } changed)
                    yield return changed;
            }
            else if (goneByText.Remove(section.Text, out var same))
            {
                renamed.Add(same.Id);
                yield return new(
                    SectionChangeType.Renamed,
                    section.Id,
                    section.Heading,
                    section.Line,
                    [new(same.Heading, section.Heading)],
                    false
                );
            }
            else
            {
                yield return new(
                    SectionChangeType.New,
                    section.Id,
                    section.Heading,
                    section.Line,
                    [.. section.Blocks.Select(b => new ChangedText(null, b))],
                    false
                );
            }
        }

        foreach (var section in gone.Where(s => !renamed.Contains(s.Id)))
            yield return new(
                SectionChangeType.Gone,
                section.Id,
                section.Heading,
                section.Line,
                [.. section.Blocks.Select(b => new ChangedText(b, null))],
                false
            );
    }

    private static ChangedSection? Changed(PageSection before, PageSection after)
    {
        var texts = new List<ChangedText>();
        if (before.Heading != after.Heading)
            texts.Add(new(before.Heading, after.Heading));
        if (before.Text != after.Text)
            texts.AddRange(Texts(before.Blocks, after.Blocks));
        if (texts.Count == 0 && before.Links.SequenceEqual(after.Links, StringComparer.Ordinal))
            return null;
        return new(SectionChangeType.Changed, after.Id, after.Heading, after.Line, texts, texts.Count == 0);
    }

    private static IEnumerable<ChangedText> Texts(IReadOnlyList<string> then, IReadOnlyList<string> now)
    {
        var gone = then.Except(now, StringComparer.Ordinal).ToList();
        var come = now.Except(then, StringComparer.Ordinal).ToList();
        var mayMatch = gone.Count + come.Count <= MaxMatched;
        var matches = come.ConvertAll(text => (Before: mayMatch ? Take(gone, text) : null, After: text));
        // If the numbers of removed and added paragraphs are equal, they replace each other in order.
        var replaced = gone.Count == matches.Count(m => m.Before is null) ? new Queue<string>(gone) : [];
        foreach (var (before, text) in matches)
            yield return new(before ?? (replaced.TryDequeue(out var other) ? other : null), text);
        if (gone.Count != matches.Count(m => m.Before is null))
            foreach (var text in gone)
                yield return new(text, null);
    }

    private static string? Take(List<string> gone, string text)
    {
        var same = gone.Find(g => HaveCommonWords(g, text));
        if (same is not null)
            gone.Remove(same);
        return same;
    }

    private static bool HaveCommonWords(string before, string after) =>
        before.Length <= MaxMatchedLength
        && after.Length <= MaxMatchedLength
        && WordChange.Between(before, after).Any(c => c.Kind == WordChangeKind.Kept);

    /// <summary>Finds the front-matter keys whose values have changed.</summary>
    private static IReadOnlyList<string> ChangedKeys(Page before, Page after)
    {
        var formerKeys = ReadKeys(before);
        var currentKeys = ReadKeys(after);
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
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        string? current = null;
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
