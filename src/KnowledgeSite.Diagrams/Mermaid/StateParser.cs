using System.Text.RegularExpressions;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Reads a state diagram as boxes and frames: https://mermaid.js.org/syntax/stateDiagram.html. Composite states are
/// frames, and so are their concurrent regions.
/// </summary>
internal sealed partial class StateParser
{
    private const int MaxDepth = 30;

    private readonly MermaidScanner _scanner;
    private readonly Flowchart _chart = new(text => text.StateDiagram);
    private readonly BoxStyles _styles;
    private readonly Dictionary<string, FlowchartNode> _states = new(StringComparer.Ordinal);
    private readonly HashSet<string> _described = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _groups = new(StringComparer.Ordinal);
    private readonly Stack<(int Group, bool HasRegions, int Offset)> _open = new();
    private int _notes;

    private StateParser(MermaidScanner scanner)
    {
        _scanner = scanner;
        _styles = new(scanner, _chart);
    }

    private int? Scope => _open.TryPeek(out var open) ? open.Group : null;

    public static Flowchart Parse(MermaidScanner scanner) => new StateParser(scanner).Parse();

    private Flowchart Parse()
    {
        for (_scanner.SkipBlank(); !_scanner.IsAtEnd; _scanner.SkipBlank())
            ReadStatement();
        if (_open.TryPeek(out var open))
            _scanner.Fail(open.Offset, 5, "This state is not closed.", "Close it with '}'.");
        _chart.Nodes.RemoveAll(n => _groups.ContainsKey(n.Id));
        if (_chart.Nodes.Count + _chart.Groups.Count == 0)
            _scanner.Fail(0, 1, "It has no states.", "Add some, such as 'Open --> Closed'.");
        _styles.Apply();
        _chart.SortGroups();
        return _chart;
    }

    private void ReadStatement()
    {
        var begin = _scanner.Position;
        if (MermaidAccessibility.TryRead(_scanner, _chart))
            return;
        if (_scanner.TryTake("}"))
        {
            Close(begin);
            return;
        }

        var line = MermaidText.WithoutComment(_scanner.TakeStatement());
        if (_styles.TryRead(line, begin))
            return;
        if (Direction().Match(line) is { Success: true } direction)
            SetDirection(direction.Groups[1].Value);
        else if (line == "--")
            SplitRegion(begin);
        else if (Note().Match(line) is { Success: true } note)
            ReadNote(note, begin);
        else if (State().Match(line) is { Success: true } state)
            ReadState(state, begin);
        else if (Transition().Match(line) is { Success: true } transition)
            ReadTransition(transition, begin);
        else if (Description().Match(line) is { Success: true } described)
            Describe(Find(described.Groups["id"].Value, begin), described.Groups["text"].Value);
        else if (Ignored().IsMatch(line))
            return;
        else if (Id().IsMatch(line))
            Find(line, begin);
        else
            _scanner.Fail(
                begin,
                line.Length,
                $"'{(line.Length > 24 ? line[..24] : line)}' is not a state or transition.",
                "Write it like 'Open --> Closed : done'."
            );
    }

    private void SetDirection(string word)
    {
        var direction = BoxStyles.DirectionOf(word);
        if (Scope is { } group)
            _chart.Groups[group].Direction = direction;
        else
            _chart.Direction = direction;
    }

    private FlowchartNode Find(string written, int begin)
    {
        var parts = written.Trim().Split(":::");
        var id = parts[0].Trim();
        if (parts.Length > 1)
            _styles.SetClass(id, parts[1].Trim());
        if (_states.TryGetValue(id, out var state))
            return state;
        return Add(new(id) { Shape = "rounded", Group = Scope }, begin);
    }

    private FlowchartNode Add(FlowchartNode state, int begin)
    {
        if (_chart.Nodes.Count == BoxGraphDrawing.MaxNodes)
            _scanner.Fail(
                begin,
                1,
                $"It has more than {BoxGraphDrawing.MaxNodes} states, too many to read.",
                "Split it into several diagrams."
            );
        _states.Add(state.Id, state);
        _chart.Nodes.Add(state);
        return state;
    }

    /// <summary>The start or the end of the diagram or of a composite state.</summary>
    private FlowchartNode FindPseudo(bool isStart, int begin)
    {
        var id = $"[*] {(isStart ? "start" : "end")} {Scope}";
        if (_states.TryGetValue(id, out var state))
            return state;
        return Add(
            new(id)
            {
                Text = "",
                Shape = isStart ? "sm-circ" : "fr-circ",
                Group = Scope,
            },
            begin
        );
    }

    private void Describe(FlowchartNode state, string text)
    {
        var lines = MermaidText.Lines(text);
        if (_groups.TryGetValue(state.Id, out var group))
            _chart.Groups[group] = new(state.Id, lines)
            {
                Parent = _chart.Groups[group].Parent,
                Direction = _chart.Groups[group].Direction,
            };
        state.Text = _described.Add(state.Id) ? lines : $"{state.Text}\n{lines}";
    }

