namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>A mind map: a tree of topics.</summary>
internal sealed class Mindmap() : MermaidDiagram(text => text.MindMap)
{
    /// <summary>The topics; the first one is the root, and each is after the one above it.</summary>
    public List<MindmapTopic> Topics { get; } = [];

    public override Picture Draw(double room) => MindmapDrawing.Draw(this, room);

    public override IReadOnlyList<OutlineEntry> Describe() => [Describe(Topics[0])];

    private static OutlineEntry Describe(MindmapTopic topic) =>
        new(topic.Name) { Entries = [.. topic.Topics.Select(Describe)] };
}

/// <param name="Indent">The number of characters before the topic.</param>
/// <param name="Depth">The number of topics above.</param>
/// <param name="Box">The text and the shape.</param>
internal sealed record MindmapTopic(int Indent, int Depth, FlowchartNode Box)
{
    public List<MindmapTopic> Topics { get; } = [];

    public string Name => Box.Text.Length > 0 ? Box.Text.Replace('\n', ' ') : "…";
}

/// <summary>
/// Reads a mind map: https://mermaid.js.org/syntax/mindmap.html. The indentation says which topic is below which.
/// </summary>
internal sealed class MindmapParser(MermaidScanner scanner)
{
    private const int MaxTopics = 400;
    private const int MaxDepth = 24;

    private static readonly (string Start, string End, string Shape)[] Shapes =
    [
        ("((", "))", "circle"),
        ("))", "((", "bang"),
        ("{{", "}}", "hex"),
        ("(", ")", "rounded"),
        (")", "(", "cloud"),
        ("[", "]", "rect"),
    ];

    private readonly Mindmap _map = new();

    /// <summary>The topics from the root to the last one that was read.</summary>
    private readonly Stack<MindmapTopic> _path = new();

    public static Mindmap Parse(MermaidScanner scanner) => new MindmapParser(scanner).Parse();

    private Mindmap Parse()
    {
        while (!scanner.IsAtEnd)
        {
            var lineStart = scanner.Position;
            scanner.SkipSpaces();
            if (scanner.Next == '\n')
                scanner.Position++;
            else if (!MermaidAccessibility.TryRead(scanner, _map))
                ReadLine(scanner.Position - lineStart);
        }

        if (_map.Topics.Count == 0)
            scanner.Fail(0, 1, "It has no topics.", "Add the root, and below it topics that are indented.");
        return _map;
    }

    private void ReadLine(int indent)
    {
        var begin = scanner.Position;
        if (scanner.StartsWith("::icon(") || scanner.StartsWith(":::"))
        {
            // Icons and classes need fonts and styles that the site does not have.
            scanner.TakeLine();
            return;
        }

        var end = scanner.Text.AsSpan(begin).IndexOfAny("([{)}\n");
        end = end < 0 ? scanner.Text.Length : begin + end;
        var id = MermaidText.WithoutComment(scanner.Text[begin..end].TrimEnd());
        var hasShape = end < scanner.Text.Length && scanner.Text[end] != '\n' && id.Length == Trimmed(begin, end);
        // All texts of mind maps are Markdown.
        var box = new FlowchartNode(id) { Shape = "text", Text = MermaidText.Lines($"`{id}`") };
        if (hasShape)
        {
            scanner.Position = end;
            ReadShape(box);
        }
        else
        {
            scanner.TakeLine();
        }

        Add(indent, box, begin);
    }

    private int Trimmed(int begin, int end) => scanner.Text.AsSpan(begin, end - begin).TrimEnd().Length;

    private void ReadShape(FlowchartNode box)
    {
        var begin = scanner.Position;
        var (start, end, shape) = Array.Find(Shapes, s => scanner.StartsWith(s.Start));
        if (start is null)
            scanner.Fail(begin, 1, $"A topic cannot have '{scanner.Next}' here.", "Put the text into quotation marks.");
        scanner.Position += start.Length;
        scanner.SkipSpaces();
        var close =
            scanner.TryTake("\"`") ? "`\""
            : scanner.TryTake("\"") ? "\""
            : end;
        var from = scanner.Position;
        var lineEnd = scanner.Text.IndexOf('\n', from);
        lineEnd = lineEnd < 0 ? scanner.Text.Length : lineEnd;
        var line = MermaidText.WithoutComment(scanner.Text[from..lineEnd]).TrimEnd();
        // Brackets inside the text are possible if the last one ends the line.
        var to =
            close == end && line.EndsWith(end, StringComparison.Ordinal)
                ? from + line.Length - end.Length
                : scanner.Text.IndexOf(
                    close,
                    from,
                    Math.Min(2000, scanner.Text.Length - from),
                    StringComparison.Ordinal
                );
        if (to < 0)
            scanner.Fail(begin, start.Length, $"The text that begins with '{start}' is not closed.", $"Add '{end}'.");
        var text = scanner.Text[from..to];
        box.Text = MermaidText.Lines($"`{text}`");
        box.Shape = shape;
        scanner.Position = to + close.Length;
        if (close != end)
        {
            scanner.SkipSpaces();
            if (!scanner.TryTake(end))
                scanner.Fail(
                    begin,
                    start.Length,
                    $"The text that begins with '{start}' is not closed.",
                    $"Add '{end}' after the quotation mark."
                );
        }

        var rest = scanner.Position;
        if (MermaidText.WithoutComment(scanner.TakeLine()) is { Length: > 0 } more)
            scanner.Fail(
                rest + scanner.Text.AsSpan(rest).IndexOf(more[0]),
                more.Length,
                $"Nothing can follow '{end}' in a line.",
                "Begin a new line for the next topic."
            );
    }

    private void Add(int indent, FlowchartNode box, int begin)
    {
        while (_path.TryPeek(out var last) && last.Indent >= indent)
            _path.Pop();
        if (_path.Count == 0 && _map.Topics.Count > 0)
            scanner.Fail(
                begin,
                1,
                "There can be only one root.",
                "Indent this topic further than the first one, to put it below the root."
            );
        if (_path.Count > MaxDepth)
            scanner.Fail(
                begin,
                1,
                $"Topics are nested more than {MaxDepth} deep.",
                "Move some of them into a diagram of their own."
            );
        if (_map.Topics.Count == MaxTopics)
            scanner.Fail(
                begin,
                1,
                $"It has more than {MaxTopics} topics, too many to read.",
                "Split it into several diagrams."
            );
        var topic = new MindmapTopic(indent, _path.Count, box);
        if (_path.TryPeek(out var parent))
            parent.Topics.Add(topic);
        _path.Push(topic);
        _map.Topics.Add(topic);
    }
}
