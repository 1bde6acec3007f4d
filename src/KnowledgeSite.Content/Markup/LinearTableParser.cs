using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Parses tables and limits the number of missing cells. Markdig fills every row up to the length of the longest one;
/// here, a table with too many missing cells stays a paragraph. In long tables, emphasis ends with its cell, so that no
/// row is inside a delimiter of an earlier row.
/// </summary>
internal sealed class LinearTableParser(
    LineBreakInlineParser lineBreaks,
    PipeTableOptions options,
    LinearEmphasisParser emphasis
) : PipeTableParser(lineBreaks, options)
{
    /// <summary>The maximum number of missing cells in a table.</summary>
    public const int MaxMissingCells = 100_000;

    private static readonly object Kind = new();
    private static readonly object Whole = new();
    private static readonly object Refused = new();

    /// <summary>The first lines of tables that stay text because of the limit.</summary>
    public static IReadOnlyList<SourceSpan> FindRefused(MarkdownDocument document) =>
        document.GetData(Refused) as List<SourceSpan> ?? [];

    public static bool IsRefused(LeafBlock block) => block.GetData(Kind) == Refused;

    /// <summary>Decides if a paragraph may become a table. All its lines must be known.</summary>
    public static void Examine(ParagraphBlock paragraph, MarkdownDocument document)
    {
        var lines = paragraph.Lines.Lines.AsSpan(0, paragraph.Lines.Count);
        if (lines.Length < 2)
            return;
        var isRefused = MissingCells(lines) > MaxMissingCells;
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
        // Markdig nests all text behind a pipe, also in paragraphs that are no tables.
        if (kind != Whole)
            return false;
        if (emphasis.IsLong(slice.Text.Length))
        {
            // The text before the first pipe is above the table.
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

    /// <summary>Estimates the number of missing cells by the number of pipes in each line.</summary>
    private static long MissingCells(ReadOnlySpan<StringLine> lines)
    {
        var most = 0;
        var sum = 0L;
        foreach (ref readonly var line in lines)
        {
            var pipes = line.Slice.AsSpan().Count('|');
            most = Math.Max(most, pipes);
            sum += pipes;
        }

        return ((long)most * lines.Length) - sum;
    }

    /// <summary>True if the first line with pipes is followed by the delimiter row of a table.</summary>
    private static bool IsTable(ReadOnlySpan<StringLine> lines)
    {
        var head = 0;
        while (head < lines.Length && !lines[head].Slice.AsSpan().Contains('|'))
            head++;
        return head + 1 < lines.Length && TextBelowTableParser.IsDelimiterRow(lines[head + 1].Slice.AsSpan());
    }
}

/// <summary>
/// Begins a new paragraph at the first line below a table that has no pipe. Otherwise, the line would turn the whole
/// table into text.
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

    /// <summary>
    /// True if the lines begin with the header and delimiter rows of a table, after an optional attribute list.
    /// </summary>
    private static bool IsTable(StringLineGroup lines)
    {
        var head = lines.Lines[0].Slice.AsSpan() is ['{', ..] ? 1 : 0;
        return head + 1 < lines.Count
            && lines.Lines[head].Slice.AsSpan().Contains('|')
            && IsDelimiterRow(lines.Lines[head + 1].Slice.AsSpan());
    }

    /// <summary>True for the delimiter row between the header of a table and its other rows.</summary>
    public static bool IsDelimiterRow(ReadOnlySpan<char> line) =>
        line.Contains('|') && line.Contains('-') && line.IndexOfAnyExcept(" \t|:-") < 0;
}
