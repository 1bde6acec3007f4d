using System.Text.RegularExpressions;
using KnowledgeSite.Words;
using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Turns citations into notes, in one list with the footnotes and numbered in the order of the text. All citations of
/// the same source and place share one note.
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

    public static void Insert(MarkdownDocument document)
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
    /// Replaces a citation by references to notes. A link cannot contain another link, so the references of a citation
    /// inside a link follow that link. The alt text of an image has no references.
    /// </summary>
    private void Replace(CitationInline citation)
    {
        Inline place = citation;
        for (var around = citation.Parent; around is not null; around = around.Parent)
            if (around is LinkInline)
                place = around;
        if (place is not LinkInline { IsImage: true })
            InsertReferences(place, citation.Places);
        RemoveSpaceBefore(citation);
        citation.Remove();
    }

    private void InsertReferences(Inline place, IReadOnlyList<CitedPlace> cited)
    {
        foreach (var reference in cited.Select(c => CreateReference(GetNote(c))).ToList())
        {
            place.InsertAfter(reference);
            place = reference;
        }
    }

    /// <summary>Removes the space before a citation, because the number of a note follows its word directly.</summary>
    private static void RemoveSpaceBefore(CitationInline citation)
    {
        if (citation.PreviousSibling is LineBreakInline { IsHard: false } line)
            line.Remove();
        if (citation.PreviousSibling is LiteralInline literal)
            literal.Content.TrimEnd();
    }

    private Footnote GetNote(CitedPlace cited)
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

    private FootnoteLink CreateReference(Footnote note)
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
/// Recognises citations. Text that is followed by <c>(</c> or <c>[</c>, or that is the label of a reference definition,
/// is a link instead: <c>[@alice](https://x.example)</c>.
/// </summary>
internal sealed partial class CitationParser : InlineParser
{
    /// <summary>
    /// The maximum length of a citation. The limit keeps the time linear if many citations have no end.
    /// </summary>
    private const int MaxLength = 10_000;

    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (!rest.StartsWith("[@"))
            return false;
        var length = rest[..Math.Min(rest.Length, MaxLength)].IndexOf(']');
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
        text.Trim() is { Length: > 0 } place ? WhiteSpace.Collapse(place) : null;

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
}

/// <summary>A citation <c>[@id, place; @id]</c>, before it is replaced by references to notes.</summary>
internal sealed class CitationInline(IReadOnlyList<CitedPlace> places) : LeafInline
{
    public IReadOnlyList<CitedPlace> Places { get; } = places;
}

/// <summary>A source in a citation, with the place in it.</summary>
/// <param name="Start">The offset of the id in the Markdown.</param>
internal sealed record CitedPlace(string Id, string? Place, int Start);

/// <summary>
/// The text of a note for a source. It is a slot, because sources are known only after all pages are read.
/// </summary>
internal sealed class CitedSourceInline(CitedPlace place) : LeafInline, IBodyElement
{
    public void Write(BodyRenderer body)
    {
        if (body.EnableHtmlForInline)
            body.AddCitation(place);
    }
}
