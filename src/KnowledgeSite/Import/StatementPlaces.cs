using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Word;

namespace KnowledgeSite.Import;

/// <summary>Finds the Markdown of statements by their keys.</summary>
internal sealed partial class StatementPlaces(Ladder ladder)
{
    private readonly Dictionary<string, Cell> _cells = ladder.Cells.ToDictionary(c => c.Id, StringComparer.Ordinal);

    /// <summary>
    /// The id of the ladder from which an overlay inherits a signal; null for a signal of the ladder itself.
    /// </summary>
    public string? LadderOf(string key) => ladder.SignalOf(key) is { IsOwn: false } ? ladder.Base?.Id : null;

    /// <summary>The place of a statement; null if it cannot be found in the source.</summary>
    public StatementPlace? Find(string key)
    {
        if (ladder.SignalOf(key) is { } signal)
            return signal.IsOwn ? At(signal.Page, signal.Span.Start, signal.Text, signal.CellId) : null;
        var parts = key.Split(':');
        if (parts.Length < 2 || !_cells.TryGetValue(parts[0], out var cell))
            return null;
        var number = parts.Length == 3 ? int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture) : 1;
        var statement = parts[1] switch
        {
            StatementKey.Example => cell.Examples.ElementAtOrDefault(number - 1),
            StatementKey.AntiSignal => cell.AntiSignals.ElementAtOrDefault(number - 1),
            _ => cell.Summary,
        };
        return statement is null ? null : Search(cell, statement.Text);
    }

    /// <summary>Finds the block in a cell whose words are those of a statement without an id.</summary>
    private static StatementPlace? Search(Cell cell, string text)
    {
        if (cell.Page.FindCell(cell.Id) is not { } written || cell.Page.Source.Text is not { Origin: null } source)
            return null;
        var all = source.Value;
        for (var at = LineAfter(all, written.Id.Span.Start); at < all.Length; at = LineAfter(all, at))
        {
            var line = all[at..LineAfter(all, at)];
            if (line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal))
                return null;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (ItemMark().Match(line) is var mark && At(cell.Page, at + mark.Length, text, cell.Id) is { } place)
                if (PlainWords(place.Markdown) == PlainWords(text))
                    return place;
        }

        return null;
    }

    private static StatementPlace? At(Page page, int start, string text, string cell)
    {
        if (page.Source.Text is not { Origin: null } source)
            return null;
        var all = source.Value;
        var line = start == 0 ? 0 : all.LastIndexOf('\n', start - 1) + 1;
        var mark = ItemMark().Match(all[line..LineAfter(all, line)]);
        start = line + mark.Length;
        var end = LineAfter(all, line);
        // A paragraph ends before an empty line, another item or a block.
        while (end < all.Length && !Boundary().IsMatch(all[end..LineAfter(all, end)]))
            end = LineAfter(all, end);
        var content = all[start..end].TrimEnd();
        var attributes = Attributes().Match(content);
        var markdown = attributes.Success ? content[..attributes.Index] : content;
        return new(page, new(line, end - line), new(start, markdown.Length), markdown, text, cell);
    }

    private static int LineAfter(string text, int at) =>
        text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;

    private static string PlainWords(string text) =>
        string.Join(' ', Marks().Replace(text, "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^[ \t]*(?:[-*+]|[0-9]+[.)])[ \t]+|^", RegexOptions.CultureInvariant)]
    private static partial Regex ItemMark();

    [GeneratedRegex(@"^\s*(?:$|[-*+][ \t]|[0-9]+[.)][ \t]|:::|#|>|```)", RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\s*\{[^{}]*\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();

    /// <summary>The marks of Markdown, with the targets of links.</summary>
    [GeneratedRegex(@"\]\([^()]*\)|[*_`\[\]\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}

/// <summary>Where a statement is written.</summary>
/// <param name="Lines">Its lines, from the mark of the item on.</param>
/// <param name="Wording">Its text, without the mark of the item and the attributes in braces.</param>
/// <param name="Text">The text without marks.</param>
/// <param name="Cell">The id of its cell.</param>
internal sealed record StatementPlace(
    Page Page,
    SourceSpan Lines,
    SourceSpan Wording,
    string Markdown,
    string Text,
    string Cell
);
