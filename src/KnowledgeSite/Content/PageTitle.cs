using KnowledgeSite.Content.Markup;
using KnowledgeSite.Files;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content;

/// <summary>
/// The title of a page and the heading that says it: the title in the front matter, else the first heading of level 1,
/// else the first heading of any level. Headings in quotations and lists are not the page's own. A heading is never
/// removed unless the frame shows it.
/// </summary>
/// <param name="Text">Null where neither the front matter nor a heading says the title.</param>
internal sealed record PageTitle(string? Text)
{
    private HeadingBlock? _heading;
    private bool _mayLift;

    public string? Id => _heading?.GetAttributes().Id;

    public ContainerInline? Inline => _heading?.Inline;

    /// <summary>The heading stays in the text and is of level 1, so the page needs no other title.</summary>
    public bool IsInText => _heading is { Level: 1 } && !_mayLift;

    /// <param name="outline">All headings with their text, in the order of the document.</param>
    public static PageTitle Find(FrontMatter frontMatter, MarkdownDocument document, List<Heading> outline)
    {
        var own = document.Descendants<HeadingBlock>().Zip(outline).Where(h => IsOwn(h.First)).ToList();
        var firstOfLevel1 = own.FindIndex(h => h.First.Level == 1);
        var (heading, entry) = own.Count == 0 ? default : own[Math.Max(firstOfLevel1, 0)];
        var says = entry is not { Text.Length: > 0 } ? null : entry.Text;
        if (frontMatter.Title is { } title)
            return new(title)
            {
                _heading = says is not null && heading!.Level == 1 && AreSameWords(title, says) ? heading : null,
                _mayLift = Opens(document, heading),
            };
        if (says is null || (heading!.Level > 1 && HasPartsForHeadings(frontMatter.Kind)))
            return new((string?)null);
        return new(says) { _heading = heading, _mayLift = Opens(document, heading) };
    }

    public SourceSpan Span(int bodyStart) =>
        _heading is { } heading ? new(bodyStart + heading.Span.Start, heading.Span.Length) : default;

    /// <summary>
    /// Takes the heading out of the text where it opens the page, so that it stands in the page's header instead.
    /// </summary>
    public bool Lift(MarkdownDocument document, List<Heading> outline)
    {
        if (_heading is null || !_mayLift)
            return false;
        document.Remove(_heading);
        outline.RemoveAt(0);
        return true;
    }

    /// <summary>True where two titles differ in marks, spaces and capitals at most.</summary>
    public static bool AreSameWords(string a, string b) =>
        a.Where(char.IsLetterOrDigit)
            .Select(char.ToLowerInvariant)
            .SequenceEqual(b.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)) && a.Any(char.IsLetterOrDigit);

    /// <summary>
    /// A heading that opens the page; one with links in it stays where it is, since a title holds none.
    /// </summary>
    private static bool Opens(MarkdownDocument document, HeadingBlock? heading) =>
        heading is { Inline: { } inline }
        && document.FirstOrDefault(b =>
            b is not (LinkReferenceDefinitionGroup or HtmlBlock { Type: HtmlBlockType.Comment })
        ) == heading
        && !inline
            .Descendants()
            .Any(i =>
                i
                    is LinkInline
                        or AutolinkInline
                        or WikiLinkInline
                        or HtmlInline
                        or Markdig.Extensions.Footnotes.FootnoteLink
            );

    private static bool IsOwn(HeadingBlock heading)
    {
        for (var parent = heading.Parent; parent is not null; parent = parent.Parent)
            if (parent is QuoteBlock or ListItemBlock or Markdig.Extensions.Footnotes.Footnote)
                return false;
        return true;
    }

    /// <summary>Headings below the first level are levels, terms or sections of a workshop there.</summary>
    private static bool HasPartsForHeadings(PageKind kind) =>
        kind is PageKind.Dimension or PageKind.Glossary or PageKind.Workshop;
}
