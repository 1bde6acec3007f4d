using System.Text.RegularExpressions;
using KnowledgeSite.Diagrams.Compound;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Reads a flowchart: https://mermaid.js.org/syntax/flowchart.html.</summary>
internal sealed partial class FlowchartParser
{
    /// <summary>The maximum depth of nested subgraphs.</summary>
    private const int MaxDepth = 40;

    private static readonly (string Open, (string Close, string Shape)[] Closes)[] Shapes =
    [
        ("(((", [(")))", "dbl-circ")]),
        ("((", [("))", "circle")]),
        ("([", [("])", "stadium")]),
        ("(-", [("-)", "ellipse")]),
        ("(", [(")", "rounded")]),
        ("[[", [("]]", "fr-rect")]),
        ("[(", [(")]", "cyl")]),
        ("[/", [("/]", "lean-r"), ("\\]", "trap-b")]),
        ("[\\", [("\\]", "lean-l"), ("/]", "trap-t")]),
        ("[", [("]", "rect")]),
        ("{{", [("}}", "hex")]),
        ("{", [("}", "diam")]),
        (">", [("]", "odd")]),
    ];

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

    private List<string> ReadNodes()
    {
        var nodes = new List<string> { ReadNode() };
        while (true)
        {
            var begin = _scanner.Position;
            _scanner.SkipSpaces();
            if (_scanner.Next != '&')
            {
                _scanner.Position = begin;
                return nodes;
            }

            _scanner.Position++;
            _scanner.SkipSpaces();
            while (char.IsWhiteSpace(_scanner.Next) && !_scanner.IsAtEnd)
                _scanner.Position++;
            nodes.Add(ReadNode());
        }
    }

    private string ReadNode()
    {
        var begin = _scanner.Position;
        var id = TakeId();
        if (id.Length == 0)
            _scanner.FailHere(
                _scanner.IsAtStatementEnd ? "A box is missing here." : $"'{_scanner.Excerpt()}' is not a box.",
                "Write the id of a box, such as 'A' or 'A[Text]'."
            );
        if (id == "end")
            _scanner.Fail(begin, 3, "'end' cannot be the name of a box.", "Write 'End', or another name.");
        if (_scanner.Next == '@' && _scanner.PeekAt(1) == '{' && _chart.Edges.Exists(e => e.Style == $"@{id}"))
        {
            ReadProperties(new(id));
            return id;
        }

        if (!_nodes.TryGetValue(id, out var node))
        {
            if (_chart.Nodes.Count == BoxGraphDrawing.MaxNodes)
                _scanner.Fail(
                    begin,
                    id.Length,
                    $"It has more than {BoxGraphDrawing.MaxNodes} boxes, too many to read.",
                    "Split it into several diagrams."
                );
            node = new(id);
            _nodes.Add(id, node);
            _chart.Nodes.Add(node);
        }

        if (_open.TryPeek(out var group))
            group.Mentions.Add(id);
        ReadShape(node);
        if (_scanner.TryTake(":::"))
            _classOf[id] = TakeId();
        if (_scanner.StartsWith("@{"))
            ReadProperties(node);
        if (_scanner.TryTake(":::"))
            _classOf[id] = TakeId();
        return id;
    }

    private string TakeId()
    {
        var begin = _scanner.Position;
        while (!_scanner.IsAtEnd && IsPartOfId())
            _scanner.Position++;
        return _scanner.Text[begin.._scanner.Position];
    }

    private bool IsPartOfId()
    {
        var next = _scanner.Next;
        if (
            char.IsLetterOrDigit(next)
            || next is '_' or '.' or '/' or '*' or '#' or '!' or '?' or '+' or '%' or '$' or '\'' or '`' or '\\' or ','
        )
            return true;
        return next switch
        {
            '-' => _scanner.PeekAt(1) is not ('-' or '.' or '>')
                && _scanner.PeekAt(1) is var after
                && (char.IsLetterOrDigit(after) || after == '_'),
            '=' => _scanner.PeekAt(1) != '=' && char.IsLetterOrDigit(_scanner.PeekAt(1)),
            ':' => _scanner.PeekAt(1) != ':' && _scanner.PeekAt(-1) != ':' && !char.IsWhiteSpace(_scanner.PeekAt(1)),
            '&' => !char.IsWhiteSpace(_scanner.PeekAt(-1)) && char.IsLetterOrDigit(_scanner.PeekAt(1)),
            _ => next > '\u007f' && !char.IsWhiteSpace(next),
        };
    }

    private void ReadShape(FlowchartNode node)
    {
        var begin = _scanner.Position;
        foreach (var (open, closes) in Shapes)
        {
            if (!_scanner.StartsWith(open))
                continue;
            _scanner.Position += open.Length;
            if (
                open == "["
                && _scanner.Next == '|'
                && _scanner.Text.IndexOf('|', _scanner.Position + 1) is > 0 and var bar
            )
                _scanner.Position = bar + 1;
            var (text, shape) = TakeText(begin, open, closes);
            node.Text = MermaidText.Lines(text);
            node.Shape = shape;
            return;
        }
    }

