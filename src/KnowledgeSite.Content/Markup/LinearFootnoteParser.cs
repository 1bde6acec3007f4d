using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

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
