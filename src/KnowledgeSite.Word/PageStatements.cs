using AngleSharp.Dom;

namespace KnowledgeSite.Word;

/// <summary>
/// Finds the statements of a ladder on a page while it is written: signals by their ids; the sentence, the examples and
/// the anti-signals of a cell by its heading and their position.
/// </summary>
internal sealed class PageStatements(WordSource source)
{
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private readonly Stack<string?> _lists = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private string? _cell;
    private bool _awaitsSentence;

    /// <summary>Notes the cell that a heading begins, if it does.</summary>
    public void Enter(IElement heading)
    {
        _cell = heading.Id is { } id && source.Statements.Contains(id) ? id : null;
        _awaitsSentence = _cell is not null;
    }

    public void EnterList(IElement list)
    {
        _awaitsSentence = false;
        _lists.Push(_cell is null || _lists.Count > 0 ? null : PartOf(list));
    }

    public void LeaveList() => _lists.Pop();

    /// <summary>Returns the key of the statement that a paragraph or an item is; null if it is none.</summary>
    public string? Find(IElement element)
    {
        if (source.Statements.Count == 0)
            return null;
        var key = element.LocalName == "p" ? Sentence(element) : Item(element);
        return key is not null && _found.Add(key) ? key : null;
    }

    private string? Sentence(IElement paragraph)
    {
        if (!_awaitsSentence || (paragraph.ClassName is { Length: > 0 } name && name != "cell-summary"))
            return null;
        _awaitsSentence = false;
        return StatementKey.Sentence(_cell!);
    }

    private string? Item(IElement item)
    {
        if ((item.GetAttribute("id") ?? item.GetAttribute("data-statement")) is { } id)
            return source.Statements.Contains(id) ? id : null;
        if (!_lists.TryPeek(out var part) || part is null)
            return null;
        var count = _counts.GetValueOrDefault(_cell + part) + 1;
        _counts[_cell + part] = count;
        return StatementKey.Item(_cell!, part, count);
    }

    private string? PartOf(IElement list)
    {
        var label = list.PreviousElementSibling is { LocalName: "p" } before
            ? XmlText.Collapse(before.TextContent)
            : null;
        if (list.ParentElement!.HasClass("examples") || label == source.Text.ForExample)
            return StatementKey.Example;
        return list.ParentElement!.HasClass("anti-signals") || label == source.Text.EasilyMistaken
            ? StatementKey.AntiSignal
            : null;
    }
}

/// <summary>
/// The keys of statements, which are the tags of their content controls: a signal has its id; another statement that of
/// its cell and its place in it, such as <c>scope.senior:example:2</c>.
/// </summary>
internal static class StatementKey
{
    public const string Example = "example";
    public const string AntiSignal = "anti-signal";

    public static string Sentence(string cell) => $"{cell}:sentence";

    public static string Item(string cell, string part, int number) => $"{cell}:{part}:{number}";
}
