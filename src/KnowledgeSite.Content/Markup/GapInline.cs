using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary><c>[____]</c>: a gap in a sentence, as wide as it is written.</summary>
internal sealed class GapInline(int width) : LeafInline
{
    public int Width { get; } = width;
}

/// <summary>Recognises two strokes or more between brackets.</summary>
internal sealed class GapParser : InlineParser
{
    private const int Widest = 40;

    public GapParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan()[1..];
        var width = rest.IndexOfAnyExcept('_');
        if (width < 2 || rest[width] != ']' || (rest.Length > width + 1 && rest[width + 1] is '(' or '['))
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new GapInline(Math.Min(width, Widest))
        {
            Line = line,
            Column = column,
            Span = new(start, start + width + 1),
        };
        slice.Start += width + 2;
        return true;
    }
}

/// <summary>
/// A stretch of blanks with a line under it, wider than it is written, since a hand needs more room than type.
/// </summary>
internal sealed class GapRenderer : HtmlObjectRenderer<GapInline>
{
    private const int BlanksForStroke = 3;

    protected override void Write(HtmlRenderer renderer, GapInline gap)
    {
        if (!renderer.EnableHtmlForInline)
        {
            renderer.Write("____");
            return;
        }

        renderer.Write("<span class=\"gap\" role=\"img\" aria-label=\"gap to fill in\">");
        for (var i = 0; i < BlanksForStroke * gap.Width; i++)
            renderer.Write('\u00a0');
        renderer.Write("</span>");
    }
}
