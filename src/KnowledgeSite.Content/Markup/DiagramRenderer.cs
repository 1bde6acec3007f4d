using KnowledgeSite.Diagrams;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// A diagram as a figure: its label and note, the drawing as SVG that follows the theme, and the same as a list for
/// those who do not see it. Where one drawing does not serve both a desk and a phone there are two, of which the style
/// sheet shows one.
/// </summary>
internal sealed class DiagramRenderer(BodyRenderer body)
{
    /// <summary>The measure of the text on a desk, and what a phone leaves between its margins.</summary>
    private const double Wide = 576;
    private const double Narrow = 340;

    public void Write(Diagram diagram, CodeBlock block)
    {
        var attributes = block.GetAttributes();
        attributes.Classes =
        [
            "diagram",
            .. attributes.Classes?.Where(c => !c.StartsWith("language-", StringComparison.Ordinal)) ?? [],
        ];
        body.Write("<figure").WriteAttributes(block).WriteLine(">");
        WriteCaption(diagram);
        switch (diagram)
        {
            case FlowDiagram flow:
                var flowLinks = LinksOf(flow.Links);
                if (!FlowReader.IsTooLarge(flow.Graph.Nodes.Count, flow.Graph.Edges.Count))
                    WriteDrawings(diagram, flowLinks, [.. flow.Graph.Nodes.Select(NameOf)], Drawings(flow));
                new DiagramList(body, flowLinks).Write(flow);
                break;
            case MappingDiagram mapping:
                var (links, boxes) = (LinksOf(mapping.Links), mapping.Left.Items.Count + mapping.Right.Items.Count);
                if (!FlowReader.IsTooLarge(boxes, mapping.Pairs.Count))
                    WriteDrawings(diagram, links, [.. mapping.Left.Items, .. mapping.Right.Items], Drawings(mapping));
                new DiagramList(body, links).Write(mapping);
                break;
        }

        body.WriteLine("</figure>");
    }

    private void WriteCaption(Diagram diagram)
    {
        body.Write("<figcaption><strong>").WriteEscape(diagram.Label).Write("</strong>");
        foreach (var paragraph in diagram.Note?.Text.OfType<ParagraphBlock>() ?? [])
        {
            body.Write(" <span class=\"diagram-note\">");
            if (diagram.Note?.Offset is { } offset)
                body.WriteInline(paragraph.Inline!, offset);
            else
                body.WriteEscape(InlineText.Read(paragraph.Inline));
            body.Write("</span>");
        }

        body.WriteLine("</figcaption>");
    }

    private int?[] LinksOf(IReadOnlyList<Located<string>?> links) =>
        [.. links.Select(int? (l) => l is null ? null : body.AddLink(new(LinkForm.Link, l.Value, l.Span)))];

    private static string NameOf(FlowNode node) => node.Detail is null ? node.Text : $"{node.Text}: {node.Detail}";

    /// <summary>To the right where that fits on a desk, and down on a phone.</summary>
    private static List<Drawing> Drawings(FlowDiagram flow)
    {
        var narrow = FlowLayout.Draw(flow.Graph, Narrow, runsRight: false);
        if (
            flow.RunsRight != false
            && FlowLayout.Draw(flow.Graph, Wide, runsRight: true) is var across
            && (flow.RunsRight == true || across.Width <= Wide)
        )
            return across.Width <= Narrow ? [across] : [across, narrow];
        var wide = FlowLayout.Draw(flow.Graph, Wide, runsRight: false);
        return wide.Width <= Narrow ? [wide] : [wide, narrow];
    }

    private static List<Drawing> Drawings(MappingDiagram mapping) =>
        [
            .. new[] { Wide, Narrow }.Select(room =>
                MappingLayout.Draw(mapping.Left, mapping.Right, mapping.Pairs, room)
            ),
        ];

    private void WriteDrawings(Diagram diagram, int?[] links, IReadOnlyList<string> names, List<Drawing> drawings)
    {
        for (var i = 0; i < drawings.Count; i++)
        {
            var width =
                drawings.Count == 1 ? null
                : i == 0 ? "for-wide"
                : "for-narrow";
            // What does not fit is not made so small that nobody can read it: it scrolls, and a keyboard can scroll it.
            var scrolls = drawings[i].Width > (i == 0 && drawings.Count > 1 ? Wide : Narrow) + 4;
            if (scrolls)
                body.Write("<div class=\"diagram-region")
                    .Write(width is null ? "" : $" {width}")
                    .Write("\" role=\"group\" tabindex=\"0\" aria-label=\"")
                    .WriteEscape($"{diagram.Label}: scrolls")
                    .WriteLine("\">");
            new DrawingWriter(body, links, names).Write(drawings[i], diagram.Label, scrolls ? null : width);
            if (scrolls)
                body.WriteLine("</div>");
        }
    }
}
