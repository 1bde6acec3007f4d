using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>Reads a <c>flow</c> diagram and reports its mistakes.</summary>
internal sealed class FlowReader(SourceFile file, DiagnosticBag diagnostics)
{
    /// <summary>Reads a diagram. Null if it has no valid box.</summary>
    public FlowDiagram? Read(MapReader reader, string label, DiagramNote? note)
    {
        var boxes = new DiagramParts("box", file, diagnostics);
        var groups = new DiagramParts("group", file, diagnostics);
        var direction = reader.Read(FlowKeys.Direction);
        var titles = new List<string>();
        foreach (var group in reader.Read(FlowKeys.Groups))
            if (
                group.Read(FlowKeys.Text) is var text
                && groups.Register(group.Read(FlowKeys.Id), text, "text", group.Span, titles.Count)
            )
                titles.Add(text!.Value);

        var nodes = new List<FlowNode>();
        var links = new List<Located<string>?>();
        foreach (var node in reader.Read(FlowKeys.Nodes).Select(ReadNode))
        {
            if (!boxes.Register(node.Id, node.Text, "text", node.Span, nodes.Count))
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
            .Select(e => ReadEdge(boxes, e.Read(FlowKeys.From), e.Read(FlowKeys.To), e.Read(FlowKeys.LineText), e.Span))
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

    private static WrittenNode ReadNode(MapReader node) =>
        new(
            Id: node.Read(FlowKeys.Id),
            Text: node.Read(FlowKeys.Text),
            Detail: node.Read(FlowKeys.Detail),
            Link: node.Read(FlowKeys.Link),
            Shape: node.Read(FlowKeys.Shape),
            Group: node.Read(FlowKeys.Group),
            Span: node.Span
        );

    private static FlowEdge? ReadEdge(
        DiagramParts boxes,
        Located<string>? from,
        Located<string>? to,
        Located<string>? text,
        SourceSpan span
    )
    {
        if (boxes.ReportMissing("line", "from", from, span) | boxes.ReportMissing("line", "to", to, span))
            return null;
        var start = boxes.Find(from);
        var end = boxes.Find(to);
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

/// <summary>The keys of a <c>flow</c>: a diagram of boxes, groups and lines.</summary>
internal static class FlowKeys
{
    public static readonly Key<Located<string>?> Id = Key.Text(
        "id",
        "The name by which lines and boxes refer to it."
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Text = Key.Text("text", "The text in it.") with { IsRequired = true };
    public static readonly Key<Located<string>?> Detail = Key.Text("detail", "A second line in smaller print.");
    public static readonly Key<Located<string>?> Link = Key.Text("link", "The page that the box links to.");
    public static readonly Key<BoxShape?> Shape = Key.Choice<BoxShape>(
        "shape",
        "The outline of the box. Default: box."
    );
    public static readonly Key<Located<string>?> Group = Key.Text(
        "group",
        "The id of the group that contains the box."
    );
    public static readonly Key<Located<string>?> From = Key.Text(
        "from",
        "The id of the box where the line begins."
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> To = Key.Text("to", "The id of the box where the line ends.") with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> LineText = Key.Text("text", "The text beside the line.");

    public static readonly Key<FlowDirection?> Direction = Key.Choice<FlowDirection>(
        "direction",
        "The direction of the flow. Default: to the right if that fits, otherwise down."
    );
    public static readonly Key<IReadOnlyList<MapReader>> Groups = Key.Entries(
        "groups",
        "Groups of boxes, each in a frame.",
        new("A group of boxes in a frame", Id, Text)
    );
    public static readonly Key<IReadOnlyList<MapReader>> Nodes = Key.Entries(
        "nodes",
        "The boxes.",
        new("A box", Id, Text, Detail, Link, Shape, Group)
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Edges = Key.Entries(
        "edges",
        "The lines.",
        new("A line between two boxes", From, To, LineText)
    );

    public static readonly YamlForm Form = new(
        "A diagram of boxes and lines",
        DiagramKeys.Label,
        DiagramKeys.Note,
        Direction,
        Groups,
        Nodes,
        Edges
    );
}

/// <summary>The direction of a flow.</summary>
internal enum FlowDirection
{
    Down,
    Right,
}
