using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Word;

namespace KnowledgeSite.Import;

/// <summary>Turns the changes of a Word file into edits of Markdown files.</summary>
internal sealed partial class WordImport
{
    private readonly StatementPlaces _places;
    private readonly HashSet<string> _ids;
    private readonly Dictionary<Page, List<(SourceSpan Span, string Text)>> _edits = new(
        ReferenceEqualityComparer.Instance
    );
    private readonly List<(string Change, string Remedy)> _unplaced = [];
    private readonly List<string> _plain = [];

    /// <param name="isPlain">True to write all new wordings without marks.</param>
    public WordImport(Ladder ladder, WordChanges changes, bool isPlain)
    {
        _places = new(ladder);
        _ids = ladder.Document.Ids.ToHashSet(StringComparer.Ordinal);
        foreach (var (key, text) in changes.Reworded)
            Reword(key, text, isPlain);
        foreach (var key in changes.Removed)
            Remove(key);
        foreach (var after in changes.Added.GroupBy(a => a.After))
            Add(after.Key, [.. after.Select(a => a.Text)]);
        _unplaced.AddRange(
            changes.Moved.Select(m =>
                (
                    $"'{m.Key}' is moved to '{m.Cell}'",
                    "Move it in the Markdown, and say at which level it ends if its id was published."
                )
            )
        );
        _unplaced.AddRange(
            changes.Elsewhere.Select(t =>
                (
                    $"'{t}' is not part of a statement",
                    "Write it into the Markdown, or as a new item below a statement of the file."
                )
            )
        );
    }

    /// <summary>What could not be placed, each with what to do instead.</summary>
    public IReadOnlyList<(string Change, string Remedy)> Unplaced => _unplaced;

    /// <summary>The statements whose marks and links were lost.</summary>
    public IReadOnlyList<string> Plain => _plain;

    /// <summary>The changed files with their new texts.</summary>
    public IEnumerable<(SourcePath Path, string Text)> Files =>
        _edits
            .OrderBy(e => e.Key.Path)
            .Select(file =>
            {
                var text = new StringBuilder(file.Key.Source.Text!.Value);
                foreach (
                    var (span, insert) in file
                        .Value.OrderByDescending(e => e.Span.Start)
                        .ThenByDescending(e => e.Span.Length)
                )
                    text.Remove(span.Start, span.Length).Insert(span.Start, insert);
                return (file.Key.Path, text.ToString());
            });

    private void Reword(string key, string text, bool isPlain)
    {
        if (_places.Find(key) is not { } place)
        {
            _unplaced.Add(($"the new wording of '{key}', '{text}'", FindAdvice(key)));
            return;
        }

        var losesMarks = place.Markdown != place.Text;
        var wording = isPlain ? null : MarkdownWording.Reword(place.Markdown, place.Text, text, out losesMarks);
        if (losesMarks)
            _plain.Add(key);
        Edit(place.Page, place.Wording, wording ?? MarkdownWording.EscapeBlock(text));
    }

    private void Remove(string key)
    {
        if (key.EndsWith(":sentence", StringComparison.Ordinal) || _places.Find(key) is not { } place)
            _unplaced.Add(
                (
                    $"'{key}' is deleted",
                    key.EndsWith(":sentence", StringComparison.Ordinal)
                        ? "A cell keeps its sentence. Delete the cell in the Markdown, or say that nothing "
                            + "is added there."
                        : FindAdvice(key)
                )
            );
        else
            Edit(place.Page, place.Lines, "");
    }

    private void Add(string after, IReadOnlyList<string> texts)
    {
        if (_places.Find(after) is not { } place)
        {
            _unplaced.AddRange(texts.Select(t => ($"the new item '{t}' after '{after}'", FindAdvice(after))));
            return;
        }

        var isSignal = !after.Contains(':', StringComparison.Ordinal);
        var items = texts.Select(t =>
            $"- {MarkdownWording.EscapeBlock(t)}{(isSignal ? $" {{#{NewId(place.Cell, t)}}}" : "")}\n"
        );
        var end = place.Page.Source.Text!.Value[place.Lines.End - 1] == '\n' ? "" : "\n";
        Edit(place.Page, new(place.Lines.End, 0), end + string.Concat(items));
    }

    /// <summary>Advice about a statement that is not written as usual, or in another ladder.</summary>
    private string FindAdvice(string key) =>
        _places.LadderOf(key) is { } ladder
            ? $"It comes from the ladder '{ladder}'. Import the file of that ladder's level or dimension."
            : "Change it in the Markdown.";

    /// <summary>An id from the first long word of a text.</summary>
    private string NewId(string cell, string text)
    {
        var word = LongWord().Match(text.ToLowerInvariant()) is { Success: true } found ? found.Value : "new";
        var id = $"{cell}.{word}";
        for (var i = 2; !_ids.Add(id); i++)
            id = $"{cell}.{word}-{i}";
        return id;
    }

    private void Edit(Page page, SourceSpan span, string text)
    {
        if (!_edits.TryGetValue(page, out var edits))
            _edits.Add(page, edits = []);
        edits.Add((span, text));
    }

    [GeneratedRegex("[a-z]{5,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord();
}
