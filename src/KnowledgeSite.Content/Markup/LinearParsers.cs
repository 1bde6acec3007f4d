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
/// Puts our own parsers in the place of those of Markdig that take the square of a page's length. Used last, since
/// other extensions add parsers only while the pipeline is built.
/// </summary>
internal sealed class LinearParsers : IMarkdownExtension
{
    /// <summary>The length in characters from which emphasis is paired within a paragraph.</summary>
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
/// Markdig's parser of footnotes in linear time. For each note Markdig searches all definitions that are blocks of the
/// page. They are needed only by their names, so here they leave the page when they are known.
/// </summary>
internal sealed class LinearFootnoteParser : FootnoteParser
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
/// Stops the parsing of a page as soon as its blocks are nested deeper than Markdig renders. Without it, each line of
/// the page would cost a step for each block that is open, before Markdig finds so.
/// </summary>
internal sealed class NestingLimit : BlockParser
{
    /// <summary>
    /// More than Markdig's own limit of 128, so that it never stops a page that Markdig would render.
    /// </summary>
    private const int Deepest = 300;

    public NestingLimit() => OpeningCharacters = [.. ">-*+:!?/0123456789"];

    /// <exception cref="ArgumentException">As Markdig throws it, with the same words.</exception>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var depth = 0;
        for (Block? block = processor.CurrentContainer; block is not null; block = block.Parent)
            depth++;
        if (depth > Deepest)
            throw new ArgumentException("Blocks are too deeply nested.");
        return BlockState.None;
    }
}
