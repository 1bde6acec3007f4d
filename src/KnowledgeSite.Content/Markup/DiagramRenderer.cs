using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Renders a diagram as a figure: its label and note, the drawing as SVG, and the same content as a list for screen
/// readers. If one drawing does not fit both wide and narrow screens, there are two, and the style sheet shows one of
/// them.
/// </summary>
internal sealed class DiagramRenderer(BodyRenderer body)
{
    /// <summary>The width of the text in CSS pixels on a wide screen, and on a phone.</summary>
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
        if (diagram is not MermaidFigure { Diagram.Title: null })
            WriteCaption(diagram);
        switch (diagram)
        {
            case MermaidFigure mermaid:
                WriteMermaid(mermaid);
                break;
            case FlowDiagram flow:
                var flowLinks = LinksOf(flow.Links);
                if (!FlowReader.IsTooLarge(flow.Graph.Nodes.Count, flow.Graph.Edges.Count))
                    WriteDrawings(diagram, flowLinks, [.. flow.Graph.Nodes.Select(NameOf)], Drawings(flow));
                new DiagramList(body, flowLinks).Write(flow);
                break;
            case MappingDiagram mapping:
                var links = LinksOf(mapping.Links);
                var boxes = mapping.Left.Items.Count + mapping.Right.Items.Count;
                if (!FlowReader.IsTooLarge(boxes, mapping.Pairs.Count))
                    WriteDrawings(diagram, links, [.. mapping.Left.Items, .. mapping.Right.Items], Drawings(mapping));
                new DiagramList(body, links).Write(mapping);
                break;
        }

        body.WriteLine("</figure>");
    }

    private void WriteMermaid(MermaidFigure figure)
    {
        var links = figure
            .Diagram.Links.Select(
                int? (l) => body.AddLink(new(LinkForm.Link, l.Url, new(figure.Offset + l.Offset, l.Url.Length)))
            )
            .ToArray();
        var wide = figure.Diagram.Draw(Wide);
        var narrow = wide.Width <= Narrow ? wide : figure.Diagram.Draw(Narrow);
        var pictures = wide.Width <= Narrow || narrow.Width >= wide.Width ? [wide] : new[] { wide, narrow };
        var name = figure.Diagram.Description is { } description ? $"{figure.Label}: {description}" : figure.Label;
        for (var i = 0; i < pictures.Length; i++)
        {
            var picture = pictures[i];
            WriteDrawing(
                figure,
                i,
                pictures.Length,
                picture.Width,
                width => new PictureWriter(body, links).Write(picture, name, width)
            );
        }

        new DiagramList(body, links).Write(figure.Diagram.Describe());
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

    /// <summary>Draws a flow to the right if that fits a wide screen, and downwards for a phone.</summary>
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
            var drawing = drawings[i];
            WriteDrawing(
                diagram,
                i,
                drawings.Count,
                drawing.Width,
                width => new DrawingWriter(body, links, names).Write(drawing, diagram.Label, width)
            );
        }
    }

    /// <summary>
    /// Writes one of the drawings of a diagram. If it is too wide, it scrolls instead of being scaled down, and the
    /// keyboard can scroll it.
    /// </summary>
    private void WriteDrawing(Diagram diagram, int number, int count, double drawn, Action<string?> write)
    {
        var width =
            count == 1 ? null
            : number == 0 ? "for-wide"
            : "for-narrow";
        var scrolls = drawn > (number == 0 && count > 1 ? Wide : Narrow) + 4;
        if (scrolls)
            body.Write("<div class=\"diagram-region")
                .Write(width is null ? "" : $" {width}")
                .Write("\" role=\"group\" tabindex=\"0\" aria-label=\"")
                .WriteEscape(body.Text.DiagramScrolls(diagram.Label))
                .WriteLine("\">");
        write(scrolls ? null : width);
        if (scrolls)
            body.WriteLine("</div>");
    }
}

