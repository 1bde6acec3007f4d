using Markdig;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Recognises footnotes where other tools do: after a list, inside other blocks, and indented by up to three spaces, as
/// in Material for MkDocs. Must be set up after <see cref="LinearParsers"/>.
/// </summary>
internal sealed class FootnotePlaces : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Replace<LinearFootnoteParser>(new NestedFootnoteParser());
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

/// <summary>
/// Parses footnotes in any block, as GitHub does: Markdig recognises them only outside of other blocks. A footnote ends
/// at the next one, even if that is indented.
/// </summary>
internal sealed class NestedFootnoteParser : LinearFootnoteParser
{
    /// <summary>Marks a footnote whose last line is empty.</summary>
    private static readonly object AfterBlankLine = new();

    private static readonly object WrittenKey = new();

    /// <summary>All footnotes of a page in the order of the text, including those that no text refers to.</summary>
    public static IReadOnlyList<Footnote> FindWritten(MarkdownDocument document) =>
        document.GetData(WrittenKey) as List<Footnote> ?? [];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        // Markdig tests whether a block around the footnote is open.
        var around = new List<Block>();
        if (FootnotePlaces.BeginsFootnote(processor))
            for (var block = processor.CurrentContainer; block is not (null or MarkdownDocument); block = block.Parent)
                if (block.IsOpen)
                    around.Add(block);
        around.ForEach(b => b.IsOpen = false);
        var state = base.TryOpen(processor);
        around.ForEach(b => b.IsOpen = true);
        if (processor.NewBlocks.TryPeek(out var opened) && opened is Footnote footnote)
            AddWritten(processor.Document, footnote);
        return state;
    }

    private static void AddWritten(MarkdownDocument document, Footnote footnote)
    {
        if (document.GetData(WrittenKey) is not List<Footnote> written)
            document.SetData(WrittenKey, written = []);
        written.Add(footnote);
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.Indent < 4 && FootnotePlaces.BeginsFootnote(processor))
        {
            processor.Close(block);
            return TryOpen(processor);
        }

        var isAfterBlankLine = block.RemoveData(AfterBlankLine);
        if (processor.IsBlankLine)
            block.SetData(AfterBlankLine, true);
        else if (isAfterBlankLine && processor is { ColumnBeforeIndent: > 0, Indent: 0 })
        {
            // Inside other blocks, Markdig does not see that the text is not indented.
            processor.Close(block);
            return BlockState.None;
        }

        return base.TryContinue(processor, block);
    }
}

/// <summary>
/// Parses lists. They end before a footnote, because footnotes are often indented like the list item that refers to
/// them, and the empty lines around them would move the items apart.
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
