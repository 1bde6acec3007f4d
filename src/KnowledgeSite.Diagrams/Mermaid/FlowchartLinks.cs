using System.Text.RegularExpressions;
using KnowledgeSite.Diagrams.Compound;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Edges: their lines, heads and texts.</summary>
internal sealed partial class FlowchartParser
{
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
