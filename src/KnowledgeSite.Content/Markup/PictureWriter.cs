using KnowledgeSite.Diagrams;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Writes a picture as SVG. The SVG has no ids, so a page can contain it twice, and it takes colours from classes.
/// </summary>
/// <param name="links">The number of each link of the diagram on the page.</param>
internal sealed class PictureWriter(BodyRenderer body, int?[] links)
{
    private const double Margin = 2;

    /// <param name="label">What screen readers announce.</param>
    /// <param name="width">The class that shows the picture only on wide or narrow screens.</param>
    public void Write(Picture picture, string label, string? width)
    {
        var size = $"{N(Math.Ceiling(picture.Width + (2 * Margin)))} {N(Math.Ceiling(picture.Height + (2 * Margin)))}";
        var sides = size.Split(' ');
        body.Write(
                $"<svg class=\"no-search no-glossary{(width is null ? "" : " " + width)}\" "
                    + $"viewBox=\"{N(-Margin)} {N(-Margin)} {size}\" width=\"{sides[0]}\" height=\"{sides[1]}\" "
                    + "role=\"group\" aria-label=\""
            )
            .WriteEscape(DrawingWriter.ReplaceBrackets(label))
            .WriteLine("\">");
        foreach (var mark in picture.Marks)
            Write(mark);
        body.WriteLine("</svg>");
    }

    private void Write(PictureMark mark)
    {
        switch (mark)
        {
            case PathMark path:
                body.Write($"<path class=\"{path.Style}\" d=\"{path.Path}\"/>");
                break;
            case TextMark text:
                body.Write($"<text class=\"{text.Style}\" x=\"{N(text.X)}\" y=\"{N(text.Y)}\">");
                foreach (var part in TextEmphasis.Split(text.Text))
                    Write(part.Text, part.IsBold, part.IsItalic);
                body.Write(" </text>");
                break;
            case GroupMark group:
                Write(group);
                break;
        }
    }

    private void Write(string text, bool isBold, bool isItalic)
    {
        if (!isBold && !isItalic)
        {
            body.WriteEscape(text);
            return;
        }

        body.Write($"<tspan class=\"{(isBold ? "strong" : "")}{(isItalic ? " italic" : "")}\">")
            .WriteEscape(text)
            .Write("</tspan>");
    }

    private void Write(GroupMark group)
    {
        var link = group.Link is { } number ? links[number] : null;
        if (link is { } target)
        {
            body.Write("<a href=\"");
            body.AddSlot(target, SlotContent.Address);
            body.Write("\" aria-label=\"");
        }
        else
        {
            body.Write("<g role=\"img\" aria-label=\"");
        }

        body.WriteEscape(DrawingWriter.ReplaceBrackets(TextEmphasis.Remove(group.Name))).Write("\">");
        foreach (var mark in group.Marks)
            Write(mark);
        body.WriteLine(link is null ? "</g>" : "</a>");
    }

    private static string N(double value) => PathData.Number(value);
}
