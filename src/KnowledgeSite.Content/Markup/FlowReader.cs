using KnowledgeSite.Content.Forms;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>The keys of a <c>flow</c>.</summary>
internal sealed class FlowReader(SourceFile file, DiagnosticBag diagnostics)
{
    /// <summary>Null where there is no box to draw.</summary>
    public FlowDiagram? Read(MapReader reader, string label, DiagramNote? note)
    {
        var (boxes, groups) = (
            new DiagramParts("box", file, diagnostics),
            new DiagramParts("group", file, diagnostics)
        );
        var direction = reader.Read(FlowKeys.Direction);
        var titles = new List<string>();
        foreach (var group in reader.Read(FlowKeys.Groups))
            if (
                group.Read(FlowKeys.Text) is var text
                && groups.Take(group.Read(FlowKeys.Id), text, "text", group.Span, titles.Count)
            )
                titles.Add(text!.Value);

        var (nodes, links) = (new List<FlowNode>(), new List<Located<string>?>());
        foreach (var node in reader.Read(FlowKeys.Nodes).Select(Node))
        {
            if (!boxes.Take(node.Id, node.Text, "text", node.Span, nodes.Count))
                continue;
            nodes.Add(
                new(
                    node.Text!.Value,
                    node.Detail is { Value.Length: > 0 } detail ? detail.Value : null,
                    node.Shape ?? BoxShape.Box,
                    groups.Find(node.Group)
                )
            );
            links.Add(boxes.Link(node.Link));
        }

        var edges = reader
            .Read(FlowKeys.Edges)
            .Select(e => Edge(boxes, e.Read(FlowKeys.From), e.Read(FlowKeys.To), e.Read(FlowKeys.LineText), e.Span))
            .OfType<FlowEdge>()
            .ToList();
        if (nodes.Count == 0)
            return null;
        if (IsTooLarge(nodes.Count, edges.Count))
            diagnostics.Add(
                Diagnostic.At(
                    DiagramRules.TooLarge,
                    file,
                    new SourceSpan(reader.Span.Start, 1),
                    nodes.Count,
                    edges.Count,
                    FlowLayout.MaxNodes,
                    FlowLayout.MaxEdges
                )
            );
        return new(
            label,
            note,
            direction is { } chosen ? chosen == FlowDirection.Right : null,
            new(nodes, edges, titles),
            links
        );
    }

    public static bool IsTooLarge(int nodes, int edges) => nodes > FlowLayout.MaxNodes || edges > FlowLayout.MaxEdges;

    private static WrittenNode Node(MapReader node) =>
        new(
            node.Read(FlowKeys.Id),
            node.Read(FlowKeys.Text),
            node.Read(FlowKeys.Detail),
            node.Read(FlowKeys.Link),
            node.Read(FlowKeys.Shape),
            node.Read(FlowKeys.Group),
            node.Span
        );

    private static FlowEdge? Edge(
        DiagramParts boxes,
        Located<string>? from,
        Located<string>? to,
        Located<string>? text,
        SourceSpan span
    )
    {
        if (boxes.Lacks("line", "from", from, span) | boxes.Lacks("line", "to", to, span))
            return null;
        var (start, end) = (boxes.Find(from), boxes.Find(to));
        return start is null || end is null
            ? null
            : new(start.Value, end.Value, text is { Value.Length: > 0 } ? text.Value : null);
    }

    private sealed record WrittenNode(
        Located<string>? Id,
        Located<string>? Text,
        Located<string>? Detail,
        Located<string>? Link,
        BoxShape? Shape,
        Located<string>? Group,
        SourceSpan Span
    );
}
