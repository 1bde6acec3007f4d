using KnowledgeSite.Diagrams;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// All that a diagram says, as a list: for a screen reader, for a browser without styles, for the search.
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
            WriteName(node, flow.Graph.Nodes[node].Text);
            body.WriteEscape(Remarks(flow.Graph, flow.Graph.Nodes[node]));
            var before = ":";
            foreach (var way in ways[node])
            {
                var isBack = ranks is not null && ranks.LayerOfNode[way.To] <= ranks.LayerOfNode[way.From];
                body.Write(before)
                    .WriteEscape(
                        $" {(isBack ? "back to" : "leads to")} "
                            + $"{flow.Graph.Nodes[way.To].Text}{(way.Text is null ? "" : $" ({way.Text})")}"
                    );
                before = ";";
            }

            body.WriteLine("</li>");
        }

        End();
    }

    public void Write(MappingDiagram mapping)
    {
        Begin();
        Write(mapping.Left, 0, mapping.Right, mapping.Pairs.ToLookup(p => p.Left, p => p.Right));
        Write(mapping.Right, mapping.Left.Items.Count, mapping.Left, mapping.Pairs.ToLookup(p => p.Right, p => p.Left));
        End();
    }

    private void Write(MappingSide side, int first, MappingSide other, ILookup<int, int> met)
    {
        body.Write("<li>").WriteEscape(side.Title).WriteLine("<ul>");
        for (var i = 0; i < side.Items.Count; i++)
        {
            body.Write("<li>");
            WriteName(first + i, side.Items[i]);
            body.WriteEscape(
                    met[i].Any()
                        ? $": meets {string.Join("; ", met[i].Select(o => other.Items[o]))}"
                        : ": meets nothing on the other side"
                )
                .WriteLine("</li>");
        }

        body.WriteLine("</ul></li>");
    }

    private void Begin()
    {
        body.WriteLine("<details><summary>As a list</summary>").WriteLine("<ul>");
    }

    private void End() => body.WriteLine("</ul></details>");

    private void WriteName(int box, string name)
    {
        if (links[box] is { } link)
        {
            body.Write("<a href=\"");
            body.AddSlotOf(link, SlotContent.Address);
            body.Write("\">");
        }

        body.WriteEscape(name);
        if (links[box] is not null)
            body.Write("</a>");
    }

    private static string Remarks(FlowGraph graph, FlowNode node)
    {
        string?[] remarks =
        [
            node.Detail,
            node.Shape == BoxShape.Box ? null : node.Shape.ToString().ToLowerInvariant(),
            node.Group is { } group ? $"in “{graph.Groups[group]}”" : null,
        ];
        var said = string.Join(", ", remarks.OfType<string>());
        return said.Length == 0 ? "" : $" ({said})";
    }
}
