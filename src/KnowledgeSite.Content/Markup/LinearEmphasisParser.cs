using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Markdig's parser of emphasis in linear time. Markdig pairs the marks at the end of a paragraph; until then each mark
/// costs every later element a step, and 10,000 of them make it give up on the page. In a long paragraph a pair is
/// resolved here as soon as the next mark follows, and of the marks that have no pair yet the first ones become text
/// beyond a limit.
/// </summary>
internal sealed class LinearEmphasisParser : EmphasisInlineParser
{
    /// <summary>Marks that may wait for their pair at a time.</summary>
    public const int MostWaiting = 500;

    /// <summary>The length in characters from which a paragraph is long. A shorter one is left to Markdig.</summary>
    public const int LongParagraph = 2_000;

    private static readonly object Lost = new();

    private readonly int _longParagraph;

    /// <param name="original">The parser that this one replaces, to which other extensions have added their
    /// marks.</param>
    public LinearEmphasisParser(EmphasisInlineParser original, int longParagraph)
    {
        _longParagraph = longParagraph;
        EmphasisDescriptors.Clear();
        EmphasisDescriptors.AddRange(original.EmphasisDescriptors);
        TryCreateEmphasisInlineList.AddRange(original.TryCreateEmphasisInlineList);
    }

    /// <summary>In each paragraph that lost emphasis to the limit, the place of the first mark that did.</summary>
    public static IReadOnlyList<SourceSpan> LostIn(MarkdownDocument document) =>
        document.GetData(Lost) as List<SourceSpan> ?? [];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var waiting = processor.ParserStates[Index] as WaitingMarks;
        if (waiting is null && slice.Length < _longParagraph)
            return base.Match(processor, ref slice);

