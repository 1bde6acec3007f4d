using System.Text.RegularExpressions;
using KnowledgeSite.Diagrams.Compound;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Boxes: their ids, shapes, texts and properties.</summary>
internal sealed partial class FlowchartParser
{
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

    [GeneratedRegex(@"(?<key>[a-z]+)\s*:\s*(?<value>""[^""]*""|'[^']*'|[^,}\n]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Property();
}
