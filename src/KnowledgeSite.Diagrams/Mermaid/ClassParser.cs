using System.Text.RegularExpressions;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Reads a class diagram as boxes with compartments: https://mermaid.js.org/syntax/classDiagram.html.
/// </summary>
internal sealed partial class ClassParser
{
    private const int MaxDepth = 20;

    private readonly MermaidScanner _scanner;
    private readonly Flowchart _chart = new(text => text.ClassDiagram);
    private readonly BoxStyles _styles;
    private readonly Dictionary<string, ClassBox> _classes = new(StringComparer.Ordinal);
    private readonly Stack<(int Group, int Offset)> _namespaces = new();
    private int _notes;

    private ClassParser(MermaidScanner scanner)
    {
        _scanner = scanner;
        _styles = new(scanner, _chart);
    }

    public static Flowchart Parse(MermaidScanner scanner) => new ClassParser(scanner).Parse();

    private Flowchart Parse()
    {
        for (_scanner.SkipBlank(); !_scanner.IsAtEnd; _scanner.SkipBlank())
            ReadStatement();
        if (_namespaces.TryPeek(out var open))
            _scanner.Fail(open.Offset, 9, "This namespace is not closed.", "Close it with '}'.");
        if (_chart.Nodes.Count == 0)
            _scanner.Fail(0, 1, "It has no classes.", "Add some, such as 'Animal <|-- Duck'.");
        foreach (var box in _classes.Values)
            box.Apply();
        _styles.Apply();
        return _chart;
    }

    private void ReadStatement()
    {
        var begin = _scanner.Position;
        if (MermaidAccessibility.TryRead(_scanner, _chart))
            return;
        if (_scanner.TryTake("}"))
        {
            if (!_namespaces.TryPop(out _))
                _scanner.Fail(begin, 1, "This '}' closes nothing.", "Remove it.");
            return;
        }

        var line = _scanner.TakeLine();
        if (Class().Match(line) is { Success: true } declared)
            ReadClass(declared, begin);
        else if (_styles.TryRead(line, begin))
            return;
        else if (Direction().Match(line) is { Success: true } direction)
            _chart.Direction = BoxStyles.DirectionOf(direction.Groups[1].Value);
        else if (Namespace().Match(line) is { Success: true } space)
            OpenNamespace(space, begin);
        else if (Note().Match(line) is { Success: true } note)
            ReadNote(note, begin);
        else if (Annotation().Match(line) is { Success: true } annotation)
            Find(annotation.Groups["id"].Value, begin).Annotations.Add(annotation.Groups["text"].Value.Trim());
        else if (Relation().Match(line) is { Success: true } relation)
            ReadRelation(relation, begin);
        else if (Member().Match(line) is { Success: true } member)
            Find(member.Groups["id"].Value, begin).Add(member.Groups["text"].Value);
        else if (Name().IsMatch(line))
            Find(line, begin);
        else
            _scanner.Fail(
                begin,
                line.Length,
                $"'{(line.Length > 24 ? line[..24] : line)}' is not a class, member or relation.",
                "Write it like 'class Duck', 'Duck : +swim()' or 'Animal <|-- Duck'."
            );
    }

    private ClassBox Find(string written, int begin)
    {
        var parts = written.Trim().Split(":::");
        var match = GenericName().Match(parts[0].Trim().Trim('`'));
        var id = match.Groups["id"].Value;
        if (parts.Length > 1)
            _styles.SetClass(id, parts[1].Trim());
        if (!_classes.TryGetValue(id, out var box))
        {
            if (_chart.Nodes.Count == BoxGraphDrawing.MaxNodes)
                _scanner.Fail(
                    begin,
                    1,
                    $"It has more than {BoxGraphDrawing.MaxNodes} classes, too many to read.",
                    "Split it into several diagrams."
                );
            box = new(new(id) { Group = _namespaces.TryPeek(out var open) ? open.Group : null });
            _classes.Add(id, box);
            _chart.Nodes.Add(box.Node);
        }

        if (match.Groups["type"].Success)
            box.Node.Text = $"{id}<{ClassBox.Generics(match.Groups["type"].Value)}>";
        return box;
    }

