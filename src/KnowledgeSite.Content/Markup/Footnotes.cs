using Markdig;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Recognises footnotes where other tools do: after a list, and indented by up to three spaces, as in Material for
/// MkDocs. Must be set up after <see cref="LinearParsers"/>.
/// </summary>
internal sealed class FootnotePlaces : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Replace<LinearFootnoteParser>(new IndentedFootnoteParser());
        pipeline.BlockParsers.Replace<ListBlockParser>(
            new FootnoteEndingListParser(pipeline.BlockParsers.FindExact<ListBlockParser>()!)
        );
        pipeline.BlockParsers.Replace<DefinitionListParser>(new FootnoteEndingDefinitionParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    /// <summary>True if a footnote begins after a list that is in no other block.</summary>
    public static bool EndsList(BlockProcessor processor, Block block) =>
        block.Parent is MarkdownDocument or { Parent: MarkdownDocument }
        && processor is { ColumnBeforeIndent: 0, Indent: < 4, CurrentBlock: not ParagraphBlock }
        && BeginsFootnote(processor);

    /// <summary>
    /// True if the line begins with <c>[^label]:</c> and is not part of a block that contains any text, such as code.
    /// </summary>
    public static bool BeginsFootnote(BlockProcessor processor)
    {
        if (processor.CurrentChar != '[' || processor.CurrentBlock is { IsBreakable: false })
            return false;
        var line = processor.Line.AsSpan();
        var end = line.IndexOf(']');
        return line.StartsWith("[^", StringComparison.Ordinal)
            && end > 2
            && end + 1 < line.Length
            && line[end + 1] == ':'
            && !line[..end].ContainsAny(' ', '\t');
    }
}

/// <summary>Parses footnotes, which end at the next one even if that is indented.</summary>
internal sealed class IndentedFootnoteParser : LinearFootnoteParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.Indent is not (> 0 and < 4) || !FootnotePlaces.BeginsFootnote(processor))
            return base.TryContinue(processor, block);
        processor.Close(block);
        return TryOpen(processor);
    }
}

/// <summary>
/// Parses lists. They end before a footnote, because footnotes are often indented like the list item that refers to
/// them, and Markdig recognises footnotes only outside of other blocks.
/// </summary>
internal sealed class FootnoteEndingListParser : ListBlockParser
{
    /// <param name="original">The parser that is replaced.</param>
    public FootnoteEndingListParser(ListBlockParser original)
    {
        ItemParsers.Clear();
        ItemParsers.AddRange(original.ItemParsers);
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        FootnotePlaces.EndsList(processor, block) ? BlockState.None : base.TryContinue(processor, block);
}

/// <summary>Parses definition lists, which end before a footnote like other lists.</summary>
internal sealed class FootnoteEndingDefinitionParser : DefinitionListParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        FootnotePlaces.EndsList(processor, block) ? BlockState.None : base.TryContinue(processor, block);
}
