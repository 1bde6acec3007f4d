using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Room for writing as paper shows it; a script of the theme turns it into fields. Where the arguments are wrong, a few
/// lines.
/// </summary>
internal sealed class WritingSpaceRenderer : HtmlObjectRenderer<WritingSpaceBlock>
{
    protected override void Write(HtmlRenderer renderer, WritingSpaceBlock block)
    {
        renderer.EnsureLine();
        switch (block.Space ?? new WritingSpace.Lines(3))
        {
            case WritingSpace.Lines lines:
                Write(renderer, lines);
                break;
            case WritingSpace.Box box:
                Write(renderer, box);
                break;
            case WritingSpace.Grid grid:
                Write(renderer, grid);
                break;
            case WritingSpace.Scale scale:
                Write(renderer, scale);
                break;
        }
    }

    private static void Write(HtmlRenderer renderer, WritingSpace.Lines lines)
    {
        renderer
            .Write("<div class=\"lines\" role=\"img\" aria-label=\"Room to write: ")
            .Write(Number(lines.Count))
            .Write(lines.Count == 1 ? " line\">" : " lines\">");
        for (var i = 0; i < lines.Count; i++)
            renderer.Write("<span class=\"line\"></span>");
        renderer.WriteLine("</div>");
    }

    /// <summary>The height is that of an empty picture, since the site's policy forbids inline styles.</summary>
    private static void Write(HtmlRenderer renderer, WritingSpace.Box box)
    {
        renderer.Write("<div class=\"box\">");
        if (box.Label.Length > 0)
            renderer.Write("<p class=\"box-label\">").WriteEscape(box.Label).Write("</p>");
        renderer
            .Write("<svg class=\"room\" width=\"1\" height=\"")
            .Write(Number(box.Millimetres))
            .WriteLine("mm\" role=\"img\" aria-label=\"Room to draw or write\"></svg></div>");
    }

    private static void Write(HtmlRenderer renderer, WritingSpace.Grid grid)
    {
        renderer.Write(
            "<div class=\"table grid\" role=\"group\" aria-label=\"Grid to fill in\" tabindex=\"0\"><table><tbody>"
        );
        for (var row = 0; row < grid.Rows; row++)
        {
            renderer.Write("<tr>");
            for (var column = 0; column < grid.Columns; column++)
                renderer.Write("<td></td>");
            renderer.Write("</tr>");
        }

        renderer.WriteLine("</tbody></table></div>");
    }

    private static void Write(HtmlRenderer renderer, WritingSpace.Scale scale)
    {
        renderer.Write("<div class=\"scale\" role=\"group\" aria-label=\"Ring one number\">");
        if (scale.Low.Length > 0)
            renderer.Write("<span class=\"end-of-scale\">").WriteEscape(scale.Low).Write("</span> ");
        for (var step = scale.From; step <= scale.To; step++)
            renderer.Write("<span class=\"step\">").Write(Number(step)).Write("</span> ");
        if (scale.High.Length > 0)
            renderer.Write("<span class=\"end-of-scale\">").WriteEscape(scale.High).Write("</span>");
        renderer.WriteLine("</div>");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