    /// <summary>Takes text up to one of the closing signs; signs in quotation marks do not count.</summary>
    private (string Text, string Shape) TakeText(int begin, string open, (string Close, string Shape)[] closes)
    {
        var start = _scanner.Position;
        var isQuoted = false;
        var depth = 0;
        for (; !_scanner.IsAtEnd; _scanner.Position++)
        {
            if (_scanner.Next == '"')
                isQuoted = !isQuoted;
            if (isQuoted)
                continue;
            foreach (var (close, shape) in closes)
                if (depth == 0 && _scanner.StartsWith(close))
                {
                    var text = _scanner.Text[start.._scanner.Position];
                    _scanner.Position += close.Length;
                    return (text, shape);
                }

            // Brackets in the text are in pairs. A text that ends at a line break is not closed.
            if (_scanner.Next == open[^1] && open[^1] is '(' or '[' or '{')
                depth += _scanner.Next == open[^1] ? 1 : 0;
            else if (depth > 0 && _scanner.Next == Partner(open[^1]))
                depth--;
        }

        _scanner.Fail(
            begin,
            open.Length,
            $"The text that begins with '{open}' is not closed.",
            $"Close it with '{closes[0].Close}', and put text with brackets in quotation marks."
        );
        return default;
    }

    private static char Partner(char open) =>
        open switch
        {
            '(' => ')',
            '[' => ']',
            _ => '}',
        };

    /// <summary>Reads <c>@{ shape: …, label: … }</c>.</summary>
    private void ReadProperties(FlowchartNode node)
    {
        var begin = _scanner.Position;
        var isQuoted = false;
        while (!_scanner.IsAtEnd && (isQuoted || _scanner.Next != '}'))
        {
            if (_scanner.Next == '"')
                isQuoted = !isQuoted;
            _scanner.Position++;
        }

        if (_scanner.IsAtEnd)
            _scanner.Fail(begin, 2, "The properties that begin with '@{' are not closed.", "Close them with '}'.");
        var properties = _scanner.Text[(begin + 2).._scanner.Position];
        _scanner.Position++;
        foreach (Match match in Property().Matches(properties))
        {
            var value = match.Groups["value"].Value.Trim();
            switch (match.Groups["key"].Value)
            {
                case "shape":
                    node.Shape =
                        FlowShapes.Find(value.Trim('"', '\''))
                        ?? UnknownShape(begin + 2 + match.Groups["value"].Index, value);
                    break;
                case "label":
                    node.Text = MermaidText.Lines(value.Trim('\''));
                    break;
            }
        }
    }

    private string UnknownShape(int offset, string shape)
    {
        _scanner.Fail(
            offset,
            shape.Length,
            $"There is no shape '{shape}'.",
            "Use one of Mermaid's shapes, such as 'rect' or 'diam'."
        );
        return "";
    }

    private FlowchartEdge? TakeLink()
    {
        string? id = null;
        if (EdgeId().Match(_scanner.Text, _scanner.Position) is { Success: true } name)
        {
            id = name.Groups[1].Value;
            _scanner.Position += name.Length;
        }

        if (FullLink().Match(_scanner.Text, _scanner.Position) is { Success: true } full)
        {
            _scanner.Position += full.Length;
            var edge = CreateEdge(full.Value, full.Value[0], id);
            _scanner.SkipSpaces();
            if (_scanner.Next != '|')
                return edge;
            return edge with { Text = MermaidText.Lines(TakeBars()) };
        }

        if (StartLink().Match(_scanner.Text, _scanner.Position) is not { Success: true } start)
            return null;
        var begin = _scanner.Position;
        _scanner.Position += start.Length;
        var textStart = _scanner.Position;
        var closing = start.Value.TrimStart('<', 'o', 'x')[..2] switch
        {
            "==" => ThickEnd(),
            "-." => DottedEnd(),
            _ => NormalEnd(),
        };
        var end = FindEnd(closing, textStart);
        if (end is null)
            _scanner.Fail(
                begin,
                start.Length,
                $"The text after '{start.Value.Trim()}' has no arrow at its end.",
                "End it with '-->'."
            );
        _scanner.Position = end!.Index + end.Length;
        return CreateEdge(end.Value, start.Value[0], id) with
        {
            Text = MermaidText.Lines(_scanner.Text[textStart..end.Index]),
        };
    }

