using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
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

/// <summary>
/// Recognises citations. A <c>(</c> or <c>[</c> behind, or a reference definition of the same text, makes a link of it,
/// as in <c>[@alice](https://x.example)</c>.
/// </summary>
internal sealed partial class CitationParser : InlineParser
{
    /// <summary>The end is looked for no further, so that many starts without an end take linear time.</summary>
    private const int Longest = 10_000;

    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (!rest.StartsWith("[@"))
            return false;
        var length = rest[..Math.Min(rest.Length, Longest)].IndexOf(']');
        if (length < 0 || MakesLink(rest[(length + 1)..]))
            return false;
        var content = rest[1..length].ToString();
        if (!Whole().IsMatch(content) || processor.Document.ContainsLinkReferenceDefinition(content))
            return false;

        var first = slice.Start + 1;
        var places = One()
            .Matches(content)
            .Select(m => new CitedPlace(
                m.Groups["id"].Value,
                Place(m.Groups["place"].Value),
                processor.GetSourcePosition(first + m.Groups["id"].Index)
            ))
            .ToList();
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new CitationInline(places)
        {
            Line = line,
            Column = column,
            Span = new(start, processor.GetSourcePosition(slice.Start + length)),
        };
        slice.Start += length + 1;
        return true;
    }

    private static bool MakesLink(ReadOnlySpan<char> behind) =>
        behind is ['(', ..] || (behind is ['[', ..] && behind is not ['[', '^' or '@', ..]);

    private static string? Place(string text) =>
        text.Trim() is { Length: > 0 } place ? Blanks().Replace(place, " ") : null;

    [GeneratedRegex(
        @"^\s*@[A-Za-z0-9][A-Za-z0-9._-]*\s*(,[^;\[]*)?(;\s*@[A-Za-z0-9][A-Za-z0-9._-]*\s*(,[^;\[]*)?)*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"(?:^|;)\s*@(?<id>[A-Za-z0-9][A-Za-z0-9._-]*)\s*(,(?<place>[^;]*))?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex One();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}

/// <summary><c>[@id, place; @id]</c>, until it becomes references to notes.</summary>
internal sealed class CitationInline(IReadOnlyList<CitedPlace> places) : LeafInline
{
    public IReadOnlyList<CitedPlace> Places { get; } = places;
}

/// <param name="Start">Where the id stands in the Markdown.</param>
internal sealed record CitedPlace(string Id, string? Place, int Start);

/// <summary>What a note says of the source that it cites.</summary>
internal sealed class CitedSourceInline(CitedPlace place) : LeafInline
{
    public CitedPlace Cited { get; } = place;
}

/// <summary>Sources are known when all pages are, so a slot is left.</summary>
internal sealed class CitedSourceRenderer : HtmlObjectRenderer<CitedSourceInline>
{
    protected override void Write(HtmlRenderer renderer, CitedSourceInline inline)
    {
        if (renderer.EnableHtmlForInline)
            ((BodyRenderer)renderer).AddCitation(inline.Cited);
    }
}
