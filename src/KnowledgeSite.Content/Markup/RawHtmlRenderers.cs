using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>A block of HTML, line by line, each with its place in the source.</summary>
internal sealed class HtmlBlockRenderer : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock block)
    {
        var body = (BodyRenderer)renderer;
        renderer.EnsureLine();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines.Lines[i];
            var start = body.Position;
            renderer.Write(ref line.Slice).WriteLine();
            // Protected text is longer in HTML than in the source.
            body.Raw.Add(new(start, body.SourceOffset + line.Position, body.Position - start));
        }
    }
}

/// <summary>HTML inside a line of text.</summary>
internal sealed class HtmlInlineRenderer : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline inline)
    {
        if (!renderer.EnableHtmlForInline)
            return;
        var body = (BodyRenderer)renderer;
        var start = body.Position;
        renderer.Write(inline.Tag);
        body.Raw.Add(new(start, body.SourceOffset + inline.Span.Start, body.Position - start));
    }
}