        processor.ParserStates[Index] = waiting ??= new WaitingMarks();
        Pair(processor, waiting);
        if (!base.Match(processor, ref slice))
            return false;
        if (processor.Inline is EmphasisDelimiterInline mark)
            Add(processor, waiting, mark);
        return true;
    }

    /// <summary>Whether a paragraph of this length is not left to Markdig.</summary>
    public bool IsLong(int length) => length >= _longParagraph;

    /// <summary>
    /// Resolves the marks of a table's cell at the cell's end, so that the rest of the table is not inside of them. An
    /// open bracket may become a link that goes on in the next cell, so with one they wait for the end of the row.
    /// </summary>
    public void EndCell(InlineProcessor processor, bool isInBrackets)
    {
        if (processor.ParserStates[Index] is not WaitingMarks waiting)
            return;
        Pair(processor, waiting);
        if (isInBrackets)
        {
            waiting.BeginCell();
            return;
        }

        while (waiting.FirstOfLastCell() is { } first)
        {
            waiting.RemoveFrom(first);
            Resolve(processor, first.Value.Mark);
        }
    }

    /// <summary>Pairs the last mark with one before it, unless what follows may change that.</summary>
    private void Pair(InlineProcessor processor, WaitingMarks waiting)
    {
        if (waiting.Last is not { Value.IsUncertain: true } last || last.Value.Cell != waiting.Cell)
            return;
        var closing = last.Value.Mark;
        var count = closing.DelimiterCount;
        Inline inner = closing;
        for (var node = last.Previous; node is not null; node = node.Previous)
        {
            var opening = node.Value.Mark;
            var isBracketBetween = inner.Parent != opening;
            if (isBracketBetween || node.Value.IsUncertain)
                return;
            if (MayPair(opening, closing, count))
            {
                if (!IsUsedUp(opening, count))
                    return;
                count -= opening.DelimiterCount;
            }

            if (count == 0)
            {
                Resolve(processor, opening);
                waiting.RemoveFrom(node);
                return;
            }

            inner = opening;
        }

        if (inner.Parent == processor.Root && count == closing.DelimiterCount)
            LeaveWithoutPair(processor, waiting, last);
    }

    private static void LeaveWithoutPair(
        InlineProcessor processor,
        WaitingMarks waiting,
        LinkedListNode<WaitingMark> node
    )
    {
        var mark = node.Value.Mark;
        if (waiting.HasDropped(mark.DelimiterChar))
            AddLost(processor, waiting, mark);
        if (mark.Type.HasFlag(DelimiterType.Open))
        {
            node.Value = node.Value with { IsUncertain = false };
            return;
        }

        waiting.RemoveFrom(node);
        ReplaceByText(processor, mark);
    }

    private static void Add(InlineProcessor processor, WaitingMarks waiting, EmphasisDelimiterInline mark)
    {
        if (waiting.Add(mark) is not { } dropped)
            return;
        if (dropped.IsUncertain)
            AddLost(processor, waiting, dropped.Mark);
        ReplaceByText(processor, dropped.Mark);
    }

    private static void AddLost(InlineProcessor processor, WaitingMarks waiting, EmphasisDelimiterInline mark)
    {
        if (waiting.HasLost)
            return;
        waiting.HasLost = true;
        if (processor.Document.GetData(Lost) is not List<SourceSpan> lost)
            processor.Document.SetData(Lost, lost = []);
        lost.Add(mark.Span);
    }

    /// <summary>
    /// As Markdig has it: the rule of three in the specification of CommonMark, and at least as many signs as the mark
    /// takes.
    /// </summary>
    private static bool MayPair(EmphasisDelimiterInline opening, EmphasisDelimiterInline closing, int count)
    {
        if (opening.DelimiterChar != closing.DelimiterChar || !opening.Type.HasFlag(DelimiterType.Open))
            return false;
        if (opening.DelimiterCount < closing.Descriptor.MinimumCount)
            return false;
        var areBothWays = closing.Type.HasFlag(DelimiterType.Open) || opening.Type.HasFlag(DelimiterType.Close);
        var areMultiples = opening.DelimiterCount % 3 == 0 && count % 3 == 0;
        return !areBothWays
            || opening.DelimiterCount == count
            || (opening.DelimiterCount + count) % 3 != 0
            || areMultiples;
    }

    /// <summary>Nothing of the opening mark is left when it is paired.</summary>
    private static bool IsUsedUp(EmphasisDelimiterInline opening, int count)
    {
        var descriptor = opening.Descriptor;
        return descriptor.MinimumCount == 1
            ? opening.DelimiterCount <= count
            : opening.DelimiterCount == count && count % descriptor.MaximumCount == 0;
    }

    /// <summary>Has the base resolve a mark and all marks inside it.</summary>
    private void Resolve(InlineProcessor processor, EmphasisDelimiterInline first)
    {
        var (parent, before) = (first.Parent!, first.PreviousSibling);
        PostProcess(processor, first, null, 0, isFinalProcessing: false);

        // What follows is not inside of what is finished.
        for (
            var inline = before is null ? parent.FirstChild : before.NextSibling;
            inline is not null;
            inline = inline.NextSibling
        )
            if (inline is EmphasisInline)
                inline.IsClosed = true;
        if (processor.Inline is { Parent: null })
            processor.Inline = parent.LastChild;
    }

    private static void ReplaceByText(InlineProcessor processor, EmphasisDelimiterInline mark)
    {
        var text = mark.AsLiteralInline();
        mark.ReplaceBy(text);
        if (processor.Inline == mark)
            processor.Inline = text;
    }

    /// <param name="Cell">The number of the table's cell that holds it, as far as cells have been told apart.</param>
    /// <param name="IsUncertain">The mark may close a pair, and whether it does is not known yet.</param>
    private readonly record struct WaitingMark(EmphasisDelimiterInline Mark, int Cell, bool IsUncertain);

    /// <summary>The marks of one paragraph that have no pair yet, each one inside the one before it.</summary>
    private sealed class WaitingMarks
    {
        private readonly LinkedList<WaitingMark> _marks = [];
        private string _dropped = "";

        /// <summary>The number of the cell that is read.</summary>
        public int Cell { get; private set; }

        public bool HasLost { get; set; }

        public LinkedListNode<WaitingMark>? Last
        {
            get
            {
                // The marks inside a link are resolved with it.
                while (_marks.Last is { Value.Mark.Parent: null } resolved)
                    _marks.Remove(resolved);
                return _marks.Last;
            }
        }

        /// <summary>Marks of this character that may open a pair became text.</summary>
        public bool HasDropped(char character) => _dropped.Contains(character, StringComparison.Ordinal);

        /// <returns>The mark that has to become text for it, if any.</returns>
        public WaitingMark? Add(EmphasisDelimiterInline mark)
        {
            _marks.AddLast(new WaitingMark(mark, Cell, mark.Type.HasFlag(DelimiterType.Close)));
            if (_marks.Count <= MostWaiting)
                return null;

            var first = _marks.First!.Value;
            _marks.RemoveFirst();
            var character = first.Mark.DelimiterChar;
            if (first.Mark.Type.HasFlag(DelimiterType.Open) && !HasDropped(character))
                _dropped += character;
            return first;
        }

        public void RemoveFrom(LinkedListNode<WaitingMark> node)
        {
            while (_marks.Last != node)
                _marks.RemoveLast();
            _marks.RemoveLast();
        }

        /// <summary>
        /// The marks so far belong to another cell than those that follow, and have no pair among them.
        /// </summary>
        public void BeginCell()
        {
            Cell++;
            for (var node = Last; node is { Value.IsUncertain: false }; node = node.Previous)
                node.Value = node.Value with { IsUncertain = true };
        }

        /// <summary>Null where no mark waits.</summary>
        public LinkedListNode<WaitingMark>? FirstOfLastCell()
        {
            var first = Last;
            while (first?.Previous is { } previous && previous.Value.Cell == first.Value.Cell)
                first = previous;
            return first;
        }
    }
}
