using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Replaces those parsers of Markdig that need quadratic time in the length of a page. Must be set up last, because
/// other extensions add parsers while the pipeline is built.
/// </summary>
internal sealed class LinearParsers : IMarkdownExtension
{
    /// <summary>The length in characters from which the emphasis of a paragraph is resolved before its end.</summary>
    public int LongParagraph { get; init; } = LinearEmphasisParser.LongParagraph;

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new NestingLimit());
        pipeline.BlockParsers.Replace<ParagraphBlockParser>(new LinearParagraphParser());
        pipeline.BlockParsers.Replace<FootnoteParser>(new LinearFootnoteParser());
        pipeline.InlineParsers.Replace<LinkInlineParser>(new LinearLinkParser());
        pipeline.InlineParsers.Replace<AutoLinkParser>(new LinearAutoLinkParser(new AutoLinkOptions()));
        pipeline.InlineParsers.Replace<AutolinkInlineParser>(
            new LinearHtmlParser(pipeline.InlineParsers.FindExact<AutolinkInlineParser>()!.Options)
        );
        var emphasis = new LinearEmphasisParser(
            pipeline.InlineParsers.FindExact<EmphasisInlineParser>()!,
            LongParagraph
        );
        pipeline.InlineParsers.Replace<EmphasisInlineParser>(emphasis);
        var tables = pipeline.InlineParsers.FindExact<PipeTableParser>()!;
        var lineBreaks = pipeline.InlineParsers.FindExact<LineBreakInlineParser>()!;
        pipeline.InlineParsers.Replace<PipeTableParser>(new LinearTableParser(lineBreaks, tables.Options, emphasis));
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }
}

/// <summary>
/// Parses footnotes in linear time. For each footnote, Markdig searches all blocks of the page that are reference
/// definitions. Definitions are only needed by their labels, so they are removed from the page as soon as they are
/// registered.
/// </summary>
internal class LinearFootnoteParser : FootnoteParser
{
    public override BlockState TryOpen(BlockProcessor processor) =>
        WithoutDefinitions(processor, base.TryOpen(processor));

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        WithoutDefinitions(processor, base.TryContinue(processor, block));

    private static BlockState WithoutDefinitions(BlockProcessor processor, BlockState state)
    {
        if (processor.NewBlocks.Count > 0)
            processor.Document.GetLinkReferenceDefinitions(addGroup: true).Clear();
        return state;
    }
}

/// <summary>
/// Stops parsing as soon as blocks are nested deeper than Markdig can render. Otherwise, each line would take a step
/// for each open block before Markdig rejects the page.
/// </summary>
internal sealed class NestingLimit : BlockParser
{
    /// <summary>
    /// The maximum depth. It is larger than the limit of Markdig (128), so that no page is stopped that Markdig would
    /// render.
    /// </summary>
    private const int MaxDepth = 300;

    public NestingLimit() => OpeningCharacters = [.. ">-*+:!?/0123456789"];

    /// <exception cref="ArgumentException">Blocks are nested too deeply. The message is the same as that of
    /// Markdig.</exception>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var depth = 0;
        for (Block? block = processor.CurrentContainer; block is not null; block = block.Parent)
            depth++;
        if (depth > MaxDepth)
            throw new ArgumentException("Blocks are too deeply nested.");
        return BlockState.None;
    }
}
