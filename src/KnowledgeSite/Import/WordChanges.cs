using KnowledgeSite.Ladders;
using KnowledgeSite.Word;

namespace KnowledgeSite.Import;

/// <summary>
/// What an editor changed in a Word file, found by comparing it with the file that the site makes now. Statements are
/// found by their control or bookmark; one that lost both is found by its words and its place.
/// </summary>
/// <param name="Reworded">The statements with another text.</param>
/// <param name="Removed">The keys of statements that are gone.</param>
/// <param name="Added">New items, each with the key of the statement before it.</param>
/// <param name="Elsewhere">New texts that are not part of a statement.</param>
/// <param name="Unmarked">The statements that were found without their mark.</param>
/// <param name="Moved">The statements that stand in another cell, each with the id of that cell.</param>
internal sealed record WordChanges(
    IReadOnlyList<(string Key, string Text)> Reworded,
    IReadOnlyList<string> Removed,
    IReadOnlyList<(string After, string Text)> Added,
    IReadOnlyList<string> Elsewhere,
    IReadOnlyList<string> Unmarked,
    IReadOnlyList<(string Key, string Cell)> Moved
)
{
    public bool IsEmpty => Reworded.Count + Removed.Count + Added.Count + Elsewhere.Count + Moved.Count == 0;

    /// <param name="expected">The file as the site makes it.</param>
    public static WordChanges Between(EditedDocument expected, EditedDocument edited)
    {
        var known = expected
            .Paragraphs.Where(p => p.Key is null)
            .CountBy(p => p.Text, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var marked = new Dictionary<string, int>(StringComparer.Ordinal);
        var free = new SortedSet<int>();
        for (var i = 0; i < edited.Paragraphs.Count; i++)
        {
            var paragraph = edited.Paragraphs[i];
            if (paragraph.Key is { } key)
                marked.Add(key, i);
            else if (known.GetValueOrDefault(paragraph.Text) is > 0 and var count)
                known[paragraph.Text] = count - 1;
            else
                free.Add(i);
        }

        var reworded = new List<(string, string)>();
        var removed = new List<string>();
        var unmarked = new List<string>();
        var last = -1;
        var statements = expected.Paragraphs.Where(p => p.Key is not null).ToList();
        for (var i = 0; i < statements.Count; i++)
        {
            var (key, place) = (statements[i].Key!, -1);
            var isMoved = false;
            if (!marked.TryGetValue(key, out place))
            {
                var next = statements
                    .Skip(i + 1)
                    .Select(s => marked.GetValueOrDefault(s.Key!, -1))
                    .FirstOrDefault(p => p > last, edited.Paragraphs.Count);
                place = FindByWords(statements[i], edited, free.GetViewBetween(last + 1, next));
                // A tracked move leaves the mark behind. The order of statements in the Markdown stays.
                isMoved = place < 0;
                if (isMoved)
                    place = free.FirstOrDefault(p => edited.Paragraphs[p].Text == statements[i].Text, -1);
                if (place < 0)
                {
                    removed.Add(key);
                    continue;
                }

                free.Remove(place);
                marked.Add(key, place);
                unmarked.Add(key);
            }

            if (!isMoved)
                last = place;
            if (TextOf(statements[i], edited.Paragraphs[place]) is var text && text != statements[i].Text)
                reworded.Add((key, text));
        }

        var moved = MovedTo(statements.Select(s => s.Key!), marked);
        var keys = marked.ToDictionary(m => m.Value, m => m.Key);
        var added = new List<(string, string)>();
        var elsewhere = new List<string>();
        foreach (var i in free)
        {
            if (edited.Paragraphs[i].IsItem && keys.TryGetValue(i - 1, out var before) && IsInList(before))
            {
                keys.Add(i, before);
                added.Add((before, edited.Paragraphs[i].Text));
            }
            else
                elsewhere.Add(edited.Paragraphs[i].Text);
        }

        return new(reworded, removed, added, elsewhere, unmarked, moved);
    }

    /// <summary>
    /// The changes without those that only say what an earlier version of the ladder said, from which the file was
    /// made. A version has no examples, so those stay.
    /// </summary>
    public WordChanges Since(LadderDocument version)
    {
        var texts = version
            .Cells.SelectMany(c =>
                c.Signals.Select(s => (Key: s.Id, s.Text))
                    .Append((Key: StatementKey.Sentence(c.Id), Text: c.Summary ?? ""))
            )
            .DistinctBy(s => s.Key)
            .ToDictionary(s => s.Key, s => s.Text, StringComparer.Ordinal);
        var known = texts.Values.ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Reworded = [.. Reworded.Where(c => texts.GetValueOrDefault(c.Key) != c.Text)],
            Removed = [.. Removed.Where(k => texts.ContainsKey(k) || k.Split(':').Length == 3)],
            Added = [.. Added.Where(a => !known.Contains(a.Text))],
            Elsewhere = [.. Elsewhere.Where(t => !known.Contains(t))],
            Moved = [.. Moved.Where(m => !version.Cells.Any(c => c.Id == m.Cell && c.Signals.Any(s => s.Id == m.Key)))],
        };
    }

    /// <summary>The statements that come after the sentence of another cell than in the file of the site.</summary>
    private static List<(string Key, string Cell)> MovedTo(
        IEnumerable<string> keys,
        IReadOnlyDictionary<string, int> places
    )
    {
        var edited = CellsOf(places.OrderBy(p => p.Value).Select(p => p.Key));
        return
        [
            .. CellsOf(keys.Where(places.ContainsKey))
                .Where(cell => edited[cell.Key] is not null && cell.Value is not null && edited[cell.Key] != cell.Value)
                .Select(cell => (cell.Key, edited[cell.Key]!)),
        ];
    }

    /// <summary>The cell whose sentence comes before each statement; null before the first one.</summary>
    private static Dictionary<string, string?> CellsOf(IEnumerable<string> keys)
    {
        var cells = new Dictionary<string, string?>(StringComparer.Ordinal);
        string? cell = null;
        foreach (var key in keys)
            cells.Add(key, cell = IsInList(key) ? cell : key.Split(':')[0]);
        return cells;
    }

    private static bool IsInList(string key) => key != StatementKey.Sentence(key.Split(':')[0]);

    /// <summary>The text of a statement, with words that were written behind or before its control.</summary>
    private static string TextOf(EditedParagraph expected, EditedParagraph edited)
    {
        if (edited.Key is null)
        {
            var all = edited.Text;
            if (expected.After.Length > 0 && all.EndsWith(expected.After, StringComparison.Ordinal))
                all = all[..^expected.After.Length];
            return all.Trim();
        }

        var after = edited.After.EndsWith(expected.After, StringComparison.Ordinal)
            ? edited.After[..^expected.After.Length].Trim()
            : "";
        var behind = after.Length == 0 ? edited.Text : $"{edited.Text} {after}";
        return edited.Before.Length == 0 ? behind : $"{edited.Before} {behind}";
    }

    /// <summary>
    /// The first free paragraph that shares at least half of the words of a statement; -1 if none does.
    /// </summary>
    private static int FindByWords(EditedParagraph statement, EditedDocument edited, SortedSet<int> places)
    {
        var words = statement.Text.Split(' ').ToHashSet(StringComparer.Ordinal);
        foreach (var place in places)
            if (edited.Paragraphs[place].Text.Split(' ').Distinct().Count(words.Contains) * 2 >= words.Count)
                return place;
        return -1;
    }
}
