using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Reads a sequence diagram: https://mermaid.js.org/syntax/sequenceDiagram.html.</summary>
internal sealed partial class SequenceParser
{
    private const int MaxParticipants = 40;
    private const int MaxEvents = 600;
    private const int MaxDepth = 30;

    private readonly MermaidScanner _scanner;
    private readonly SequenceDiagram _diagram = new();
    private readonly Dictionary<string, int> _participants = new(StringComparer.Ordinal);
    private readonly Stack<(SequenceFragment Fragment, int Offset, List<SequenceEvent> Outer)> _open = new();
    private List<SequenceEvent> _events;
    private int? _box;
    private int _boxOffset;
    private decimal? _number;
    private decimal _step = 1;
    private int? _created;
    private int? _destroyed;
    private int _count;

    private SequenceParser(MermaidScanner scanner)
    {
        _scanner = scanner;
        _events = _diagram.Events;
    }

    public static SequenceDiagram Parse(MermaidScanner scanner) => new SequenceParser(scanner).Parse();

    private SequenceDiagram Parse()
    {
        for (_scanner.SkipBlank(); !_scanner.IsAtEnd; _scanner.SkipBlank())
            ReadStatement();
        if (_open.TryPeek(out var open))
            _scanner.Fail(
                open.Offset,
                open.Fragment.Kind.Length,
                $"This '{open.Fragment.Kind}' is not closed.",
                "Add 'end' after it."
            );
        if (_box is not null)
            _scanner.Fail(_boxOffset, 3, "This 'box' is not closed.", "Add 'end' after it.");
        if (_diagram.Participants.Count == 0)
            _scanner.Fail(0, 1, "It has no participants.", "Add a message, such as 'Ann->>Ben: Hello'.");
        return _diagram;
    }

    private void ReadStatement()
    {
        var begin = _scanner.Position;
        if (MermaidAccessibility.TryRead(_scanner, _diagram))
            return;
        var line = MermaidText.WithoutComment(_scanner.TakeStatement());
        var match = Keyword().Match(line);
        var rest = match.Groups["rest"].Value.Trim();
        switch (match.Groups["word"].Value.ToLowerInvariant())
        {
            case "participant" or "actor":
                Declare(rest, match.Groups["word"].Value, begin);
                break;
            case "create":
                var created = Keyword().Match(rest);
                _created = Declare(created.Groups["rest"].Value.Trim(), created.Groups["word"].Value, begin);
                _diagram.Participants[_created.Value].IsCreated = true;
                break;
            case "destroy":
                _destroyed = Find(rest, begin);
                break;
            case "box":
                OpenBox(rest, begin);
                break;
            case "activate" or "deactivate":
                Add(new SequenceActivation(Find(rest, begin), line.StartsWith('a') || line.StartsWith('A')), begin);
                break;
            case "note":
                ReadNote(rest, begin);
                break;
            case "loop" or "alt" or "opt" or "par" or "par_over" or "critical" or "break" or "rect":
                Open(match.Groups["word"].Value.ToLowerInvariant(), rest, begin);
                break;
            case "else" or "and" or "option":
                Continue(match.Groups["word"].Value, rest, begin);
                break;
            case "end":
                Close(begin);
                break;
            case "autonumber":
                ReadNumbering(rest);
                break;
            case "title":
                _diagram.Title ??= MermaidText.Plain(rest.TrimStart(':'));
                break;
            case "link":
                ReadLink(rest, begin);
                break;
            case "links" or "properties" or "details":
                break;
            default:
                ReadMessage(line, begin);
                break;
        }
    }

    private int Declare(string declaration, string word, int begin)
    {
        var match = Declaration().Match(declaration);
        if (!match.Success)
            _scanner.Fail(begin, word.Length, "This participant has no name.", "Write 'participant A as Name'.");
        var number = Find(match.Groups["id"].Value, begin);
        var participant = _diagram.Participants[number];
        if (match.Groups["alias"].Success)
            participant.Text = MermaidText.Lines(match.Groups["alias"].Value);
        else if (AliasProperty().Match(match.Groups["data"].Value) is { Success: true } alias)
            participant.Text = MermaidText.Lines(alias.Groups[1].Value);
        participant.Shape =
            word == "actor"
                ? "actor"
                : TypeProperty().Match(match.Groups["data"].Value).Groups[1].Value switch
                {
                    "actor" => "actor",
                    "database" => "cyl",
                    "collections" => "st-rect",
                    "queue" => "h-cyl",
                    "boundary" => "fr-rect",
                    "control" => "stadium",
                    "entity" => "rounded",
                    _ => participant.Shape,
                };
        if (_box is { } box)
            participant.Box = box;
        return number;
    }

