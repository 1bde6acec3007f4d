using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

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
