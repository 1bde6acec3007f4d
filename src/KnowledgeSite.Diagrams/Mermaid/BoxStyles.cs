using System.Text.RegularExpressions;
using KnowledgeSite.Diagrams.Compound;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// The statements that state, class and entity diagrams share with flowcharts: styles, classes and links of boxes.
/// </summary>
internal sealed partial class BoxStyles(MermaidScanner scanner, Flowchart chart)
{
    private readonly Dictionary<string, string> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _classOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _styleOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _links = new(StringComparer.Ordinal);

    /// <summary>Reads a line if it is one of these statements.</summary>
    public bool TryRead(string line, int begin)
    {
        if (Statement().Match(line) is { Success: true } match)
        {
            var values = match.Groups["word"].Value switch
            {
                "classDef" => _classes,
                "style" => _styleOf,
                _ => _classOf,
            };
            foreach (var id in match.Groups["ids"].Value.Trim('"').Split(',', StringSplitOptions.TrimEntries))
                values[id] = match.Groups["value"].Value;
            return true;
        }

        if (Link().Match(line) is { Success: true } link)
        {
            var url = link.Groups["url"];
            _links[link.Groups["id"].Value] = chart.Links.Count;
            chart.Links.Add(
                new(url.Value, scanner.Text.IndexOf(url.Value, begin + url.Index, StringComparison.Ordinal))
            );
            return true;
        }

        return Callback().IsMatch(line);
    }

    public static GraphDirection DirectionOf(string word) =>
        word switch
        {
            "LR" => GraphDirection.Right,
            "RL" => GraphDirection.Left,
            "BT" => GraphDirection.Up,
            _ => GraphDirection.Down,
        };

    public void SetClass(string id, string name) => _classOf[id] = name;

    /// <summary>Assigns the styles and links to the boxes and frames.</summary>
    public void Apply()
    {
        foreach (var node in chart.Nodes)
        {
            node.Style = StyleOf(node.Id) ?? node.Style;
            node.Link = _links.TryGetValue(node.Id, out var link) ? link : null;
        }

        foreach (var group in chart.Groups)
            group.Style = StyleOf(group.Id) ?? group.Style;
    }

    private string? StyleOf(string id)
    {
        if (_styleOf.TryGetValue(id, out var style))
            return ToneStyle.Read(style, "fill");
        var names = _classOf.GetValueOrDefault(id)?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) ?? [];
        var styles = names.Append("default").Select(_classes.GetValueOrDefault).OfType<string>().ToList();
        return styles.Count == 0 ? null : ToneStyle.Read(string.Join(',', styles), "fill");
    }

    [GeneratedRegex(
        @"\A(?<word>classDef|cssClass|class|style)\s+(?<ids>""[^""]*""|[^\s,{]+(?:\s*,\s*[^\s,{]+)*)\s+"
            + @"(?<value>[^\s{""].*)\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Statement();

    [GeneratedRegex(@"\A(?:click|link)\s+(?<id>\S+)\s+(?:href\s+)?""(?<url>[^""]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\A(?:click|callback)\s+\S+\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Callback();
}