    private int Find(string id, int begin)
    {
        id = id.Trim();
        if (_participants.TryGetValue(id, out var number))
            return number;
        if (id.Length == 0)
            _scanner.Fail(begin, 1, "The name of a participant is missing.", "Write it, such as 'activate Ann'.");
        if (_participants.Count == MaxParticipants)
            _scanner.Fail(
                begin,
                id.Length,
                $"It has more than {MaxParticipants} participants, too many to read.",
                "Split it into several diagrams."
            );
        _participants.Add(id, _diagram.Participants.Count);
        _diagram.Participants.Add(new(id));
        return _diagram.Participants.Count - 1;
    }

    private void OpenBox(string rest, int begin)
    {
        if (_box is not null)
            _scanner.Fail(begin, 3, "A box cannot contain another.", "Close the first one with 'end'.");
        var color = BoxColor().Match(rest);
        _box = _diagram.Boxes.Count;
        _boxOffset = begin;
        _diagram.Boxes.Add(
            new(MermaidText.Plain(rest[color.Length..]), ToneStyle.Read($"fill:{color.Value.Trim()}", "fill"))
        );
    }

    private void ReadNote(string rest, int begin)
    {
        var match = Note().Match(rest);
        if (!match.Success)
            _scanner.Fail(
                begin,
                4,
                "This note does not say where it is.",
                "Write 'Note over A,B: Text', 'Note left of A: Text' or 'Note right of A: Text'."
            );
        var side = match.Groups["side"].Value.ToLowerInvariant() switch
        {
            ['l', ..] => -1,
            ['r', ..] => 1,
            _ => 0,
        };
        var participants = match.Groups["who"].Value.Split(',').Select(w => Find(w, begin)).ToList();
        Add(new SequenceNote(participants, side, MermaidText.Lines(match.Groups["text"].Value)), begin);
    }

    private void Open(string kind, string rest, int begin)
    {
        if (_open.Count == MaxDepth)
            _scanner.Fail(begin, kind.Length, $"Blocks are nested more than {MaxDepth} deep.", "Nest fewer of them.");
        var style = kind == "rect" ? ToneStyle.Read($"fill:{rest}", "fill") ?? "tone-quiet" : null;
        var fragment = new SequenceFragment(kind, style, []);
        Add(fragment, begin);
        _open.Push((fragment, begin, _events));
        BeginSection(fragment, kind == "rect" ? "" : rest);
    }

    private void Continue(string word, string rest, int begin)
    {
        if (!_open.TryPeek(out var open))
            _scanner.Fail(begin, word.Length, $"This '{word}' is in no block.", "Begin one, such as 'alt Condition'.");
        BeginSection(open.Fragment, rest);
    }

    private void BeginSection(SequenceFragment fragment, string text)
    {
        var section = new SequenceSection(MermaidText.Lines(text), []);
        fragment.Sections.Add(section);
        _events = section.Events;
    }

    private void Close(int begin)
    {
        if (_box is not null)
        {
            _box = null;
            return;
        }

        if (!_open.TryPop(out var open))
            _scanner.Fail(begin, 3, "This 'end' closes nothing.", "Remove it.");
        _events = open.Outer;
    }

    private void ReadNumbering(string rest)
    {
        if (rest == "off")
        {
            _number = null;
            return;
        }

        var numbers = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _number = ReadNumber(numbers, 0) ?? _number ?? 1;
        _step = ReadNumber(numbers, 1) ?? 1;
    }

