using System.Text.RegularExpressions;
using KnowledgeSite.Diagrams.Compound;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Reads a flowchart: https://mermaid.js.org/syntax/flowchart.html.</summary>
internal sealed partial class FlowchartParser
{
    /// <summary>The maximum depth of nested subgraphs.</summary>
    private const int MaxDepth = 40;

    private readonly MermaidScanner _scanner;
    private readonly Flowchart _chart = new();
    private readonly Dictionary<string, FlowchartNode> _nodes = new(StringComparer.Ordinal);
    private readonly Stack<OpenGroup> _open = new();
    private readonly List<OpenGroup> _closed = [];
    private readonly Dictionary<string, string> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _classOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _links = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _linkStyles = [];
    private string? _defaultLinkStyle;

    private FlowchartParser(MermaidScanner scanner) => _scanner = scanner;

    public static Flowchart Parse(MermaidScanner scanner) => new FlowchartParser(scanner).Parse();

    private Flowchart Parse()
    {
        _scanner.SkipSpaces();
        var direction = DirectionWord().Match(_scanner.Text, _scanner.Position).Value;
        _chart.Direction = DirectionOf(direction) ?? GraphDirection.Down;
        _scanner.Position += direction.Length;
        _scanner.SkipBlank();
        while (!_scanner.IsAtEnd)
        {
            ReadStatement();
            _scanner.SkipSpaces();
            if (!_scanner.IsAtStatementEnd)
                _scanner.FailHere(
                    $"'{_scanner.Excerpt()}' does not continue the line.",
                    "Write an arrow such as '-->', or begin a new line; put text with special signs in quotation marks."
                );
            _scanner.SkipBlank();
        }

        if (_open.TryPeek(out var open))
            _scanner.Fail(open.Offset, 8, $"The subgraph '{open.Group.Id}' is not closed.", "Add 'end' after it.");
        Finish();
        if (_chart.Nodes.Count + _chart.Groups.Count == 0)
            _scanner.Fail(0, 1, "It has no boxes.", "Add some, such as 'A[Start] --> B[End]'.");
        return _chart;
    }

    private static GraphDirection? DirectionOf(string word) =>
        word switch
        {
            "LR" or ">" => GraphDirection.Right,
            "RL" or "<" => GraphDirection.Left,
            "BT" or "^" => GraphDirection.Up,
            "TB" or "TD" or "BR" or "v" => GraphDirection.Down,
            _ => null,
        };

    private void ReadStatement()
    {
        var begin = _scanner.Position;
        if (_scanner.TryTakeWord("subgraph"))
            OpenSubgraph(begin);
        else if (_scanner.TryTakeWord("end"))
            CloseSubgraph(begin);
        else if (_scanner.TryTakeWord("direction"))
            ReadDirection();
        else if (_scanner.TryTakeWord("classDef"))
            ReadClassDefinition();
        else if (_scanner.TryTakeWord("class"))
            ReadPairs(_classOf, "class A,B name");
        else if (_scanner.TryTakeWord("style"))
            ReadPairs(_styles, "style A fill:#eee");
        else if (_scanner.TryTakeWord("linkStyle"))
            ReadLinkStyle();
        else if (_scanner.TryTakeWord("click"))
            ReadClick();
        else if (MermaidAccessibility.TryRead(_scanner, _chart))
            return;
        else
            ReadChain();
    }

    private void OpenSubgraph(int begin)
    {
        if (_open.Count == MaxDepth)
            _scanner.Fail(begin, 8, $"Subgraphs are nested more than {MaxDepth} deep.", "Nest fewer of them.");
        var header = _scanner.TakeStatement();
        var id = header;
        var title = header;
        if (SubgraphTitle().Match(header) is { Success: true } match)
        {
            id = match.Groups[1].Value.Trim();
            title = match.Groups[2].Value;
        }
        else if (header.Contains(' ') || header.Length == 0)
        {
            id = $"subgraph {_closed.Count + _open.Count}";
        }

        _open.Push(new(new(id.Trim('"'), MermaidText.Lines(title)), begin, []));
    }