/// <summary>
/// Writes the content of a diagram as a list, for screen readers, browsers without styles, and search.
/// </summary>
internal sealed class DiagramList(BodyRenderer body, int?[] links)
{
    public void Write(FlowDiagram flow)
    {
        Begin();
        var ways = flow.Graph.Edges.ToLookup(e => e.From);
        var ranks = FlowReader.IsTooLarge(flow.Graph.Nodes.Count, flow.Graph.Edges.Count)
            ? null
            : new LayerAssignment(flow.Graph);
        for (var node = 0; node < flow.Graph.Nodes.Count; node++)
        {
            body.Write("<li>");
            WriteName(links[node], flow.Graph.Nodes[node].Text);
            body.WriteEscape(Remarks(flow.Graph, flow.Graph.Nodes[node]));
            var before = ":";
            foreach (var way in ways[node])
            {
                var isBack = ranks is not null && ranks.LayerOfNode[way.To] <= ranks.LayerOfNode[way.From];
                body.Write(before)
                    .WriteEscape(
                        " "
                            + (
                                isBack
                                    ? body.Text.BackTo(flow.Graph.Nodes[way.To].Text)
                                    : body.Text.LeadsTo(flow.Graph.Nodes[way.To].Text)
                            )
                            + (way.Text is null ? "" : $" ({way.Text})")
                    );
                before = ";";
            }

            body.WriteLine("</li>");
        }

        End();
    }

    public void Write(IReadOnlyList<OutlineEntry> entries)
    {
        Begin();
        foreach (var entry in entries)
            Write(entry);
        End();
    }

    private void Write(OutlineEntry entry)
    {
        body.Write("<li>");
        WriteName(entry.Link is { } link ? links[link] : null, TextEmphasis.Remove(entry.Text));
        body.WriteEscape(TextEmphasis.Remove(entry.Rest));
        if (entry.Entries.Count > 0)
        {
            body.WriteLine("<ul>");
            foreach (var inner in entry.Entries)
                Write(inner);
            body.Write("</ul>");
        }

        body.WriteLine("</li>");
    }

    public void Write(MappingDiagram mapping)
    {
        Begin();
        Write(mapping.Left, 0, mapping.Right, mapping.Pairs.ToLookup(p => p.Left, p => p.Right));
        Write(mapping.Right, mapping.Left.Items.Count, mapping.Left, mapping.Pairs.ToLookup(p => p.Right, p => p.Left));
        End();
    }

    private void Write(MappingSide side, int first, MappingSide other, ILookup<int, int> pairs)
    {
        body.Write("<li>").WriteEscape(side.Title).WriteLine("<ul>");
        for (var i = 0; i < side.Items.Count; i++)
        {
            body.Write("<li>");
            WriteName(links[first + i], side.Items[i]);
            body.WriteEscape(
                    pairs[i].Any()
                        ? ": " + body.Text.GoesWith(string.Join("; ", pairs[i].Select(o => other.Items[o])))
                        : ": " + body.Text.NoCounterpart
                )
                .WriteLine("</li>");
        }

        body.WriteLine("</ul></li>");
    }

    private void Begin()
    {
        body.Write("<details><summary>").WriteEscape(body.Text.AsList).WriteLine("</summary>").WriteLine("<ul>");
    }

    private void End() => body.WriteLine("</ul></details>");

    private void WriteName(int? number, string name)
    {
        if (number is { } link)
        {
            body.Write("<a href=\"");
            body.AddSlot(link, SlotContent.Address);
            body.Write("\">");
        }

        body.WriteEscape(name);
        if (number is not null)
            body.Write("</a>");
    }

    private string Remarks(FlowGraph graph, FlowNode node)
    {
        string?[] remarks =
        [
            node.Detail,
            node.Shape switch
            {
                BoxShape.Store => body.Text.ShapeStore,
                BoxShape.Person => body.Text.ShapePerson,
                BoxShape.Decision => body.Text.ShapeDecision,
                _ => null,
            },
            node.Group is { } group ? body.Text.InGroup(graph.Groups[group]) : null,
        ];
        var joined = string.Join(", ", remarks.OfType<string>());
        return joined.Length == 0 ? "" : $" ({joined})";
    }
}
