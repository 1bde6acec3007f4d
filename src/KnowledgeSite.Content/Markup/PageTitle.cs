using KnowledgeSite.Files;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// The title of a page and its heading. The title is the one in the front matter, or the first heading of level 1, or
/// the first heading. Headings in quotes and lists do not count. A heading is removed from the text only if the page
/// header shows it.
/// </summary>
/// <param name="Text">The title, or null if there is neither front matter with a title nor a heading.</param>
internal sealed record PageTitle(string? Text)
{
    private HeadingBlock? _heading;
    private bool _mayMove;

    public string? Id => _heading?.GetAttributes().Id;

    public ContainerInline? Inline => _heading?.Inline;

    /// <summary>True if the text contains the title as a level 1 heading, so the page header needs none.</summary>
    public bool IsInText => _heading is { Level: 1 } && !_mayMove;

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
                _mayMove = Opens(document, heading),
            };
        if (says is null || (heading!.Level > 1 && HasPartsForHeadings(frontMatter.Kind)))
            return new((string?)null);
        return new(says) { _heading = heading, _mayMove = Opens(document, heading) };
    }

    public SourceSpan Span(int bodyStart) =>
        _heading is { } heading ? new(bodyStart + heading.Span.Start, heading.Span.Length) : default;

    /// <summary>
    /// Moves the heading from the text to the page header, if the text begins with it.
    /// </summary>
    public bool MoveToHeader(MarkdownDocument document, List<Heading> outline)
    {
        if (_heading is null || !_mayMove)
            return false;
        document.Remove(_heading);
        outline.RemoveAt(0);
        return true;
    }

    /// <summary>True if two titles are the same, ignoring punctuation, spaces and case.</summary>
    public static bool AreSameWords(string a, string b) =>
        a.Where(char.IsLetterOrDigit)
            .Select(char.ToLowerInvariant)
            .SequenceEqual(b.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)) && a.Any(char.IsLetterOrDigit);

    /// <summary>
    /// True for a heading at the start of the page without links, because a title cannot contain links.
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

    /// <summary>
    /// True for kinds whose headings below level 1 are levels, terms or sections of a workshop, and so cannot be the
    /// title.
    /// </summary>
    private static bool HasPartsForHeadings(PageKind kind) =>
        kind is PageKind.Dimension or PageKind.Glossary or PageKind.Workshop;
}
