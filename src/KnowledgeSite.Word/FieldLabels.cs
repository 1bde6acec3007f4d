using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Word;

/// <summary>
/// Finds the question that a field answers, as the form in the browser does: the label of a box, the headers of a cell,
/// the sentence around a gap, or the preceding text.
/// </summary>
internal static class FieldLabels
{
    private const string Sentences = "p, li, td, dd, th, blockquote";

    /// <summary>The number of characters that are read of a text; Word shows 64 of them.</summary>
    private const int MaxLength = 200;

    private const string Fields = ".lines, .box, .scale, .choice";

    public static string Find(IElement field, UiStrings text)
    {
        var label =
            field.QuerySelector(".box-label") is { } own ? Start(own)
            : field.Closest("td") is IHtmlTableCellElement cell ? OfCell(cell, text)
            : field.LocalName is "span" or "input" ? OfSentence(field)
            : Before(field);
        return label.Length > 0 ? label : text.YourAnswer;
    }

    private static string OfSentence(IElement field)
    {
        var sentence = field.Closest(Sentences);
        var name = sentence is not null && field.ClassList.Contains("gap") ? GapNames.Find(field, sentence) : null;
        return name ?? Start(sentence);
    }

    private static string OfCell(IHtmlTableCellElement cell, UiStrings text)
    {
        var row = (IHtmlTableRowElement)cell.ParentElement!;
        // The index of AngleSharp counts the white space between cells too.
        var index = row.Cells.TakeWhile(c => c != cell).Count();
        var header = cell.Closest("table") is IHtmlTableElement { Head: { } head }
            ? (head.Rows.Length > 0 ? head.Rows[head.Rows.Length - 1] : null)?.Cells.ElementAtOrDefault(index)
            : null;
        var first = index > 0 ? row.Cells[0] : null;
        string[] names =
        [
            Start(header) is { Length: > 0 } column ? column : text.ColumnNumber($"{index + 1}"),
            Start(first) is { Length: > 0 } name ? name : text.RowNumber($"{row.IndexInSection + 1}"),
        ];
        return string.Join(", ", names);
    }

    private static string Before(IElement field)
    {
        var before = field.PreviousElementSibling;
        while (before?.Matches(Fields) == true)
            before = before.PreviousElementSibling;
        return Start(before ?? field.ParentElement);
    }

    /// <summary>The first words of an element, which may be long and contain many fields.</summary>
    private static string Start(IElement? element)
    {
        var start = new StringBuilder();
        foreach (var text in element?.Descendants<IText>() ?? [])
        {
            start.Append(text.Data);
            if (start.Length > MaxLength)
                break;
        }

        return XmlText.Collapse(XmlText.Clean(start.ToString()));
    }
}
