using KnowledgeSite.Diagnostics;
using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>The keys of a <c>flow</c>.</summary>
internal sealed class FlowReader(SourceFile file, DiagnosticBag diagnostics)
{
    private enum FlowDirection
    {
        Down,
        Right,
    }

    /// <summary>Null where there is no box to draw.</summary>
    public FlowDiagram? Read(MapReader reader, string label, DiagramNote? note)
    {
        var (boxes, groups) = (new DiagramParts("box", file, diagnostics), new DiagramParts("group", file, diagnostics));
        var direction = reader.Choice<FlowDirection>("direction");
        var titles = new List<string>();
        foreach (var (id, text, span) in reader.Each("groups", (m, span) => (m.Text("id"), m.Text("text"), span)))
            if (groups.Take(id, text, "text", span, titles.Count)) titles.Add(text!.Value);

        var (nodes, links) = (new List<FlowNode>(), new List<Located<string>?>());
        foreach (var node in reader.Each("nodes", (m, span) => new WrittenNode(m.Text("id"), m.Text("text"), m.Text("detail"), m.Text("link"), m.Choice<BoxShape>("shape"), m.Text("group"), span)))
        {
            if (!boxes.Take(node.Id, node.Text, "text", node.Span, nodes.Count)) continue;
            nodes.Add(new(node.Text!.Value, node.Detail is { Value.Length: > 0 } detail ? detail.Value : null, node.Shape ?? BoxShape.Box, groups.Find(node.Group)));
            links.Add(boxes.Link(node.Link));
        }

        var edges = reader.Each("edges", (m, span) => (m.Text("from"), m.Text("to"), m.Text("text"), span)).Select(e => Edge(boxes, e.Item1, e.Item2, e.Item3, e.span)).OfType<FlowEdge>().ToList();
        if (nodes.Count == 0) return null;
        if (IsTooLarge(nodes.Count, edges.Count)) diagnostics.Add(Diagnostic.At(DiagramRules.TooLarge, file, new SourceSpan(reader.Span.Start, 1), nodes.Count, edges.Count, FlowLayout.MostNodes, FlowLayout.MostEdges));
        return new(label, note, direction is { } chosen ? chosen == FlowDirection.Right : null, new(nodes, edges, titles), links);
    }

    public static bool IsTooLarge(int nodes, int edges) => nodes > FlowLayout.MostNodes || edges > FlowLayout.MostEdges;

    private static FlowEdge? Edge(DiagramParts boxes, Located<string>? from, Located<string>? to, Located<string>? text, SourceSpan span)
    {
        if (boxes.Lacks("line", "from", from, span) | boxes.Lacks("line", "to", to, span)) return null;
        var (start, end) = (boxes.Find(from), boxes.Find(to));
        return start is null || end is null ? null : new(start.Value, end.Value, text is { Value.Length: > 0 } ? text.Value : null);
    }

    private sealed record WrittenNode(Located<string>? Id, Located<string>? Text, Located<string>? Detail, Located<string>? Link, BoxShape? Shape, Located<string>? Group, SourceSpan Span);
}