    private void ReadClass(Match match, int begin)
    {
        var box = Find(match.Groups["id"].Value, begin);
        if (_namespaces.TryPeek(out var open))
            box.Node.Group ??= open.Group;
        if (match.Groups["label"].Success)
            box.Node.Text = MermaidText.Lines(match.Groups["label"].Value);
        if (match.Groups["annotation"].Success)
            box.Annotations.Add(match.Groups["annotation"].Value.Trim());
        if (match.Groups["style"].Success)
            _styles.SetClass(box.Node.Id, match.Groups["style"].Value);
        if (!match.Groups["open"].Success)
            return;
        // The members can be on the same line.
        var inline = match.Groups["rest"].Value;
        if (inline.Contains('}'))
        {
            box.AddAll(inline[..inline.IndexOf('}')]);
            return;
        }

        box.AddAll(inline);
        var end = _scanner.Text.IndexOf('}', _scanner.Position);
        if (end < 0)
            _scanner.Fail(begin, 5, "This class is not closed.", "Close it with '}'.");
        box.AddAll(_scanner.Text[_scanner.Position..end]);
        _scanner.Position = end + 1;
    }

    private void OpenNamespace(Match match, int begin)
    {
        if (_namespaces.Count == MaxDepth)
            _scanner.Fail(begin, 9, $"Namespaces are nested more than {MaxDepth} deep.", "Nest fewer of them.");
        var id = match.Groups["id"].Value;
        int? parent = _namespaces.TryPeek(out var open) ? open.Group : null;
        var title = match.Groups["label"].Success ? MermaidText.Plain(match.Groups["label"].Value) : id;
        var known = _chart.Groups.FindIndex(g => g.Id == "namespace " + id && g.Parent == parent);
        _namespaces.Push((known >= 0 ? known : _chart.Groups.Count, begin));
        if (known < 0)
            _chart.Groups.Add(new("namespace " + id, title) { Parent = parent });
    }

    private void ReadNote(Match match, int begin)
    {
        var note = new FlowchartNode($"note {++_notes}")
        {
            Text = MermaidText.Lines(match.Groups["text"].Value),
            Shape = "note",
        };
        if (match.Groups["id"].Success)
        {
            var box = Find(match.Groups["id"].Value, begin);
            note.Group = box.Node.Group;
            _chart.Edges.Add(new(note.Id, box.Node.Id) { Line = EdgeLine.Dotted, EndHead = EdgeHead.None });
        }

        _chart.Nodes.Add(note);
    }

    private void ReadRelation(Match match, int begin)
    {
        if (_chart.Edges.Count == BoxGraphDrawing.MaxEdges)
            _scanner.Fail(
                begin,
                1,
                $"It has more than {BoxGraphDrawing.MaxEdges} relations, too many to read.",
                "Split it into several diagrams."
            );
        _chart.Edges.Add(
            new(Find(match.Groups["from"].Value, begin).Node.Id, Find(match.Groups["to"].Value, begin).Node.Id)
            {
                Text = MermaidText.Lines(match.Groups["text"].Value),
                Line = match.Groups["line"].Value == ".." ? EdgeLine.Dotted : EdgeLine.Normal,
                StartHead = HeadOf(match.Groups["start"].Value),
                EndHead = HeadOf(match.Groups["end"].Value),
                StartText = MermaidText.Plain(match.Groups["first"].Value),
                EndText = MermaidText.Plain(match.Groups["second"].Value),
            }
        );
    }

    private static EdgeHead HeadOf(string sign) =>
        sign switch
        {
            "<|" or "|>" => EdgeHead.Triangle,
            "*" => EdgeHead.Composition,
            "o" => EdgeHead.Aggregation,
            "<" or ">" => EdgeHead.Open,
            "()" => EdgeHead.Lollipop,
            _ => EdgeHead.None,
        };

