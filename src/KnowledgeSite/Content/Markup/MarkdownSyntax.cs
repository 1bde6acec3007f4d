using System.Buffers;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>The Markdown that pages are written in: CommonMark, GitHub's additions, and a few that career pages need.</summary>
internal sealed class MarkdownSyntax
{
    private static readonly SearchValues<string> AddressMarks = SearchValues.Create(["://", "www.", "mailto:", "tel:"], StringComparison.OrdinalIgnoreCase);

    private readonly Lazy<MarkdownPipeline> _whole = new(() => Create(withAutoLinks: true));
    private readonly Lazy<MarkdownPipeline> _withoutAutoLinks = new(() => Create(withAutoLinks: false));

    /// <remarks>
    /// The search for bare addresses stops at every f, h, m, t and w, which costs a quarter of the parsing; a text that
    /// holds none of the marks of an address is spared it.
    /// </remarks>
    /// <exception cref="ArgumentException">The text is nested deeper than Markdig's limit; rendering may find so too.</exception>
    public MarkdownDocument Parse(string markdown) =>
        Markdown.Parse(markdown, MayHoldBareAddress(markdown) ? _whole.Value : _withoutAutoLinks.Value);

    public BodyRenderer CreateRenderer() => new(_withoutAutoLinks.Value);

    private static bool MayHoldBareAddress(string markdown) =>
        markdown.AsSpan().ContainsAny(AddressMarks);

    private static MarkdownPipeline Create(bool withAutoLinks)
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true }
            .UsePipeTables()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        if (withAutoLinks) builder.UseAutoLinks();
        builder
            .UseFootnotes()
            .UseDefinitionLists()
            .UseAbbreviations()
            .UseAlertBlocks()
            .UseCustomContainers()
            .Use<WritingSpaces>()
            .Use<GenericAttributesAtEnd>();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new WikiLinkParser());
        return builder.Build();
    }
}
