using AngleSharp.Dom;

namespace KnowledgeSite.Word;

/// <summary>
/// Turns the notes at the end of a page into footnotes. Word has one reference for each footnote; a second reference to
/// a note is a link to the first.
/// </summary>
internal sealed class PageFootnotes(PageIndex page)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<IElement> _used = [];

    /// <summary>True while the notes are written. In Word, a note cannot refer to another one.</summary>
    private bool _isWriting;

    /// <summary>Writes the reference to a note. False if the link leads to none, or stands in a note itself.</summary>
    public bool Refer(IElement link, ParagraphWriter paragraph, TextStyle style, DocumentParts parts)
    {
        var id = Uri.UnescapeDataString(link.GetAttribute("href")?.TrimStart('#') ?? "");
        if (_isWriting || !page.Notes.TryGetValue(id, out var note))
            return false;
        paragraph.TrimEnd();
        if (_numbers.TryGetValue(id, out var known))
        {
            var number = style.With(Marks.Super | Marks.Link).Properties()!;
            paragraph.AddWord(
                new WordElement("w:hyperlink", new WordElement("w:r", number, WordElement.OfText($"{known}"))).Set(
                    "w:anchor",
                    BookmarkName.FromId(IdOf(known))
                )
            );
            return true;
        }

        var next = _used.Count + 1;
        _numbers.Add(id, next);
        _used.Add(note);
        var bookmark = parts.Bookmark(IdOf(next));
        if (bookmark is { } started)
            paragraph.Add(started.Start);
        paragraph.AddWord(Mark(new WordElement("w:footnoteReference").Set("w:id", $"{next}")));
        if (bookmark is { } ended)
            paragraph.Add(ended.End);
        return true;
    }

    /// <summary>Writes the notes to which the text refers; then the others at the end of the text.</summary>
    public WordElement Write(DocumentParts parts, BlockStyle style, BlockWriter body)
    {
        var footnotes = WordPackage.Root("w:footnotes");
        footnotes.Add(Separator(-1, "separator")).Add(Separator(0, "continuationSeparator"));
        _isWriting = true;
        for (var i = 0; i < _used.Count; i++)
            footnotes.Add(Note(i + 1, _used[i], parts, style with { Name = "FootnoteText" }));
        foreach (var (_, unused) in page.Notes.Where(n => !_numbers.ContainsKey(n.Key)))
            body.WriteParagraph(unused, style, null);
        return footnotes;
    }

    private static WordElement Note(int number, IElement note, DocumentParts parts, BlockStyle style)
    {
        var footnote = new WordElement("w:footnote").Set("w:id", $"{number}");
        new BlockWriter(parts, footnote).Write(note, style);
        if (footnote.First is not { Name: "w:p" } first)
            footnote.InsertBefore(footnote.First, first = style.CreateParagraph());
        var start = first.Children.FirstOrDefault(c => c.Name != "w:pPr");
        first.InsertBefore(start, Mark(new("w:footnoteRef")));
        first.InsertBefore(start, new("w:r", WordElement.OfText(" ")));
        return footnote;
    }

    private static WordElement Mark(WordElement content) =>
        new("w:r", new WordElement("w:rPr", new WordElement("w:rStyle", "FootnoteReference")), content);

    private static string IdOf(int number) => $"footnote:{number}";

    private static WordElement Separator(int id, string type)
    {
        var paragraph = new WordElement("w:p", new WordElement("w:r", new WordElement($"w:{type}")));
        return new WordElement("w:footnote", paragraph).Set("w:type", type).Set("w:id", $"{id}");
    }
}
