using System.Runtime.InteropServices;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Markdig's paragraph parser with the same results in linear time. Markdig copies all remaining lines of a paragraph
/// and searches all earlier definitions for each reference definition, and searches all blocks of the page for each
/// underlined heading.
/// </summary>
internal sealed class LinearParagraphParser : ParagraphBlockParser
{
    /// <summary>
    /// The number of lines in which a definition is searched at first. Nearly every definition has one line.
    /// </summary>
    private const int FirstWindow = 8;

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine || processor.IsCodeIndent || !IsUnderline(processor.Line))
            return base.TryContinue(processor, block);

        var paragraph = (ParagraphBlock)block;
        if (ReadDefinitions(paragraph, processor) && paragraph.Lines.Count == 0)
        {
            block.UpdateSpanEnd(processor.Line.End);
            return BlockState.Continue;
        }

        return MayBeHeading(processor, block) ? MakeHeading(processor, block) : base.TryContinue(processor, block);
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is ParagraphBlock paragraph)
        {
            ReadDefinitions(paragraph, processor);
            LinearTableParser.Examine(paragraph, processor.Document);
        }

        return base.Close(processor, block);
    }

    /// <summary>
    /// False for a lazy continuation line of a quotation or list item, for which the base class decides.
    /// </summary>
    private static bool MayBeHeading(BlockProcessor processor, Block block) =>
        !processor.IsLazy || block.Parent is not (QuoteBlock or ListItemBlock);

    /// <summary>
    /// Makes a heading of a paragraph. The base class searches the parent for the paragraph from its first block, so
    /// the paragraph is moved to a temporary parent.
    /// </summary>
    private BlockState MakeHeading(BlockProcessor processor, Block block)
    {
        if (block.Parent is not { } parent || parent.LastChild != block)
            return base.TryContinue(processor, block);
        var holder = new Holder();
        parent.RemoveAt(parent.Count - 1);
        holder.Add(block);
        var state = base.TryContinue(processor, block);
        if (holder.Count == 0)
            return state;

        holder.RemoveAt(0);
        parent.Add(block);
        return state;
    }

    /// <summary>True for a line that consists only of <c>=</c> or only of <c>-</c>, and spaces after them.</summary>
    private static bool IsUnderline(StringSlice line)
    {
        var text = line.AsSpan().TrimEnd(" \t");
        return text is ['=' or '-', ..] && text.IndexOfAnyExcept(text[0]) < 0;
    }

    /// <summary>
    /// Registers the reference definitions at the start of a paragraph, and removes their lines from it.
    /// </summary>
    /// <returns>True if there was a definition.</returns>
    private static bool ReadDefinitions(ParagraphBlock paragraph, BlockProcessor processor)
    {
        var first = 0;
        var count = paragraph.Lines.Count;
        var isFound = false;
        while (
            first < count
            && MayBeginDefinition(paragraph.Lines.Lines[first].Slice)
            && ReadDefinition(paragraph.Lines, ref first, processor.Document)
        )
            isFound = true;
        if (!isFound)
            return false;

        var rest = new StringLineGroup(Math.Max(1, count - first));
        for (var i = first; i < count; i++)
            rest.Add(ref paragraph.Lines.Lines[i]);
        paragraph.Lines = rest;
        return true;
    }

    private static bool MayBeginDefinition(StringSlice line) => line.AsSpan().TrimStart() is ['[', ..];

    /// <summary>
    /// Reads one definition. The number of lines that are searched is doubled as long as the definition may continue
    /// after them.
    /// </summary>
    /// <param name="first">The line to begin at. It is set to the line of the text after the definition.</param>
    /// <returns>False if there is no definition.</returns>
    private static bool ReadDefinition(StringLineGroup lines, ref int first, MarkdownDocument document)
    {
        for (var size = FirstWindow; ; size *= 2)
        {
            var end = Math.Min(lines.Count, first + size);
            // The group has room for one more line, because otherwise the iterator does not move past the last line.
            var window = new StringLineGroup(end - first + 1);
            for (var i = first; i < end; i++)
                window.Add(ref lines.Lines[i]);
            var iterator = window.ToCharIterator();
            var isFound = LinkReferenceDefinition.TryParse(ref iterator, out var definition);
            if (
                end < lines.Count
                && (!isFound || iterator.IsEmpty || MayGoOn(definition!, window.Lines[iterator.SliceIndex].Slice))
            )
                continue;
            if (!isFound)
                return false;

            Register(definition!, window, document);
            first = iterator.IsEmpty ? end : first + iterator.SliceIndex;
            if (!iterator.IsEmpty && first < end)
                Cut(ref lines.Lines[first], iterator.Start - LengthBefore(window, iterator.SliceIndex));
            return true;
        }
    }

    private static int LengthBefore(StringLineGroup window, int line)
    {
        var length = 0;
        for (var i = 0; i < line; i++)
            length += window.Lines[i].Slice.Length + window.Lines[i].Slice.NewLine.Length();
        return length;
    }

    /// <summary>
    /// Removes the end of a definition from the start of a line. Text after the URL is kept if it is not a title.
    /// </summary>
    private static void Cut(ref StringLine line, int length)
    {
        if (length <= 0)
            return;
        line.Column += length;
        line.Slice.Start += length;
    }

    /// <summary>
    /// True if the definition has no title yet and the next line may begin one that ends on a later line.
    /// </summary>
    private static bool MayGoOn(LinkReferenceDefinition definition, StringSlice next) =>
        string.IsNullOrEmpty(definition.Title) && next.AsSpan().TrimStart() is ['"' or '\'' or '(', ..];

    private static void Register(LinkReferenceDefinition definition, StringLineGroup window, MarkdownDocument document)
    {
        definition.Line = window.Lines[0].Line;
        definition.Span = InDocument(window, definition.Span);
        definition.LabelSpan = InDocument(window, definition.LabelSpan);
        definition.UrlSpan = InDocument(window, definition.UrlSpan);
        definition.TitleSpan = InDocument(window, definition.TitleSpan);

        var group = document.GetLinkReferenceDefinitions(addGroup: true);
        group.Add(definition);
        group.Links.TryAdd(definition.Label!, definition);
    }

    private static SourceSpan InDocument(StringLineGroup window, SourceSpan span) =>
        new(InDocument(window, span.Start), InDocument(window, span.End));

    private static int InDocument(StringLineGroup window, int offset)
    {
        foreach (ref var line in window.Lines.AsSpan(0, window.Count))
        {
            if (offset <= line.Slice.Length)
                return line.Slice.Start + offset;
            offset -= line.Slice.Length + line.Slice.NewLine.Length();
        }

        return window.Lines[window.Count - 1].Slice.End;
    }

    private sealed class Holder() : ContainerBlock(null);
}
