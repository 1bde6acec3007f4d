using System.Buffers;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// The Markdown that pages are written in: CommonMark, GitHub's additions, and a few that career pages need.
/// </summary>
/// <param name="citesSources">There is a bibliography, so that <c>[@id]</c> is a citation; without one it is text like
/// any other.</param>
internal sealed class MarkdownSyntax(bool citesSources = false)
{
    private static readonly SearchValues<string> AddressMarks = SearchValues.Create(
        ["://", "www.", "mailto:", "tel:"],
        StringComparison.OrdinalIgnoreCase
    );

    private readonly Lazy<MarkdownPipeline> _whole = new(() => Create(withAutoLinks: true, citesSources));
    private readonly Lazy<MarkdownPipeline> _withoutAutoLinks = new(() => Create(withAutoLinks: false, citesSources));

    /// <remarks>
    /// The search for bare addresses stops at every f, h, m, t and w, which costs a quarter of the parsing; a text that
    /// holds none of the marks of an address is spared it.
    /// </remarks>
    /// <exception cref="ArgumentException">The text is nested deeper than Markdig's limit; rendering may find so
    /// too.</exception>
    public MarkdownDocument Parse(string markdown)
    {
        var document = Markdown.Parse(markdown, MayHoldBareAddress(markdown) ? _whole.Value : _withoutAutoLinks.Value);
        InlineNesting.Limit(document, markdown);
        Comments.Remove(document, markdown);
        if (citesSources && markdown.Contains("[@", StringComparison.Ordinal))
            CitationNotes.Put(document);
        return document;
    }

    public BodyRenderer CreateRenderer() => new(_withoutAutoLinks.Value);

    private static bool MayHoldBareAddress(string markdown) => markdown.AsSpan().ContainsAny(AddressMarks);

    private static MarkdownPipeline Create(bool withAutoLinks, bool citesSources)
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true }
            .UsePipeTables()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        if (withAutoLinks)
            builder.UseAutoLinks();
        builder
            .UseFootnotes()
            .UseDefinitionLists()
            .UseAbbreviations()
            .Use<Containers>()
            .Use<WritingSpaces>()
            .Use<AttributeLists>()
            .Use<Formulas>()
            .Use<Flavors>();
        builder.BlockParsers.Insert(0, new IncludeParser());
        builder.BlockParsers.Insert(0, new LearnMarkupParser());
        builder.BlockParsers.InsertBefore<ParagraphBlockParser>(new TextBelowTableParser());
        builder.InlineParsers.Add(new EmojiParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new WikiLinkParser());
        if (citesSources)
            builder.InlineParsers.InsertBefore<WikiLinkParser>(new CitationParser());
        return builder.Use<LinearParsers>().Build();
    }
}
