using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Parses emphasis in linear time. Markdig pairs the delimiters at the end of a paragraph; until then, each unmatched
/// delimiter slows down every later element, and 10,000 of them make Markdig reject the page. In a long paragraph, this
/// parser resolves a pair as soon as the next delimiter follows, and limits the number of unmatched delimiters: beyond
/// the limit, the first ones become text.
/// </summary>
internal sealed class LinearEmphasisParser : EmphasisInlineParser
{
    /// <summary>The maximum number of unmatched delimiters at a time.</summary>
    public const int MaxUnmatched = 500;

    /// <summary>
    /// The length in characters from which a paragraph is long. Shorter paragraphs are left to Markdig.
    /// </summary>
    public const int LongParagraph = 2_000;

    private static readonly object Lost = new();

    private readonly int _longParagraph;

    /// <param name="original">The parser that is replaced. Other extensions have added their delimiters to it.</param>
    public LinearEmphasisParser(EmphasisInlineParser original, int longParagraph)
    {
        _longParagraph = longParagraph;
        EmphasisDescriptors.Clear();
        EmphasisDescriptors.AddRange(original.EmphasisDescriptors);
        TryCreateEmphasisInlineList.AddRange(original.TryCreateEmphasisInlineList);
    }

    /// <summary>
    /// The position of the first delimiter that became text because of the limit, for each such paragraph.
    /// </summary>
    public static IReadOnlyList<SourceSpan> FindLost(MarkdownDocument document) =>
        document.GetData(Lost) as List<SourceSpan> ?? [];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var unmatched = processor.ParserStates[Index] as UnmatchedDelimiters;
        if (unmatched is null && slice.Length < _longParagraph)
            return base.Match(processor, ref slice);