    /// <summary>Finds the end of a link after its text, outside quotation marks.</summary>
    private Match? FindEnd(Regex closing, int textStart)
    {
        var from = textStart;
        while (from < _scanner.Text.Length && _scanner.Text[from] == ' ')
            from++;
        if (from < _scanner.Text.Length && _scanner.Text[from] == '"')
            from = Math.Max(from, _scanner.Text.IndexOf('"', from + 1));
        var end = closing.Match(_scanner.Text, from);
        return end.Success ? end : null;
    }

    private string TakeBars()
    {
        var begin = _scanner.Position++;
        var isQuoted = false;
        for (; !_scanner.IsAtEnd && (isQuoted || _scanner.Next != '|'); _scanner.Position++)
            if (_scanner.Next == '"')
                isQuoted = !isQuoted;
        if (_scanner.IsAtEnd)
            _scanner.Fail(begin, 1, "The text of this edge is not closed.", "Close it with '|'.");
        return _scanner.Text[(begin + 1)..(_scanner.Position++)];
    }

    private static FlowchartEdge CreateEdge(string sign, char start, string? id)
    {
        sign = sign.Trim();
        var body = sign.TrimStart('<', 'o', 'x');
        var line =
            sign.Contains('~') ? EdgeLine.Invisible
            : sign.Contains('=') ? EdgeLine.Thick
            : sign.Contains('.') ? EdgeLine.Dotted
            : EdgeLine.Normal;
        var length = line switch
        {
            EdgeLine.Dotted => body.Count(c => c == '.'),
            EdgeLine.Invisible => 1,
            _ => body.Length - 2,
        };
        return new("", "")
        {
            Line = line,
            StartHead = HeadOf(start),
            EndHead = HeadOf(sign[^1]),
            Length = Math.Clamp(length, 1, 8),
            Style = id is null ? null : $"@{id}",
        };
    }

    private static EdgeHead HeadOf(char sign) =>
        sign switch
        {
            '<' or '>' => EdgeHead.Arrow,
            'o' => EdgeHead.Circle,
            'x' => EdgeHead.Cross,
            _ => EdgeHead.None,
        };

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
        // Outer subgraphs come before the ones inside them.
        var depths = byId.Keys.ToDictionary(id => id, id => DepthOf(parents, id), StringComparer.Ordinal);
        _chart.Groups = [.. _chart.Groups.OrderBy(g => depths[g.Id])];
        var numbers = _chart
            .Groups.Select((g, i) => (g.Id, i))
            .ToDictionary(g => g.Id, g => g.i, StringComparer.Ordinal);
        _chart.Nodes.RemoveAll(n => byId.ContainsKey(n.Id));
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

    [GeneratedRegex(@"(?<key>[a-z]+)\s*:\s*(?<value>""[^""]*""|'[^']*'|[^,}\n]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Property();

    [GeneratedRegex(@"\G([^\s@""&;]+)@(?=[<xo]?(?:--|==|-\.))", RegexOptions.CultureInvariant)]
    private static partial Regex EdgeId();

    [GeneratedRegex(@"\G(?:[xo<]?--+[-xo>]|[xo<]?==+[=xo>]|[xo<]?-?\.+-[xo>]?|~~~+)", RegexOptions.CultureInvariant)]
    private static partial Regex FullLink();

    [GeneratedRegex(@"\G[xo<]?(?:--|==|-\.)", RegexOptions.CultureInvariant)]
    private static partial Regex StartLink();

    [GeneratedRegex(@"--+[-xo>]", RegexOptions.CultureInvariant)]
    private static partial Regex NormalEnd();

    [GeneratedRegex(@"==+[=xo>]", RegexOptions.CultureInvariant)]
    private static partial Regex ThickEnd();

    [GeneratedRegex(@"\.+-[xo>]?", RegexOptions.CultureInvariant)]
    private static partial Regex DottedEnd();
}

/// <summary>Reads <c>accTitle</c> and <c>accDescr</c>, which all diagrams have.</summary>
internal static class MermaidAccessibility
{
    public static bool TryRead(MermaidScanner scanner, MermaidDiagram diagram)
    {
        var isTitle = scanner.StartsWith("accTitle");
        if (!isTitle && !scanner.StartsWith("accDescr"))
            return false;
        var begin = scanner.Position;
        scanner.Position += 8;
        scanner.SkipSpaces();
        string text;
        if (scanner.TryTake(":"))
        {
            text = scanner.TakeLine();
        }
        else if (!isTitle && scanner.TryTake("{"))
        {
            var end = scanner.Text.IndexOf('}', scanner.Position);
            if (end < 0)
                scanner.Fail(begin, 8, "The description is not closed.", "Close it with '}'.");
            text = scanner.Text[scanner.Position..end];
            scanner.Position = end + 1;
        }
        else
        {
            scanner.Position = begin;
            return false;
        }

        if (isTitle)
            diagram.Title ??= MermaidText.Plain(text);
        else
            diagram.Description = MermaidText.Plain(text);
        return true;
    }
}
