namespace KnowledgeSite.Diagrams;

/// <summary>
/// The layered graph: each row contains boxes, edge labels, and dummy items that keep space for edges passing through
/// the row. So every edge segment connects adjacent rows.
/// </summary>
internal sealed class LayeredGraph
{
    private const int Sweeps = 8;

    private readonly FlowGraph _graph;
    private readonly bool[] _isBackEdge;

    public LayeredGraph(FlowGraph graph, int[] laneOf, LayerAssignment ranks)
    {
        _graph = graph;
        _isBackEdge = ranks.IsBackEdge;
        // Boxes are in even rows; an odd row exists only if it contains an edge label.
        var labelled = graph
            .Edges.Where((e, i) => !ranks.IsBackEdge[i] && e.Text is not null)
            .Select(e => (2 * ranks.LayerOfNode[e.From]) + 1)
            .ToHashSet();
        var rows = Enumerable
            .Range(0, (2 * ranks.LayerOfNode.DefaultIfEmpty(0).Max()) + 1)
            .Where(r => r % 2 == 0 || labelled.Contains(r))
            .ToList();
        var rowOf = rows.Select((row, i) => (row, i)).ToDictionary(r => r.row, r => r.i);
        Rows = [.. rows.Select(_ => new List<Item>())];
        Boxes =
        [
            .. graph.Nodes.Select(
                (_, node) => Add(new(rowOf[2 * ranks.LayerOfNode[node]], laneOf[node]) { Node = node })
            ),
        ];
        EdgeItems =
        [
            .. graph.Edges.Select(
                (edge, i) => ranks.IsBackEdge[i] ? [] : ItemsOf(edge, i, (2 * ranks.LayerOfNode[edge.From]) + 1)
            ),
        ];
        Order();

        List<Item> ItemsOf(FlowEdge edge, int number, int labelRow)
        {
            var items = new List<Item> { Boxes[edge.From] };
            for (var row = Boxes[edge.From].Row + 1; row < Boxes[edge.To].Row; row++)
                items.Add(
                    Add(
                        new(row, laneOf[edge.To])
                        {
                            Edge = number,
                            IsLabel = edge.Text is not null && row == rowOf[labelRow],
                        }
                    )
                );
            items.Add(Boxes[edge.To]);
            foreach (var (from, to) in items.Zip(items.Skip(1)))
            {
                from.Next.Add(to);
                to.Before.Add(from);
            }

            return items;
        }
    }

    public IReadOnlyList<List<Item>> Rows { get; }

    /// <summary>The item of each node.</summary>
    public IReadOnlyList<Item> Boxes { get; }

    /// <summary>For each edge, all its items from box to box; empty for a back edge.</summary>
    public IReadOnlyList<List<Item>> EdgeItems { get; }

    private Item Add(Item item)
    {
        Rows[item.Row].Add(item);
        return item;
    }

    /// <summary>
    /// Crossing reduction: sweeps over the rows and sorts each by the barycentre of its neighbours. Keeps the order
    /// with the fewest crossings, the first of equals.
    /// </summary>
    private void Order()
    {
        foreach (var row in Rows)
            Sort(row, i => i.Position);
        var best = Positions();
        var fewest = Crossings();
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            foreach (var row in sweep % 2 == 0 ? Rows : Rows.Reverse())
                Sort(row, i => Middle(sweep % 2 == 0 ? i.Before : i.Next, i));
            for (var round = 0; round < Sweeps && Rows.Aggregate(false, (any, row) => Exchange(row) | any); round++) { }
            var crossings = Crossings();
            if (crossings < fewest)
            {
                best = Positions();
                fewest = crossings;
            }
        }

        foreach (var (item, position) in best)
            item.Position = position;
        foreach (var row in Rows)
            Sort(row, i => i.Position);
    }

    /// <summary>Exchanges adjacent items of the same lane if that removes a crossing.</summary>
    private static bool Exchange(List<Item> row)
    {
        var any = false;
        for (var i = 1; i < row.Count; i++)
        {
            var left = row[i - 1];
            var right = row[i];
            if (
                left.Lane != right.Lane
                || Crossings(left.Before, right.Before) + Crossings(left.Next, right.Next)
                    <= Crossings(right.Before, left.Before) + Crossings(right.Next, left.Next)
            )
                continue;
            row[i - 1] = right;
            row[i] = left;
            right.Position = i - 1;
            left.Position = i;
            any = true;
        }

        return any;
    }

    private static int Crossings(List<Item> left, List<Item> right) =>
        left.Sum(l => right.Count(r => r.Position < l.Position));

    private static double Middle(List<Item> neighbours, Item item) =>
        neighbours.Count == 0 ? item.Position : neighbours.Average(n => n.Position);

    /// <summary>Sorts the items of each lane separately.</summary>
    private static void Sort(List<Item> row, Func<Item, double> by)
    {
        var sorted = row.Select((item, i) => (item, i, key: by(item)))
            .OrderBy(r => r.item.Lane)
            .ThenBy(r => r.key)
            .ThenBy(r => r.i)
            .Select(r => r.item)
            .ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            row[i] = sorted[i];
            sorted[i].Position = i;
        }
    }

    private List<(Item Item, double Position)> Positions() => [.. Rows.SelectMany(r => r).Select(i => (i, i.Position))];

    private int Crossings()
    {
        var crossings = 0;
        foreach (var row in Rows)
        {
            var pieces = row.SelectMany(i => i.Next.Select(n => (From: i.Position, To: n.Position))).ToList();
            for (var a = 0; a < pieces.Count; a++)
            for (var b = a + 1; b < pieces.Count; b++)
                if ((pieces[a].From - pieces[b].From) * (pieces[a].To - pieces[b].To) < 0)
                    crossings++;
        }

        return crossings;
    }
}

/// <summary>An item that takes space in a row. Its position is computed step by step during one layout.</summary>
internal sealed class Item(int row, int lane)
{
    public int Row { get; } = row;

    public int Lane { get; } = lane;

    public int? Node { get; init; }

    public int? Edge { get; init; }

    public bool IsLabel { get; init; }

    public List<Item> Before { get; } = [];

    public List<Item> Next { get; } = [];

    /// <summary>The position in the row.</summary>
    public double Position { get; set; }

    /// <summary>The size in the direction of the diagram, and across it.</summary>
    public DiagramPoint Size { get; set; }

    /// <summary>The centre of the item.</summary>
    public DiagramPoint Place { get; set; }

    public IReadOnlyList<string> Lines { get; set; } = [];

    public double Start => Place.Along - (Size.Along / 2);

    public double End => Place.Along + (Size.Along / 2);
}
