using KnowledgeSite.Diagrams.Compound;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>A flowchart: boxes, edges and nested subgraphs.</summary>
internal sealed class Flowchart : MermaidDiagram
{
    public GraphDirection Direction { get; set; } = GraphDirection.Down;

    public List<FlowchartNode> Nodes { get; } = [];

    public List<FlowchartEdge> Edges { get; } = [];

    /// <summary>The subgraphs, each after the one that contains it.</summary>
    public List<FlowchartGroup> Groups { get; set; } = [];

    public override string KindName => "Flowchart";

    public override Picture Draw(double room) => BoxGraphDrawing.Draw(this, room);

    public override IReadOnlyList<OutlineEntry> Describe()
    {
        var ways = Edges.Where(e => e.Line != EdgeLine.Invisible).ToLookup(e => e.From);
        var entries = new List<OutlineEntry>();
        foreach (var group in Groups)
            if (ways[group.Id].Any())
                entries.Add(new(NameOf(group.Id), null, Tell(ways[group.Id])));
        foreach (var node in Nodes)
        {
            string?[] remarks =
            [
                FlowShapes.Describe(node.Shape),
                node.Group is { } inside && Groups[inside].Title.Length > 0
                    ? $"in “{Plain(Groups[inside].Title)}”"
                    : null,
            ];
            var said = string.Join(", ", remarks.OfType<string>());
            entries.Add(new(NameOf(node.Id), node.Link, (said.Length > 0 ? $" ({said})" : "") + Tell(ways[node.Id])));
        }

        return entries;
    }

    /// <summary>The name of a box or a subgraph in a text.</summary>
    public string NameOf(string id)
    {
        if (Nodes.Find(n => n.Id == id) is { } node)
            return node.Text.Length > 0 ? Plain(node.Text) : FlowShapes.Describe(node.Shape) ?? node.Id;
        return Groups.Find(g => g.Id == id) is { Title.Length: > 0 } group ? Plain(group.Title) : id;
    }

    private string Tell(IEnumerable<FlowchartEdge> ways)
    {
        var said = string.Join("; ", ways.Select(Tell));
        return said.Length == 0 ? "" : $": {said}";
    }

    private string Tell(FlowchartEdge edge)
    {
        var verb =
            edge is { StartHead: EdgeHead.None, EndHead: EdgeHead.None } ? "connected with"
            : edge.StartHead != EdgeHead.None && edge.EndHead != EdgeHead.None ? "leads to and from"
            : "leads to";
        return $"{verb} {NameOf(edge.To)}{(edge.Text.Length > 0 ? $" ({Plain(edge.Text)})" : "")}";
    }

    private static string Plain(string text) => text.Replace('\n', ' ');
}

/// <summary>A box of a flowchart.</summary>
internal sealed class FlowchartNode(string id)
{
    public string Id { get; } = id;

    /// <summary>The text, with line breaks.</summary>
    public string Text { get; set; } = MermaidText.Lines(id);

    /// <summary>The short name of the shape, see <see cref="FlowShapes"/>.</summary>
    public string Shape { get; set; } = "rect";

    /// <summary>The index of the innermost subgraph around the box.</summary>
    public int? Group { get; set; }

    public int? Link { get; set; }

    public string? Style { get; set; }

    /// <summary>
    /// Further parts below the text, each below a line: the members of a class or the columns of a table.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Compartments { get; set; } = [];
}

internal sealed record FlowchartEdge(string From, string To)
{
    public string Text { get; init; } = "";

    public EdgeLine Line { get; init; } = EdgeLine.Normal;

    public EdgeHead StartHead { get; init; } = EdgeHead.None;

    public EdgeHead EndHead { get; init; } = EdgeHead.Arrow;

    /// <summary>The number of rows that the edge spans at least.</summary>
    public int Length { get; init; } = 1;

    public string? Style { get; set; }

    /// <summary>A text at the start or the end of the line, such as a multiplicity.</summary>
    public string StartText { get; init; } = "";

    public string EndText { get; init; } = "";
}

internal enum EdgeLine
{
    Normal,
    Dotted,
    Thick,
    Invisible,
}

internal enum EdgeHead
{
    None,
    Arrow,
    Circle,
    Cross,

    /// <summary>A triangle that is not filled: inheritance.</summary>
    Triangle,

    /// <summary>A filled rhombus: composition.</summary>
    Composition,

    /// <summary>A rhombus that is not filled: aggregation.</summary>
    Aggregation,

    /// <summary>Two lines that meet at the tip: dependency.</summary>
    Open,

    /// <summary>A circle at the end of a line: an interface.</summary>
    Lollipop,
    ExactlyOne,
    ZeroOrOne,
    OneOrMore,
    ZeroOrMore,
}

/// <summary>A subgraph of a flowchart.</summary>
internal sealed class FlowchartGroup(string id, string title)
{
    public string Id { get; } = id;

    public string Title { get; } = title;

    /// <summary>The index of the subgraph around this one.</summary>
    public int? Parent { get; set; }

    public GraphDirection? Direction { get; set; }

    public string? Style { get; set; }

    public int? Link { get; set; }
}