        processor.ParserStates[Index] = unmatched ??= new UnmatchedDelimiters();
        Pair(processor, unmatched);
        if (!base.Match(processor, ref slice))
            return false;
        if (processor.Inline is EmphasisDelimiterInline delimiter)
            Add(processor, unmatched, delimiter);
        return true;
    }

    /// <summary>True if a paragraph of this length is not left to Markdig.</summary>
    public bool IsLong(int length) => length >= _longParagraph;

    /// <summary>
    /// Resolves the delimiters of a table cell at its end, so that they do not contain the rest of the table. With an
    /// open bracket, they are resolved at the end of the row, because the bracket can begin a link that continues in
    /// the next cell.
    /// </summary>
    public void EndCell(InlineProcessor processor, bool isInBrackets)
    {
        if (processor.ParserStates[Index] is not UnmatchedDelimiters unmatched)
            return;
        Pair(processor, unmatched);
        if (isInBrackets)
        {
            unmatched.BeginCell();
            return;
        }

        while (unmatched.FirstOfLastCell() is { } first)
        {
            unmatched.RemoveFrom(first);
            Resolve(processor, first.Value.Delimiter);
        }
    }

    /// <summary>Pairs the last delimiter with one before it, unless later text can change the result.</summary>
    private void Pair(InlineProcessor processor, UnmatchedDelimiters unmatched)
    {
        if (unmatched.Last is not { Value.IsUncertain: true } last || last.Value.Cell != unmatched.Cell)
            return;
        var closing = last.Value.Delimiter;
        var count = closing.DelimiterCount;
        Inline inner = closing;
        for (var node = last.Previous; node is not null; node = node.Previous)
        {
            var opening = node.Value.Delimiter;
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
                unmatched.RemoveFrom(node);
                return;
            }

            inner = opening;
        }

        if (inner.Parent == processor.Root && count == closing.DelimiterCount)
            LeaveWithoutPair(processor, unmatched, last);
    }

    private static void LeaveWithoutPair(
        InlineProcessor processor,
        UnmatchedDelimiters unmatched,
        LinkedListNode<UnmatchedDelimiter> node
    )
    {
        var delimiter = node.Value.Delimiter;
        if (unmatched.HasDropped(delimiter.DelimiterChar))
            AddLost(processor, unmatched, delimiter);
        if (delimiter.Type.HasFlag(DelimiterType.Open))
        {
            node.Value = node.Value with { IsUncertain = false };
            return;
        }

        unmatched.RemoveFrom(node);
        ReplaceByText(processor, delimiter);
    }

    private static void Add(InlineProcessor processor, UnmatchedDelimiters unmatched, EmphasisDelimiterInline delimiter)
    {
        if (unmatched.Add(delimiter) is not { } dropped)
            return;
        if (dropped.IsUncertain)
            AddLost(processor, unmatched, dropped.Delimiter);
        ReplaceByText(processor, dropped.Delimiter);
    }

    private static void AddLost(
        InlineProcessor processor,
        UnmatchedDelimiters unmatched,
        EmphasisDelimiterInline delimiter
    )
    {
        if (unmatched.HasLost)
            return;
        unmatched.HasLost = true;
        if (processor.Document.GetData(Lost) is not List<SourceSpan> lost)
            processor.Document.SetData(Lost, lost = []);
        lost.Add(delimiter.Span);
    }

    /// <summary>
    /// True if two delimiters can be paired, as in Markdig: by the rule of three of the CommonMark specification, and
    /// with at least the minimum number of signs.
    /// </summary>
    private static bool MayPair(EmphasisDelimiterInline opening, EmphasisDelimiterInline closing, int count)
    {
        if (opening.DelimiterChar != closing.DelimiterChar || !opening.Type.HasFlag(DelimiterType.Open))
            return false;
        if (opening.DelimiterCount < closing.Descriptor.MinimumCount)
            return false;
        var canOpenAndClose = closing.Type.HasFlag(DelimiterType.Open) || opening.Type.HasFlag(DelimiterType.Close);
        var areMultiples = opening.DelimiterCount % 3 == 0 && count % 3 == 0;
        return !canOpenAndClose
            || opening.DelimiterCount == count
            || (opening.DelimiterCount + count) % 3 != 0
            || areMultiples;
    }

    /// <summary>True if pairing uses all signs of the opening delimiter.</summary>
    private static bool IsUsedUp(EmphasisDelimiterInline opening, int count)
    {
        var descriptor = opening.Descriptor;
        return descriptor.MinimumCount == 1
            ? opening.DelimiterCount <= count
            : opening.DelimiterCount == count && count % descriptor.MaximumCount == 0;
    }

    /// <summary>Lets the base class resolve a delimiter and all delimiters inside it.</summary>
    private void Resolve(InlineProcessor processor, EmphasisDelimiterInline first)
    {
        var parent = first.Parent!;
        var before = first.PreviousSibling;
        PostProcess(processor, first, null, 0, isFinalProcessing: false);

        // Close the resolved elements, so that later text is not added to them.
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

    private static void ReplaceByText(InlineProcessor processor, EmphasisDelimiterInline delimiter)
    {
        var text = delimiter.AsLiteralInline();
        delimiter.ReplaceBy(text);
        if (processor.Inline == delimiter)
            processor.Inline = text;
    }

    /// <param name="Cell">The index of the table cell that contains the delimiter, as far as it is known.</param>
    /// <param name="IsUncertain">True if the delimiter can close a pair and it is not yet known whether it
    /// does.</param>
    private readonly record struct UnmatchedDelimiter(EmphasisDelimiterInline Delimiter, int Cell, bool IsUncertain);

    /// <summary>The unmatched delimiters of one paragraph. Each one contains the next.</summary>
    private sealed class UnmatchedDelimiters
    {
        private readonly LinkedList<UnmatchedDelimiter> _delimiters = [];
        private string _dropped = "";

        /// <summary>The index of the current cell.</summary>
        public int Cell { get; private set; }

        public bool HasLost { get; set; }

        public LinkedListNode<UnmatchedDelimiter>? Last
        {
            get
            {
                // The delimiters inside a link are resolved with it.
                while (_delimiters.Last is { Value.Delimiter.Parent: null } resolved)
                    _delimiters.Remove(resolved);
                return _delimiters.Last;
            }
        }

        /// <summary>True if delimiters with this character that could open a pair became text.</summary>
        public bool HasDropped(char character) => _dropped.Contains(character, StringComparison.Ordinal);

        /// <returns>The delimiter that must become text because of the limit, or null.</returns>
        public UnmatchedDelimiter? Add(EmphasisDelimiterInline delimiter)
        {
            _delimiters.AddLast(new UnmatchedDelimiter(delimiter, Cell, delimiter.Type.HasFlag(DelimiterType.Close)));
            if (_delimiters.Count <= MaxUnmatched)
                return null;

            var first = _delimiters.First!.Value;
            _delimiters.RemoveFirst();
            var character = first.Delimiter.DelimiterChar;
            if (first.Delimiter.Type.HasFlag(DelimiterType.Open) && !HasDropped(character))
                _dropped += character;
            return first;
        }

        public void RemoveFrom(LinkedListNode<UnmatchedDelimiter> node)
        {
            while (_delimiters.Last != node)
                _delimiters.RemoveLast();
            _delimiters.RemoveLast();
        }

        /// <summary>Begins a new cell. The delimiters so far are not paired with those in the new cell.</summary>
        public void BeginCell()
        {
            Cell++;
            for (var node = Last; node is { Value.IsUncertain: false }; node = node.Previous)
                node.Value = node.Value with { IsUncertain = true };
        }

        /// <summary>The first unmatched delimiter of the last cell that has one, or null.</summary>
        public LinkedListNode<UnmatchedDelimiter>? FirstOfLastCell()
        {
            var first = Last;
            while (first?.Previous is { } previous && previous.Value.Cell == first.Value.Cell)
                first = previous;
            return first;
        }
    }
}
