using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Markdig's parser of HTML within text in linear time. For each start of a comment, a declaration, an instruction or a
/// CDATA section Markdig searches the whole rest of the paragraph for its end; here it is remembered that there is
/// none.
/// </summary>
internal sealed class LinearHtmlParser(AutolinkOptions options) : AutolinkInlineParser(options)
{
    private static readonly (string Start, string End)[] Forms =
    [
        ("<!--", "-->"),
        ("<![CDATA[", "]]>"),
        ("<!", ">"),
        ("<?", "?>"),
    ];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() is '!' or '?' && !HasEnd(processor, slice))
            return false;
        return base.Match(processor, ref slice);
    }

    private bool HasEnd(InlineProcessor processor, StringSlice slice)
    {
        var text = slice.AsSpan();
        var form = 0;
        while (!text.StartsWith(Forms[form].Start))
            form++;

        var ends = processor.GetParserState<KnownEnds>(this);
        if (ends.AreMissing[form])
            return false;
        // The hyphens of a comment's start may be those of its end.
        var isFound = text[2..].Contains(Forms[form].End, StringComparison.Ordinal);
        ends.AreMissing[form] = !isFound;
        return isFound;
    }

    /// <summary>The forms, by number, that have no end in the rest of the paragraph.</summary>
    private sealed class KnownEnds
    {
        public bool[] AreMissing { get; } = new bool[Forms.Length];
    }
}
