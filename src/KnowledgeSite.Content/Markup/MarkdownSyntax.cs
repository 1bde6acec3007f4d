using System.Buffers;
using KnowledgeSite.Strings;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Parses the Markdown of pages: CommonMark, GitHub Flavored Markdown and the extensions of this tool.
/// </summary>
/// <param name="citesSources">True if the site has a bibliography, so that <c>[@id]</c> is a citation and not
/// text.</param>
internal sealed class MarkdownSyntax(UiStrings text, bool citesSources = false)
{
    private static readonly SearchValues<string> AddressMarks = SearchValues.Create(
        ["://", "www.", "mailto:", "tel:"],
        StringComparison.OrdinalIgnoreCase
    );

    private readonly Lazy<MarkdownPipeline> _whole = new(() => Create(withAutoLinks: true, citesSources));
    private readonly Lazy<MarkdownPipeline> _withoutAutoLinks = new(() => Create(withAutoLinks: false, citesSources));

    /// <summary>Parses a text.</summary>
    /// <remarks>
    /// The parser for bare URLs stops at every f, h, m, t and w, which takes a quarter of the parsing time. It is left
    /// out for a text that cannot contain a URL.
    /// </remarks>
    /// <exception cref="ArgumentException">The text is nested deeper than the limit of Markdig. Rendering can throw the
    /// same exception.</exception>
    public MarkdownDocument Parse(string markdown)
    {
        var document = Markdown.Parse(markdown, MayHoldBareAddress(markdown) ? _whole.Value : _withoutAutoLinks.Value);
        InlineNesting.Limit(document, markdown);
        Comments.Remove(document, markdown);
        TabGroups.Build(document, markdown, text);
        Choices.Build(document, markdown);
        SheetTables.Build(document);
        if (citesSources && markdown.Contains("[@", StringComparison.Ordinal))
            CitationNotes.Insert(document);
        return document;
    }

    public BodyRenderer CreateRenderer() => new(_withoutAutoLinks.Value, text);

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
            .Use<Notation>()
            .Use<Flavors>();
        builder.BlockParsers.Insert(0, new IncludeParser());
        builder.BlockParsers.Insert(0, new LearnMarkupParser());
        builder.BlockParsers.InsertBefore<ParagraphBlockParser>(new TextBelowTableParser());
        builder.InlineParsers.Add(new EmojiParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new WikiLinkParser());
        if (citesSources)
            builder.InlineParsers.InsertBefore<WikiLinkParser>(new CitationParser());
        return builder.Use<LinearParsers>().Use<FootnotePlaces>().Build();
    }
}
