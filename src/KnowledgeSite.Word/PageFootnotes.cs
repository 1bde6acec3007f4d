using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeSite.Word;

/// <summary>
/// Turns the notes at the end of a page into footnotes. Word has one reference for each footnote; a second reference to
/// a note is a link to the first.
/// </summary>
internal sealed class PageFootnotes
{
    private readonly Dictionary<string, IElement> _notes;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<IElement> _used = [];

    /// <summary>True while the notes are written. In Word, a note cannot refer to another one.</summary>
    private bool _isWriting;

    public PageFootnotes(IElement page)
    {
        _notes = page.QuerySelectorAll("section.footnotes > ol > li[id]")
            .DistinctBy(n => n.Id)
            .ToDictionary(n => n.Id!, StringComparer.Ordinal);
    }

    /// <summary>Writes the reference to a note. False if the link leads to none, or stands in a note itself.</summary>
    public bool Refer(IElement link, ParagraphWriter paragraph, TextStyle style, DocumentParts parts)
    {
        var id = Uri.UnescapeDataString(link.GetAttribute("href")?.TrimStart('#') ?? "");
        if (_isWriting || !_notes.TryGetValue(id, out var note))
            return false;
        paragraph.TrimEnd();
        if (_numbers.TryGetValue(id, out var known))
        {
            var number = style.With(Marks.Super | Marks.Link).Properties()!;
            paragraph.AddWord(
                new Hyperlink(new Run(number, new Text($"{known}"))) { Anchor = BookmarkName.FromId(IdOf(known)) }
            );
            return true;
        }

        var next = _used.Count + 1;
        _numbers.Add(id, next);
        _used.Add(note);
        var bookmark = parts.Bookmark(IdOf(next));
        if (bookmark is { } started)
            paragraph.Add(started.Start);
        paragraph.AddWord(
            new Run(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReference { Id = next })
        );
        if (bookmark is { } ended)
            paragraph.Add(ended.End);
        return true;
    }

    /// <summary>Writes the notes to which the text refers; then the others at the end of the text.</summary>
    public Footnotes Write(DocumentParts parts, BlockStyle style, BlockWriter body)
    {
        var footnotes = new Footnotes(
            Separator(-1, FootnoteEndnoteValues.Separator, new SeparatorMark()),
            Separator(0, FootnoteEndnoteValues.ContinuationSeparator, new ContinuationSeparatorMark())
        );
        _isWriting = true;
        for (var i = 0; i < _used.Count; i++)
            footnotes.Append(Note(i + 1, _used[i], parts, style with { Name = "FootnoteText" }));
        foreach (var (_, unused) in _notes.Where(n => !_numbers.ContainsKey(n.Key)))
            body.WriteParagraph(unused, style, null);
        return footnotes;
    }

    private static Footnote Note(int number, IElement note, DocumentParts parts, BlockStyle style)
    {
        var footnote = new Footnote { Id = number };
        new BlockWriter(parts, footnote).Write(note, style);
        if (footnote.FirstChild is not Paragraph first)
            footnote.PrependChild(first = style.CreateParagraph());
        var mark = new Run(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReferenceMark());
        var space = new Run(new Text(" ") { Space = SpaceProcessingModeValues.Preserve });
        if (first.ParagraphProperties is { } properties)
        {
            properties.InsertAfterSelf(space);
            properties.InsertAfterSelf(mark);
        }
        else
        {
            first.PrependChild(space);
            first.PrependChild(mark);
        }

        return footnote;
    }

    private static string IdOf(int number) => $"footnote:{number}";

    private static Footnote Separator(int id, FootnoteEndnoteValues type, OpenXmlElement mark) =>
        new(new Paragraph(new Run(mark))) { Id = id, Type = type };
}