    private void CloseSubgraph(int begin)
    {
        if (!_open.TryPop(out var group))
            _scanner.Fail(
                begin,
                3,
                "This 'end' closes no subgraph.",
                "Remove it, or write 'End' if it is the name of a box."
            );
        _closed.Add(group);
        if (_open.TryPeek(out var outer))
            outer.Mentions.Add(group.Group.Id);
    }

    private void ReadDirection()
    {
        _scanner.SkipSpaces();
        var begin = _scanner.Position;
        var word = _scanner.TakeStatement();
        if (DirectionOf(word) is not { } direction)
            _scanner.Fail(begin, word.Length, $"'{word}' is not a direction.", "Write TB, BT, LR or RL.");
        else if (_open.TryPeek(out var group))
            group.Group.Direction = direction;
        else
            _chart.Direction = direction;
    }

    private void ReadClassDefinition()
    {
        var begin = _scanner.Position;
        var match = NameAndRest().Match(_scanner.TakeStatement());
        if (!match.Success)
            _scanner.Fail(begin, 1, "This class has no style.", "Write 'classDef name fill:#eee'.");
        foreach (var name in match.Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries))
            _classes[name.Trim()] = match.Groups[2].Value;
    }

    /// <summary>Reads a list of ids, and a value for all of them.</summary>
    private void ReadPairs(Dictionary<string, string> values, string example)
    {
        var begin = _scanner.Position;
        var match = NameAndRest().Match(_scanner.TakeStatement());
        if (!match.Success)
            _scanner.Fail(begin, 1, "This line is incomplete.", $"Write it like '{example}'.");
        foreach (var id in match.Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries))
            values[id.Trim()] = match.Groups[2].Value;
    }

    private void ReadLinkStyle()
    {
        var begin = _scanner.Position;
        var match = NameAndRest().Match(_scanner.TakeStatement());
        if (!match.Success)
            _scanner.Fail(begin, 1, "This line is incomplete.", "Write it like 'linkStyle 0,1 stroke:#888'.");
        if (match.Groups[1].Value == "default")
            _defaultLinkStyle = match.Groups[2].Value;
        foreach (var number in match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries))
            if (int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var edge))
                _linkStyles[edge] = match.Groups[2].Value;
    }

    /// <summary>Reads the link of a box. Calls of scripts are ignored, because the site has none.</summary>
    private void ReadClick()
    {
        _scanner.SkipSpaces();
        var begin = _scanner.Position;
        var statement = _scanner.TakeStatement();
        var match = ClickTarget().Match(statement);
        if (!match.Success)
            return;
        var url = match.Groups["url"];
        var id = match.Groups["id"].Value;
        _links[id] = _chart.Links.Count;
        _chart.Links.Add(new(url.Value, _scanner.Text.IndexOf(url.Value, begin + url.Index, StringComparison.Ordinal)));
    }

    private void ReadChain()
    {
        var from = ReadNodes();
        while (true)
        {
            var begin = _scanner.Position;
            SkipToLink();
            if (TakeLink() is not { } link)
            {
                _scanner.Position = begin;
                return;
            }

            _scanner.SkipSpaces();
            while (char.IsWhiteSpace(_scanner.Next) && !_scanner.IsAtEnd)
                _scanner.Position++;
            var to = ReadNodes();
            foreach (var start in from)
            foreach (var end in to)
            {
                if (_chart.Edges.Count == BoxGraphDrawing.MaxEdges)
                    _scanner.Fail(
                        begin,
                        1,
                        $"It has more than {BoxGraphDrawing.MaxEdges} edges, too many to read.",
                        "Split it into several diagrams."
                    );
                _chart.Edges.Add(link with { From = start, To = end });
            }

            from = to;
        }
    }

    /// <summary>Skips to a link, which can be on the next line.</summary>
    private void SkipToLink()
    {
        _scanner.SkipSpaces();
        var begin = _scanner.Position;
        while (char.IsWhiteSpace(_scanner.Next) && !_scanner.IsAtEnd)
            _scanner.Position++;
        if (
            _scanner.Position > begin
            && !(
                _scanner.StartsWith("--")
                || _scanner.StartsWith("==")
                || _scanner.StartsWith("-.")
                || _scanner.StartsWith("<-")
            )
        )
            _scanner.Position = begin;
    }

    /// <summary>Assigns boxes to subgraphs and styles to both.</summary>
    private void Finish()
    {
        foreach (var group in _closed.Select(g => g.Group).DistinctBy(g => g.Id))
            _chart.Groups.Add(group);
        var byId = _chart.Groups.ToDictionary(g => g.Id, StringComparer.Ordinal);
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in _closed)
        foreach (var id in group.Mentions)
            if (id != group.Group.Id && !LeadsTo(parents, group.Group.Id, id))
                parents.TryAdd(id, group.Group.Id);
        MakeBoxesOfEmptyGroups(parents.Values.ToHashSet(StringComparer.Ordinal));
        // Outer subgraphs come before the ones inside them.
        var depths = byId.Keys.ToDictionary(id => id, id => DepthOf(parents, id), StringComparer.Ordinal);
        _chart.Groups = [.. _chart.Groups.OrderBy(g => depths[g.Id])];
        var numbers = _chart
            .Groups.Select((g, i) => (g.Id, i))
            .ToDictionary(g => g.Id, g => g.i, StringComparer.Ordinal);
        _chart.Nodes.RemoveAll(n => numbers.ContainsKey(n.Id));
        foreach (var group in _chart.Groups)
        {
            group.Parent = parents.TryGetValue(group.Id, out var parent) ? numbers[parent] : null;
            group.Style = StyleOf(group.Id, ClassOf(group.Id));
            group.Link = _links.TryGetValue(group.Id, out var link) ? link : null;
        }

        foreach (var node in _chart.Nodes)
        {
            node.Group = parents.TryGetValue(node.Id, out var parent) ? numbers[parent] : null;
            node.Style = StyleOf(node.Id, ClassOf(node.Id) ?? _classes.GetValueOrDefault("default"));
            node.Link = _links.TryGetValue(node.Id, out var link) ? link : null;
        }

        for (var edge = 0; edge < _chart.Edges.Count; edge++)
            _chart.Edges[edge].Style = ToneStyle.Read(
                _linkStyles.GetValueOrDefault(edge) ?? _defaultLinkStyle,
                "stroke"
            );
    }

    /// <summary>A subgraph without content is drawn as a box, as Mermaid does.</summary>
    private void MakeBoxesOfEmptyGroups(HashSet<string> filled)
    {
        if (_chart.Groups.Count > BoxGraphDrawing.MaxGroups)
            return;
        var empty = _chart.Groups.Where(g => !filled.Contains(g.Id)).ToList();
        foreach (var group in empty)
        {
            _chart.Nodes.RemoveAll(n => n.Id == group.Id);
            _chart.Nodes.Add(new(group.Id) { Text = group.Title });
        }

        _chart.Groups.RemoveAll(empty.Contains);
    }

    private string? ClassOf(string id) =>
        _classOf.TryGetValue(id, out var name)
            ? string.Join(
                ',',
                name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(n => _classes.GetValueOrDefault(n))
            )
            : null;

    private string? StyleOf(string id, string? classStyle) =>
        ToneStyle.Read(_styles.GetValueOrDefault(id), "fill") ?? ToneStyle.Read(classStyle, "fill");

    private static bool LeadsTo(Dictionary<string, string> parents, string from, string to)
    {
        for (string? at = from; at is not null; at = parents.GetValueOrDefault(at))
            if (at == to)
                return true;
        return false;
    }

    private static int DepthOf(Dictionary<string, string> parents, string id)
    {
        var depth = 0;
        for (string? at = parents.GetValueOrDefault(id); at is not null; at = parents.GetValueOrDefault(at))
            depth++;
        return depth;
    }

    private sealed record OpenGroup(FlowchartGroup Group, int Offset, List<string> Mentions);

    [GeneratedRegex(@"\G(?:LR|RL|TB|TD|BT|BR|[<>^v])(?=[\s;]|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex DirectionWord();

    [GeneratedRegex(@"\A([^\[]*?)\s*\[(.*)\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex SubgraphTitle();

    [GeneratedRegex(@"\A(\S+(?:\s*,\s*[^\s:,]+(?=[\s,]))*)\s+(\S.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndRest();

    [GeneratedRegex(@"\A(?<id>\S+)\s+(?:href\s+)?""(?<url>[^""]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex ClickTarget();
}