    private void ReadState(Match match, int begin)
    {
        var name = match.Groups["text"].Success ? match.Groups["text"].Value : null;
        var id = match.Groups["id"].Success ? match.Groups["id"].Value : name!;
        var state = Find(id, begin);
        id = state.Id;
        if (name is not null)
            Describe(state, name);
        switch (match.Groups["kind"].Value)
        {
            case "fork" or "join":
                state.Shape = "fork";
                state.Text = "";
                break;
            case "choice":
                state.Shape = "choice";
                state.Text = "";
                break;
            case "history":
                state.Shape = "circle";
                state.Text = "H";
                break;
        }

        if (match.Groups["after"].Success)
            Describe(state, match.Groups["after"].Value);
        if (!match.Groups["open"].Success && !TryOpenOnNextLine())
            return;
        if (_open.Count == MaxDepth)
            _scanner.Fail(begin, 5, $"States are nested more than {MaxDepth} deep.", "Nest fewer of them.");
        if (!_groups.TryGetValue(id, out var group))
        {
            group = _chart.Groups.Count;
            _groups.Add(id, group);
            _chart.Groups.Add(new(id, state.Text) { Parent = Scope });
        }

        _open.Push((group, false, begin));
        // The content can begin on the same line.
        var rest = match.Groups["rest"];
        if (rest.Value.Trim().Length > 0)
            _scanner.Position -= rest.Length;
    }

    private bool TryOpenOnNextLine()
    {
        var end = _scanner.Position;
        _scanner.SkipBlank();
        if (_scanner.TryTake("{"))
            return true;
        _scanner.Position = end;
        return false;
    }

    private void Close(int begin)
    {
        if (!_open.TryPop(out var open))
            _scanner.Fail(begin, 1, "This '}' closes nothing.", "Remove it.");
        if (open.HasRegions)
            _open.Pop();
    }

    /// <summary>
    /// Begins another region of the composite state, and moves all that is in it so far into the first.
    /// </summary>
    private void SplitRegion(int begin)
    {
        if (!_open.TryPop(out var open))
            _scanner.Fail(
                begin,
                2,
                "'--' separates the regions of a composite state, and there is none.",
                "Remove it."
            );
        if (!open.HasRegions)
        {
            var first = AddRegion(open.Group);
            foreach (var state in _chart.Nodes.Where(n => n.Group == open.Group))
                state.Group = first;
            foreach (var group in _chart.Groups.Where((g, i) => g.Parent == open.Group && i != first))
                group.Parent = first;
            _open.Push(open);
            _open.Push((AddRegion(open.Group), true, begin));
            return;
        }

        _open.Push((AddRegion(_chart.Groups[open.Group].Parent!.Value), true, begin));
    }

    private int AddRegion(int group)
    {
        _chart.Groups.Add(
            new($"{_chart.Groups[group].Id} region {_chart.Groups.Count}", "") { Parent = group, Style = "region" }
        );
        return _chart.Groups.Count - 1;
    }

    private void ReadNote(Match match, int begin)
    {
        var state = Find(match.Groups["id"].Value, begin);
        var text = match.Groups["text"].Value;
        if (!match.Groups["text"].Success)
        {
            var end = EndOfNote().Match(_scanner.Text, _scanner.Position);
            if (!end.Success)
                _scanner.Fail(begin, 4, "This note is not closed.", "Add 'end note' after it.");
            text = _scanner.Text[_scanner.Position..end.Index];
            _scanner.Position = end.Index + end.Length;
        }

        var note = Add(
            new($"note {++_notes}")
            {
                Text = MermaidText.Lines(text),
                Shape = "note",
                Group = state.Group,
            },
            begin
        );
        var isLeft = match.Groups["side"].Value == "left";
        _chart.Edges.Add(
            new(isLeft ? note.Id : state.Id, isLeft ? state.Id : note.Id)
            {
                Line = EdgeLine.Dotted,
                EndHead = EdgeHead.None,
            }
        );
    }

    private void ReadTransition(Match match, int begin)
    {
        if (_chart.Edges.Count == BoxGraphDrawing.MaxEdges)
            _scanner.Fail(
                begin,
                1,
                $"It has more than {BoxGraphDrawing.MaxEdges} transitions, too many to read.",
                "Split it into several diagrams."
            );
        var from = match.Groups["from"].Value.Trim();
        var to = match.Groups["to"].Value.Trim();
        _chart.Edges.Add(
            new(
                (from.StartsWith("[*]", StringComparison.Ordinal) ? FindPseudo(true, begin) : Find(from, begin)).Id,
                (to.StartsWith("[*]", StringComparison.Ordinal) ? FindPseudo(false, begin) : Find(to, begin)).Id
            )
            {
                Text = MermaidText.Lines(match.Groups["text"].Value),
            }
        );
    }

    [GeneratedRegex(@"\Adirection\s+(TB|TD|BT|LR|RL)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Direction();

    [GeneratedRegex(
        @"\Anote\s+(?<side>left|right)\s+of\s+(?<id>[^:\s]+)\s*(?::(?<text>.*))?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Note();

    [GeneratedRegex(@"^[ \t]*end note[ \t]*\r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex EndOfNote();

    [GeneratedRegex(
        @"\Astate\s+(?:""(?<text>[^""]*)""(?:\s+as\s+(?<id>[^\s{<\[:]+)(?:\s*:\s*(?<after>[^{]*?))?)?"
            + @"|(?<id>[^\s{<\[""]+)(?:\s*:\s*(?<text>[^{]*?))?)\s*"
            + @"(?:(?:<<|\[\[)(?<kind>fork|join|choice|history)(?:>>|\]\]))?\s*(?:(?<open>\{)(?<rest>.*))?\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex State();

    [GeneratedRegex(
        @"\A(?<from>\[\*\]\S*|[^\s:-][^\s:]*(?::::\w+)?)\s*-->\s*"
            + @"(?<to>\[\*\]\S*|[^\s:]+(?::::\w+)?)\s*(?::\s*(?<text>.*))?\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Transition();

    [GeneratedRegex(
        @"\A(?<id>[^\s:]+)\s*:(?!:)\s*(?<text>.+)\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Description();

    [GeneratedRegex(@"\A[^\s:<>{}\[\]-][^\s:<>{}\[\]]*(?::::[\w-]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"\A(?:hide empty description|scale\s+\d+.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ignored();
}
