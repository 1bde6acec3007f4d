using System.Text.RegularExpressions;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Reads an entity relationship diagram as boxes with tables:
/// https://mermaid.js.org/syntax/entityRelationshipDiagram.html.
/// </summary>
internal sealed partial class EntityParser
{
    private readonly MermaidScanner _scanner;
    private readonly Flowchart _chart = new(text => text.EntityDiagram);
    private readonly BoxStyles _styles;
    private readonly Dictionary<string, (FlowchartNode Node, List<string[]> Rows)> _entities = new(
        StringComparer.Ordinal
    );

    private EntityParser(MermaidScanner scanner)
    {
        _scanner = scanner;
        _styles = new(scanner, _chart);
    }

    public static Flowchart Parse(MermaidScanner scanner) => new EntityParser(scanner).Parse();

    private Flowchart Parse()
    {
        for (_scanner.SkipBlank(); !_scanner.IsAtEnd; _scanner.SkipBlank())
            ReadStatement();
        if (_chart.Nodes.Count == 0)
            _scanner.Fail(0, 1, "It has no entities.", "Add some, such as 'CUSTOMER ||--o{ ORDER : places'.");
        foreach (var (node, rows) in _entities.Values)
        {
            node.IsTitled = true;
            if (rows.Count > 0)
                node.Compartments = [rows];
        }

        _styles.Apply();
        return _chart;
    }

    private void ReadStatement()
    {
        var begin = _scanner.Position;
        if (MermaidAccessibility.TryRead(_scanner, _chart))
            return;
        var line = _scanner.TakeLine();
        if (Title().Match(line) is { Success: true } title)
            _chart.Title ??= MermaidText.Plain(title.Groups[1].Value);
        else if (Direction().Match(line) is { Success: true } direction)
            _chart.Direction = BoxStyles.DirectionOf(direction.Groups[1].Value);
        else if (Relation().Match(line) is { Success: true } relation)
            ReadRelation(relation, begin);
        else if (Entity().Match(line) is { Success: true } entity)
            ReadEntity(entity, begin);
        else if (_styles.TryRead(line, begin))
            return;
        else
            _scanner.Fail(
                begin,
                line.Length,
                $"'{(line.Length > 24 ? line[..24] : line)}' is not an entity or relation.",
                "Write it like 'CUSTOMER ||--o{ ORDER : places'."
            );
    }

    private (FlowchartNode Node, List<string[]> Rows) Find(Group name, Group alias, Group style, int begin)
    {
        var id = name.Value.Trim('"');
        if (!_entities.TryGetValue(id, out var entity))
        {
            if (_chart.Nodes.Count == BoxGraphDrawing.MaxNodes)
                _scanner.Fail(
                    begin,
                    1,
                    $"It has more than {BoxGraphDrawing.MaxNodes} entities, too many to read.",
                    "Split it into several diagrams."
                );
            entity = (new(id), []);
            _entities.Add(id, entity);
            _chart.Nodes.Add(entity.Node);
        }

        if (alias.Success)
            entity.Node.Text = MermaidText.Lines(alias.Value);
        if (style.Success)
            _styles.SetClass(id, style.Value);
        return entity;
    }

    private void ReadEntity(Match match, int begin)
    {
        var entity = Find(match.Groups["id"], match.Groups["alias"], match.Groups["style"], begin);
        if (!match.Groups["open"].Success)
            return;
        var inline = match.Groups["rest"].Value.Trim();
        if (inline.EndsWith('}'))
        {
            ReadAttributes(entity.Rows, inline[..^1], begin);
            return;
        }

        var end = _scanner.Text.IndexOf('}', _scanner.Position);
        if (end < 0)
            _scanner.Fail(begin, 1, "This entity is not closed.", "Close it with '}'.");
        ReadAttributes(entity.Rows, _scanner.Text[_scanner.Position..end], _scanner.Position);
        _scanner.Position = end + 1;
    }

