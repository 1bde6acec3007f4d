using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Makes notes of a page's citations, in one list with its footnotes and numbered with them as they come in the text.
/// One source and place is one note, however often it is cited.
/// </summary>
internal sealed class CitationNotes
{
    private readonly MarkdownDocument _document;
    private readonly Dictionary<(string Id, string? Place), Footnote> _notes = [];
    private readonly Lazy<FootnoteGroup> _group;
    private int _lastReference;

    private CitationNotes(MarkdownDocument document)
    {
        _document = document;
        _group = new(() => _document.OfType<FootnoteGroup>().FirstOrDefault() ?? AddGroup());
        _lastReference = _document
            .OfType<FootnoteGroup>()
            .SelectMany(g => g.OfType<Footnote>())
            .SelectMany(n => n.Links)
            .Select(l => l.Index)
            .DefaultIfEmpty()
            .Max();
    }

    public static void Put(MarkdownDocument document)
    {
        var citations = document.Descendants<CitationInline>().ToList();
        if (citations.Count == 0)
            return;
        var notes = new CitationNotes(document);
        foreach (var citation in citations)
            notes.Replace(citation);
        notes.Number();
    }

    private FootnoteGroup AddGroup()
    {
        var group = new FootnoteGroup(null!);
        _document.Add(group);
        return group;
    }

    /// <summary>
    /// A link holds no other, so the references of one in a link stand behind it; the words for a picture hold none.
    /// </summary>
    private void Replace(CitationInline citation)
    {
        Inline place = citation;
        for (var around = citation.Parent; around is not null; around = around.Parent)
            if (around is LinkInline)
                place = around;
        if (place is not LinkInline { IsImage: true })
            InsertReferences(place, citation.Places);
        TakeBlankBefore(citation);
        citation.Remove();
    }

    private void InsertReferences(Inline place, IReadOnlyList<CitedPlace> cited)
    {
        foreach (var reference in cited.Select(c => Reference(NoteOf(c))).ToList())
        {
            place.InsertAfter(reference);
            place = reference;
        }
    }

    /// <summary>A number stands right behind its word.</summary>
    private static void TakeBlankBefore(CitationInline citation)
    {
        if (citation.PreviousSibling is LineBreakInline { IsHard: false } line)
            line.Remove();
        if (citation.PreviousSibling is LiteralInline literal)
            literal.Content.TrimEnd();
    }

    private Footnote NoteOf(CitedPlace cited)
    {
        if (_notes.TryGetValue((cited.Id, cited.Place), out var known))
            return known;
        var text = new ParagraphBlock { Inline = new ContainerInline() };
        text.Inline.AppendChild(new CitedSourceInline(cited));
        var note = new Footnote(null!) { Label = cited.Id };
        note.Add(text);
        _group.Value.Add(note);
        return _notes[(cited.Id, cited.Place)] = note;
    }

    private FootnoteLink Reference(Footnote note)
    {
        var link = new FootnoteLink(note) { Index = ++_lastReference };
        note.Links.Add(link);
        ((ParagraphBlock)note.LastChild!).Inline!.AppendChild(
            new FootnoteLink(note) { Index = link.Index, IsBackLink = true }
        );
        return link;
    }

    private void Number()
    {
        var numbers = new Dictionary<Footnote, int>();
        foreach (var link in _document.Descendants<FootnoteLink>().Where(l => !l.IsBackLink))
            numbers.TryAdd(link.Footnote, numbers.Count + 1);
        foreach (var (note, number) in numbers)
            note.Order = number;
        if (_notes.Count > 0)
            _group.Value.Sort(Comparer<Block>.Create((a, b) => ((Footnote)a).Order.CompareTo(((Footnote)b).Order)));
    }
}
