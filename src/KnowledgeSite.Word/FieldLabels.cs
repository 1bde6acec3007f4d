using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Word;

/// <summary>
/// Finds the question that a field answers, as the form in the browser does: the label of a box, the headers of a cell,
/// the sentence around a gap, or the preceding text.
/// </summary>
internal sealed class FieldLabels(UiStrings text)
{
    /// <summary>The number of characters that are read of a text; Word shows 64 of them.</summary>
    private const int MaxLength = 200;

    /// <summary>The classes of fields that are blocks or lists of options.</summary>
    public static readonly IReadOnlySet<string> Fields = new HashSet<string>(StringComparer.Ordinal)
    {
        "lines",
        "box",
        "scale",
        "choice",
    };

    /// <summary>The first words of elements: many cells have the same header.</summary>
    private readonly Dictionary<IElement, string> _starts = [];

    public string Find(IElement field)
    {
        var label =
            field.FirstWithin(e => e.HasClass("box-label")) is { } own ? Start(own)
            : field.Nearest(e => e.LocalName == "td") is { } cell ? OfCell(cell)
            : field.LocalName is "span" or "input" ? OfSentence(field)
            : Before(field);
        return label.Length > 0 ? label : text.YourAnswer;
    }

    private string OfSentence(IElement field)
    {
        var sentence = field.Nearest(e => e.LocalName is "p" or "li" or "td" or "dd" or "th" or "blockquote");
        var name = sentence is not null && field.HasClass("gap") ? GapNames.Find(field, sentence) : null;
        return name ?? Start(sentence);
    }

    private string OfCell(IElement cell)
    {
        var row = (IHtmlTableRowElement)cell.ParentElement!;
        var index = row.ChildNodes.TakeWhile(n => n != cell).Count(n => n is IHtmlTableCellElement);
        var head = row.Nearest(e => e.LocalName == "table")?.FirstChild("thead");
        var header = head?.Children.LastOrDefault(r => r.LocalName == "tr") is { } last ? CellAt(last, index) : null;
        var first = index > 0 ? CellAt(row, 0) : null;
        string[] names =
        [
            Start(header) is { Length: > 0 } column ? column : text.ColumnNumber($"{index + 1}"),
            Start(first) is { Length: > 0 } name ? name : text.RowNumber($"{row.IndexInSection + 1}"),
        ];
        return string.Join(", ", names);
    }

    private static IElement? CellAt(IElement row, int index)
    {
        foreach (var node in row.ChildNodes)
            if (node is IHtmlTableCellElement cell && index-- == 0)
                return cell;
        return null;
    }

    private string Before(IElement field)
    {
        var before = field.PreviousElementSibling;
        while (before?.HasClass(Fields) == true)
            before = before.PreviousElementSibling;
        return Start(before ?? field.ParentElement);
    }

    /// <summary>The first words of an element, which may be long and contain many fields.</summary>
    private string Start(IElement? element)
    {
        if (element is null)
            return "";
        if (_starts.TryGetValue(element, out var known))
            return known;
        var start = new StringBuilder();
        foreach (var part in element.Descendants<IText>())
        {
            start.Append(part.Data);
            if (start.Length > MaxLength)
                break;
        }

        return _starts[element] = XmlText.Collapse(XmlText.Clean(start.ToString()));
    }
}