    private static decimal? ReadNumber(string[] numbers, int index) =>
        index < numbers.Length
        && decimal.TryParse(
            numbers[index],
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number < 1_000_000
            ? number
            : null;

    private void ReadLink(string rest, int begin)
    {
        if (Link().Match(rest) is not { Success: true } match)
            return;
        var url = match.Groups["url"].Value;
        var participant = _diagram.Participants[Find(match.Groups["who"].Value, begin)];
        participant.Link ??= _diagram.Links.Count;
        _diagram.Links.Add(new(url, _scanner.Text.IndexOf(url, begin, StringComparison.Ordinal)));
    }

    private void ReadMessage(string line, int begin)
    {
        var match = Message().Match(line);
        if (!match.Success)
            _scanner.Fail(
                begin,
                line.Length,
                $"'{(line.Length > 24 ? line[..24] : line)}' is not a message.",
                "Write it like 'Ann->>Ben: Hello'."
            );
        var arrow = match.Groups["arrow"].Value;
        var from = Find(match.Groups["from"].Value, begin);
        var to = Find(match.Groups["to"].Value, begin);
        var isReverse = arrow[0] is '/' or '\\';
        var end =
            arrow.EndsWith('x') ? EdgeHead.Cross
            : arrow.EndsWith(')') || arrow.Contains("//") || arrow.Contains("\\\\") ? EdgeHead.Open
            : arrow.EndsWith(">>", StringComparison.Ordinal) || arrow.Contains('|') ? EdgeHead.Arrow
            : EdgeHead.None;
        if (match.Groups["sign"].Value == "+")
            AddAfter(new SequenceActivation(to, true));
        var message = new SequenceMessage(from, to, MermaidText.Lines(match.Groups["text"].Value))
        {
            IsDotted = arrow.Contains("--"),
            StartHead =
                arrow.StartsWith('<') ? EdgeHead.Arrow
                : isReverse ? end
                : EdgeHead.None,
            EndHead = isReverse ? EdgeHead.None : end,
            Number = _number?.ToString("0.##", CultureInfo.InvariantCulture),
            Creates = _created,
            Destroys = _destroyed,
        };
        _number += _step;
        _created = null;
        _destroyed = null;
        Add(message, begin);
        foreach (var activation in _after)
            Add(activation, begin);
        _after.Clear();
        if (match.Groups["sign"].Value == "-")
            Add(new SequenceActivation(from, false), begin);
    }

    private readonly List<SequenceEvent> _after = [];

    private void AddAfter(SequenceEvent entry) => _after.Add(entry);

    private void Add(SequenceEvent entry, int begin)
    {
        if (_count++ == MaxEvents)
            _scanner.Fail(
                begin,
                1,
                $"It has more than {MaxEvents} messages and notes, too many to read.",
                "Split it into several diagrams."
            );
        _events.Add(entry);
    }

    [GeneratedRegex(
        @"\A(?<word>(?i:participant|actor|create|destroy|box|activate|deactivate|note|loop|alt|opt|par_over|par"
            + @"|critical|break|rect|else|and|option|end|autonumber|title|links|link|properties|details))"
            + @"(?=\s|:|\z)(?!\s*(?:-|<<-))(?<rest>.*)\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Keyword();

    [GeneratedRegex(
        @"\A(?<id>[^@\s]+(?:\s(?!\s*as\s)[^@\s]+)*)\s*(?:@\{(?<data>[^}]*)\})?\s*(?:\sas\s+(?<alias>.+))?\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.IgnoreCase
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(@"""?type""?\s*:\s*[""']?([a-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex TypeProperty();

    [GeneratedRegex(@"""?alias""?\s*:\s*[""']([^""']+)", RegexOptions.CultureInvariant)]
    private static partial Regex AliasProperty();

    [GeneratedRegex(
        @"\A(?i:rgba?\([^)]*\)|#[0-9a-f]{3,8}|transparent|[a-z]+(?=\s|\z))\s*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BoxColor();

    [GeneratedRegex(
        @"\A(?i:(?<side>left of|right of|over))\s+(?<who>[^:]+?)\s*:(?<text>.*)\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Note();

    [GeneratedRegex(@"\A(?<who>[^:]+):\s*(?<text>.*?)\s*@\s*(?<url>\S+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"\A(?<from>[^:<>]+?)\s*(?:\(\))?\s*"
            + @"(?<arrow><<--?>>|--?>>|--?>|--?x(?=[\s+\-\w(])|--?\)|--?\|[\\/]|--?(?:\\\\|//)"
            + @"|[\\/]\|--?|(?:\\\\|//)--?)"
            + @"\s*(?<sign>[+-])?\s*(?:\(\))?\s*(?<to>[^:]+?)\s*(?:\(\))?\s*(?::(?:(?:no)?wrap:)?(?<text>.*))?\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Message();
}
