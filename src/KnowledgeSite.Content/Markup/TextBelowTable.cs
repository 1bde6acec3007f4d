using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Begins a paragraph with the first line below a table that has no column in it. Otherwise such a line would make text
/// of the whole table.
/// </summary>
internal sealed class TextBelowTableParser : BlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (
            processor.CurrentBlock is not ParagraphBlock { Lines.Count: > 1 } above
            || processor.Line.AsSpan().Contains('|')
        )
            return BlockState.None;
        if (!IsTable(above.Lines))
            return BlockState.None;
        processor.NewBlocks.Push(
            new ParagraphBlock(processor.Parsers.Find<ParagraphBlockParser>())
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Line.Start, processor.Line.End),
            }
        );
        return BlockState.Continue;
    }

    /// <summary>The head and the rule of a table are the first lines, or attributes alone stand above them.</summary>
    private static bool IsTable(StringLineGroup lines)
    {
        var head = lines.Lines[0].Slice.AsSpan() is ['{', ..] ? 1 : 0;
        return head + 1 < lines.Count
            && lines.Lines[head].Slice.AsSpan().Contains('|')
            && IsRule(lines.Lines[head + 1].Slice.AsSpan());
    }

    /// <summary>The line between the head of a table and its rows.</summary>
    public static bool IsRule(ReadOnlySpan<char> line) =>
        line.Contains('|') && line.Contains('-') && line.IndexOfAnyExcept(" \t|:-") < 0;
}
