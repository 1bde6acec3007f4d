using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Markdig's parser of tables, which fills every short row up to the longest one, with a limit for that: a table that
/// would be mostly filled stays a paragraph. In other tables emphasis ends with its cell, so that no row is inside a
/// mark of an earlier one.
/// </summary>
internal sealed class LinearTableParser(
    LineBreakInlineParser lineBreaks,
    PipeTableOptions options,
    LinearEmphasisParser emphasis
) : PipeTableParser(lineBreaks, options)
{
    /// <summary>Cells that a table may lack.</summary>
    public const int MostMissingCells = 100_000;

    private static readonly object Kind = new();
    private static readonly object Whole = new();
    private static readonly object Refused = new();

    /// <summary>The first lines of the tables that are left as text.</summary>
    public static IReadOnlyList<SourceSpan> RefusedIn(MarkdownDocument document) =>
        document.GetData(Refused) as List<SourceSpan> ?? [];

    public static bool IsRefused(LeafBlock block) => block.GetData(Kind) == Refused;

    /// <summary>Decides whether a paragraph, of which all lines are known, may become a table.</summary>
    public static void Examine(ParagraphBlock paragraph, MarkdownDocument document)
    {
        var lines = paragraph.Lines.Lines.AsSpan(0, paragraph.Lines.Count);
        if (lines.Length < 2)
            return;
        var isRefused = MissingCells(lines) > MostMissingCells;
        var isTable = IsTable(lines);
        if (isRefused || isTable)
            paragraph.SetData(Kind, isRefused ? Refused : Whole);
        if (!isRefused || !isTable)
            return;
        if (document.GetData(Refused) is not List<SourceSpan> refused)
            document.SetData(Refused, refused = []);
        var head = lines[0].Slice;
        refused.Add(new SourceSpan(head.Start, head.End));
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var kind = processor.Block!.GetData(Kind);
        if (kind == Refused)
            return false;
        if (kind == Whole && emphasis.IsLong(slice.Text.Length))
        {
            // Before the first pipe is the text above the table.
            var isEndOfRow = slice.CurrentChar is '\n' or '\r' && processor.ParserStates[Index] is not null;
            if (isEndOfRow || slice.CurrentChar == '|')
                EndCell(processor, isEndOfRow);
        }

        return base.Match(processor, ref slice);
    }

    private void EndCell(InlineProcessor processor, bool isEndOfRow)
    {
        var bracket = LinearLinkParser.FindOpen(processor.Root!);
        for (; isEndOfRow && bracket is not null; bracket = LinearLinkParser.FindOpen(processor.Root!))
            LinearLinkParser.ReplaceByText(bracket);
        emphasis.EndCell(processor, isInBrackets: bracket is not null);
        if (processor.Inline is { Parent: null })
            processor.Inline = processor.Root!.LastChild;
    }

    /// <summary>Counted by the pipes of each line, so not to the cell.</summary>
    private static long MissingCells(ReadOnlySpan<StringLine> lines)
    {
        var (most, sum) = (0, 0L);
        foreach (ref readonly var line in lines)
        {
            var pipes = line.Slice.AsSpan().Count('|');
            most = Math.Max(most, pipes);
            sum += pipes;
        }

        return ((long)most * lines.Length) - sum;
    }

    /// <summary>A line with pipes, with text above it or not, and the rule of a table below it.</summary>
    private static bool IsTable(ReadOnlySpan<StringLine> lines)
    {
        var head = 0;
        while (head < lines.Length && !lines[head].Slice.AsSpan().Contains('|'))
            head++;
        return head + 1 < lines.Length && TextBelowTableParser.IsRule(lines[head + 1].Slice.AsSpan());
    }
}

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
