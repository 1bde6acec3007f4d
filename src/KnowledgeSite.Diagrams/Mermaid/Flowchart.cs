using KnowledgeSite.Diagrams.Compound;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// A flowchart: boxes, edges and nested subgraphs. State, class and entity diagrams are drawn as such too.
/// </summary>
internal sealed class Flowchart(Func<UiStrings, string>? kindName = null)
    : MermaidDiagram(kindName ?? (text => text.Flowchart))
{
    private BoxGraphDrawings? _drawings;
    private Dictionary<string, string>? _names;

    public GraphDirection Direction { get; set; } = GraphDirection.Down;

    public List<FlowchartNode> Nodes { get; } = [];

    public List<FlowchartEdge> Edges { get; } = [];

    /// <summary>The subgraphs, each after the one that contains it.</summary>
    public List<FlowchartGroup> Groups { get; set; } = [];

    public override Picture Draw(double room) => (_drawings ??= new(this)).Draw(room);

    public override IReadOnlyList<OutlineEntry> Describe()
    {
        var ways = Edges.Where(e => e.Line != EdgeLine.Invisible).ToLookup(e => e.From);
        var entries = new List<OutlineEntry>();
        foreach (var group in Groups)
            if (ways[group.Id].Any())
                entries.Add(new(NameOf(group.Id), null, Describe(ways[group.Id])));
        foreach (var node in Nodes)
        {
            string?[] remarks =
            [
                FlowShapes.Describe(node.Shape, Strings),
                node.Group is { } inside && Groups[inside].Title.Length > 0
                    ? Strings.InGroup(Plain(Groups[inside].Title))
                    : null,
            ];
            var said = string.Join(", ", remarks.OfType<string>());
            entries.Add(
                new(NameOf(node.Id), node.Link, (said.Length > 0 ? $" ({said})" : "") + Describe(ways[node.Id]))
                {
                    Entries =
                    [
                        .. node
                            .Compartments.SelectMany(c => c)
                            .Select(r => new OutlineEntry(string.Join(' ', r.Where(t => t.Length > 0)))),
                    ],
                }
            );
        }

        return entries;
    }

    /// <summary>The name of a box or a subgraph in a text.</summary>
    public string NameOf(string id) => (_names ??= ReadNames()).GetValueOrDefault(id, id);

    private Dictionary<string, string> ReadNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in Nodes)
            names.TryAdd(
                node.Id,
                node.Text.Length > 0 ? Plain(node.Text) : FlowShapes.Describe(node.Shape, Strings) ?? node.Id
            );
        foreach (var group in Groups)
            names.TryAdd(group.Id, group.Title.Length > 0 ? Plain(group.Title) : group.Id);
        return names;
    }

    /// <summary>Sorts the subgraphs so that each is after the one that contains it.</summary>
    public void SortGroups()
    {
        var depths = Groups.Select(DepthOf).ToList();
        var order = Enumerable.Range(0, Groups.Count).OrderBy(g => depths[g]).ToList();
        var places = order.Index().ToDictionary(o => o.Item, o => o.Index);
        foreach (var group in Groups)
            group.Parent = group.Parent is { } parent ? places[parent] : null;
        foreach (var node in Nodes)
            node.Group = node.Group is { } group ? places[group] : null;
        Groups = [.. order.Select(g => Groups[g])];
    }

    private int DepthOf(FlowchartGroup group)
    {
        var depth = 0;
        for (var at = group.Parent; at is { } parent; at = Groups[parent].Parent)
            depth++;
        return depth;
    }

    private string Describe(IEnumerable<FlowchartEdge> ways)
    {
        var said = string.Join("; ", ways.Select(Describe));
        return said.Length == 0 ? "" : $": {said}";
    }

    private string Describe(FlowchartEdge edge)
    {
        var text = edge.Text.Length > 0 ? $" ({Plain(edge.Text)})" : "";
        var counts =
            edge.StartText.Length + edge.EndText.Length > 0
                ? Strings.ListSeparator + Strings.Amounts(edge.StartText, edge.EndText).Trim()
                : "";
        return DescribeRelation(edge, NameOf(edge.To)) + counts + text;
    }

    private string DescribeRelation(FlowchartEdge edge, string box) =>
        (edge.StartHead, edge.EndHead) switch
        {
            (EdgeHead.Triangle, _) => Strings.IsBaseOf(box),
            (_, EdgeHead.Triangle) => Strings.InheritsFrom(box),
            (EdgeHead.Composition, _) => Strings.IsComposedOf(box),
            (_, EdgeHead.Composition) => Strings.IsPartOf(box),
            (EdgeHead.Aggregation, _) => Strings.HasBox(box),
            (_, EdgeHead.Aggregation) => Strings.BelongsTo(box),
            (>= EdgeHead.ExactlyOne, _) => Strings.RelatedTo(
                Strings.Amounts(CountOf(edge.StartHead), CountOf(edge.EndHead)),
                box
            ),
            (EdgeHead.None, EdgeHead.None) => Strings.IsConnectedWith(box),
            (EdgeHead.None, _) => Strings.LeadsTo(box),
            (_, EdgeHead.None) => Strings.IsReachedFrom(box),
            _ => Strings.LeadsBothWays(box),
        };

    private string CountOf(EdgeHead head) =>
        head switch
        {
            EdgeHead.ZeroOrOne => Strings.ZeroOrOne,
            EdgeHead.OneOrMore => Strings.OneOrMore,
            EdgeHead.ZeroOrMore => Strings.ZeroOrMore,
            _ => Strings.ExactlyOne,
        };

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

    /// <summary>True if the text is the title of what is below it.</summary>
    public bool IsTitled { get; set; }

    /// <summary>
    /// Further parts below the text, each below a line: the members of a class or the columns of a table. A part
    /// consists of rows, and a row of cells.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string[]>> Compartments { get; set; } = [];
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