    private void ReadAttributes(List<string[]> rows, string text, int offset)
    {
        foreach (var written in text.Split('\n'))
        {
            var line = written.Trim();
            if (line.Length > 0 && !line.StartsWith("%%", StringComparison.Ordinal))
            {
                var match = Attribute().Match(line);
                if (!match.Success)
                    _scanner.Fail(
                        offset + (written.Length - written.TrimStart().Length),
                        line.Length,
                        $"'{(line.Length > 24 ? line[..24] : line)}' is not an attribute.",
                        "Write its type and its name, such as 'string email PK \"a comment\"'."
                    );
                rows.Add([
                    match.Groups["type"].Value.Trim('~'),
                    match.Groups["name"].Value,
                    match.Groups["keys"].Value.Replace(" ", ""),
                    MermaidText.Plain(match.Groups["comment"].Value),
                ]);
            }

            offset += written.Length + 1;
        }
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
        var from = Find(match.Groups["from"], match.Groups["alias1"], match.Groups["style1"], begin);
        var to = Find(match.Groups["to"], match.Groups["alias2"], match.Groups["style2"], begin);
        _chart.Edges.Add(
            new(from.Node.Id, to.Node.Id)
            {
                Text = MermaidText.Lines(match.Groups["text"].Value),
                Line = match.Groups["line"].Value is "--" or "to" ? EdgeLine.Normal : EdgeLine.Dotted,
                StartHead = HeadOf(match.Groups["start"].Value),
                EndHead = HeadOf(match.Groups["end"].Value),
            }
        );
    }

    private static EdgeHead HeadOf(string sign) =>
        sign switch
        {
            "|o" or "o|" or "zero or one" or "one or zero" => EdgeHead.ZeroOrOne,
            "}|" or "|{" or "one or more" or "one or many" or "many(1)" or "1+" => EdgeHead.OneOrMore,
            "}o" or "o{" or "zero or more" or "zero or many" or "many(0)" or "0+" or "many" => EdgeHead.ZeroOrMore,
            _ => EdgeHead.ExactlyOne,
        };

    private const string Name = @"""[^""]+""|[\p{L}\p{N}_.*][\p{L}\p{N}_.*-]*";
    private const string Cardinality =
        @"\|o|o\||\|\||\}\||\|\{|\}o|o\{|zero or one|one or zero|one or more|one or many|many\(1\)|1\+|zero or more"
        + @"|zero or many|many\(0\)|0\+|many|only one|one|1|u";

    [GeneratedRegex(@"\Atitle\s+(.+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"\Adirection\s+(TB|TD|BT|LR|RL)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Direction();

    [GeneratedRegex(
        @"\A(?<from>"
            + Name
            + @")(?:\[(?<alias1>[^\]]+)\])?(?:\s*:::\s*(?<style1>[\w-]+(?:,[\w-]+)*))?\s*(?<start>"
            + Cardinality
            + @")\s*(?<line>--|\.\.|-\.|\.-|optionally to|to)\s*(?<end>"
            + Cardinality
            + @")\s*(?<to>"
            + Name
            + @")(?:\[(?<alias2>[^\]]+)\])?(?:\s*:::\s*(?<style2>[\w-]+(?:,[\w-]+)*))?\s*(?::\s*(?<text>.*))?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Relation();

    [GeneratedRegex(
        @"\A(?!(?:classDef|class|style)\s)(?<id>"
            + Name
            + @")\s*(?:\[(?<alias>[^\]]+)\])?\s*(?::::\s*(?<style>[\w-]+(?:,[\w-]+)*))?\s*"
            + @"(?:(?<open>\{)(?<rest>.*))?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Entity();

    [GeneratedRegex(
        @"\A(?<type>~[^~""]+~|[^\s""]+)\s+(?<name>[^\s""]+)(?:\s+(?<keys>(?:PK|FK|UK)(?:\s*,\s*(?:PK|FK|UK))*))?"
            + @"(?:\s+(?<comment>""[^""]*""))?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Attribute();
}