    [GeneratedRegex(@"\Adirection\s+(TB|TD|BT|LR|RL)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Direction();

    [GeneratedRegex(
        @"\Aclass\s+(?<id>`[^`]+`|[^\s{:<\[""]+)\s*(?:\[\s*(?<label>""[^""]*"")\s*\])?\s*"
            + @"(?:<<(?<annotation>[^>]*)>>)?\s*"
            + @"(?::::\s*(?<style>[\w-]+))?\s*(?:(?<open>\{)(?<rest>.*))?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Class();

    [GeneratedRegex(
        @"\Anamespace\s+(?<id>[^\s{\[]+)\s*(?:\[\s*(?<label>""[^""]*"")\s*\])?\s*\{\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\Anote\s+(?:for\s+(?<id>\S+)\s+)?(?<text>""[^""]*"")\z", RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(@"\A<<(?<text>[^>]*)>>\s*(?<id>\S+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Annotation();

    [GeneratedRegex(
        @"\A(?<from>`[^`]+`|[^\s:<""]+(?::::[\w-]+)?)\s*(?<first>""[^""]*"")?\s*"
            + @"(?<start><\||<|\*|o(?=-|\.)|\(\))?(?<line>--|\.\.)(?<end>\|>|>|\*|o(?=\s|""|\z)|\(\))?\s*"
            + @"(?<second>""[^""]*"")?\s*"
            + @"(?<to>`[^`]+`|[^\s:<""]+(?::::[\w-]+)?)\s*(?::\s*(?<text>.*))?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Relation();

    [GeneratedRegex(@"\A(?<id>`[^`]+`|[^\s:]+)\s*:\s*(?<text>.+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Member();

    [GeneratedRegex(@"\A[\p{L}\p{N}_`~-]+(?::::[\w-]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A(?<id>[^~]+)(?:~(?<type>.*)~)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex GenericName();
}

/// <summary>A class while its members are collected.</summary>
internal sealed partial class ClassBox(FlowchartNode node)
{
    private readonly List<string> _attributes = [];
    private readonly List<string> _methods = [];

    public FlowchartNode Node { get; } = node;

    public List<string> Annotations { get; } = [];

    /// <summary>Adds the members on several lines.</summary>
    public void AddAll(string lines)
    {
        foreach (var line in lines.Split('\n'))
            if (line.Trim().Length > 0)
                Add(line);
    }

    public void Add(string member)
    {
        var text = member.Trim().TrimEnd(';');
        if (text.StartsWith("%%", StringComparison.Ordinal))
            return;
        if (text is ['<', '<', .., '>', '>'])
        {
            Annotations.Add(text[2..^2].Trim());
            return;
        }

        if (Method().Match(text) is { Success: true } method)
        {
            var type = Generics(method.Groups["type"].Value.Trim().TrimStart(':').Trim());
            _methods.Add(Generics(method.Groups["call"].Value) + (type.Length > 0 ? $" : {type}" : ""));
        }
        else
        {
            _attributes.Add(Generics(text.TrimEnd('$', '*')));
        }
    }

    /// <summary>Gives the box its compartments.</summary>
    public void Apply()
    {
        Node.IsTitled = true;
        if (Annotations.Count > 0)
            Node.Text = string.Concat(Annotations.Select(a => $"«{a}»\n")) + Node.Text;
        if (_attributes.Count + _methods.Count > 0)
            Node.Compartments = [.. new[] { _attributes, _methods }.Select(c => c.Select(m => new[] { m }).ToList())];
    }

    /// <summary>Writes generic types, which are <c>List~int~</c> in Mermaid, with angle brackets.</summary>
    public static string Generics(string text)
    {
        while (Generic().Match(text) is { Success: true } match)
            text = $"{text[..match.Index]}<{match.Groups[1].Value}>{text[(match.Index + match.Length)..]}";
        return text;
    }

    [GeneratedRegex(@"\A(?<call>[^()]*\(.*\))\s*[$*]?\s*(?<type>[^()]*?)[$*]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Method();

    [GeneratedRegex(@"(?<=\w)~([^~]+)~", RegexOptions.CultureInvariant)]
    private static partial Regex Generic();
}
