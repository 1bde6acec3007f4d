using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Parses HTML within text in linear time. For the start of each comment, declaration, instruction or CDATA section,
/// Markdig searches the rest of the paragraph for its end. Here, a search that found no end is not repeated.
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
        // The hyphens at the start of a comment can also belong to its end: "<!-->".
        var isFound = text[2..].Contains(Forms[form].End, StringComparison.Ordinal);
        ends.AreMissing[form] = !isFound;
        return isFound;
    }

    /// <summary>The forms, by index, that have no end in the rest of the paragraph.</summary>
    private sealed class KnownEnds
    {
        public bool[] AreMissing { get; } = new bool[Forms.Length];
    }
}
