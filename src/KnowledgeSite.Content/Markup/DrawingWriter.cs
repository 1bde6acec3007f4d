using System.Globalization;
using KnowledgeSite.Diagrams;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Writes a drawing as SVG. The SVG has no ids, so a page can contain it twice, and it takes colours from classes.
/// </summary>
/// <param name="links">The index of the link of each box, or null.</param>
/// <param name="names">The accessible name of each box.</param>
internal sealed class DrawingWriter(BodyRenderer body, int?[] links, IReadOnlyList<string> names)
{
    private const double Margin = 2;

    public void Write(Drawing drawing, string label, string? width)
    {
        var w = Math.Ceiling(drawing.Width + (2 * Margin));
        var h = Math.Ceiling(drawing.Height + (2 * Margin));
        body.Write(
                $"<svg class=\"no-search no-glossary{(width is null ? "" : " " + width)}\" "
                    + $"viewBox=\"{N(-Margin)} {N(-Margin)} {N(w)} {N(h)}\" width=\"{N(w)}\" height=\"{N(h)}\" "
                    + "role=\"group\" aria-label=\""
            )
            .WriteEscape(ReplaceBrackets(label))
            .WriteLine("\">");
        foreach (var frame in drawing.Frames)
            Write(frame);
        foreach (var line in drawing.Lines)
            Write(line);
        foreach (var lines in drawing.Labels.GroupBy(l => l.Role))
        foreach (var text in lines)
            Write(text);
        foreach (var box in drawing.Boxes)
            Write(box);
        body.WriteLine("</svg>");
    }

    private void Write(DrawnFrame frame)
    {
        body.Write(
            $"<rect class=\"frame\" x=\"{N(frame.X)}\" y=\"{N(frame.Y)}\" width=\"{N(frame.Width)}\" "
                + $"height=\"{N(frame.Height)}\" rx=\"4\"/>"
        );
        foreach (var line in frame.Title)
            Write(line);
        body.WriteLine();
    }

    private void Write(DrawnLine line)
    {
        body.Write($"<path class=\"{(line.IsBackEdge ? "way back" : "way")}\" d=\"{line.Path}\"/>");
        if (line.Head is { } head)
            body.Write($"<path class=\"head\" d=\"{head}\"/>");
        body.WriteLine();
    }

    private void Write(DrawnText text)
    {
        body.Write($"<text class=\"{ClassOf(text.Role)}\" x=\"{N(text.X)}\" y=\"{N(text.Y)}\">")
            .WriteEscape(text.Text)
            .Write(" </text>");
    }

    private void Write(DrawnBox box)
    {
        var link = links[box.Node];
        if (link is { } number)
        {
            body.Write("<a href=\"");
            body.AddSlot(number, SlotContent.Address);
            body.Write("\" aria-label=\"").WriteEscape(ReplaceBrackets(names[box.Node])).Write("\">");
        }
        else
        {
            body.Write("<g role=\"img\" aria-label=\"").WriteEscape(ReplaceBrackets(names[box.Node])).Write("\">");
        }

        body.Write(Outline(box));
        foreach (var line in box.Lines)
            Write(line);
        body.WriteLine(link is null ? "</g>" : "</a>");
    }

    /// <summary>Replaces angle brackets, which an old parser could read as a tag in an attribute inside SVG.</summary>
    public static string ReplaceBrackets(string name) => name.Replace('<', '‹').Replace('>', '›');

    private static string Outline(DrawnBox box)
    {
        const double Point = 12;
        const double Lid = 6;
        var left = box.X;
        var top = box.Y;
        var right = box.X + box.Width;
        var bottom = box.Y + box.Height;
        var middle = box.Y + (box.Height / 2);
        var rx = box.Width / 2;
        return box.Shape switch
        {
            BoxShape.Decision => $"<path class=\"box\" d=\"M{N(left)} {N(middle)}L{N(left + Point)} "
                + $"{N(top)}H{N(right - Point)}L{N(right)} {N(middle)}L{N(right - Point)} "
                + $"{N(bottom)}H{N(left + Point)}Z\"/>",
            BoxShape.Store => $"<path class=\"box\" d=\"M{N(left)} {N(top + Lid)}A{N(rx)} {N(Lid)} 0 0 1 {N(right)} "
                + $"{N(top + Lid)}V{N(bottom - Lid)}A{N(rx)} {N(Lid)} 0 0 1 {N(left)} {N(bottom - Lid)}Z\"/>"
                + $"<path class=\"lid\" d=\"M{N(left)} {N(top + Lid)}A{N(rx)} {N(Lid)} 0 0 0 {N(right)} "
                + $"{N(top + Lid)}\"/>",
            var shape => $"<rect class=\"box\" x=\"{N(left)}\" y=\"{N(top)}\" width=\"{N(box.Width)}\" "
                + $"height=\"{N(box.Height)}\" rx=\"{N(shape == BoxShape.Person ? box.Height / 2 : 4)}\"/>",
        };
    }

    private static string ClassOf(TextRole role) =>
        role switch
        {
            TextRole.Detail => "detail",
            TextRole.Label => "label",
            TextRole.LabelAside => "label aside",
            TextRole.FrameTitle => "title",
            _ => "text",
        };

    private static string N(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
