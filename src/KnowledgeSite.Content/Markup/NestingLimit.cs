using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

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
