using System.Text.RegularExpressions;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Reads a diagram in Mermaid's language: https://mermaid.js.org/intro/syntax-reference.html. A diagram is read
/// completely or not at all.
/// </summary>
internal static partial class MermaidReader
{
    /// <summary>The maximum length of a diagram; a longer one could not be read by people.</summary>
    public const int MaxLength = 100_000;

    private static readonly Dictionary<string, Func<MermaidScanner, MermaidDiagram>> Parsers = new(
        StringComparer.Ordinal
    )
    {
        ["flowchart"] = FlowchartParser.Parse,
        ["flowchart-elk"] = FlowchartParser.Parse,
        ["graph"] = FlowchartParser.Parse,
        ["sequenceDiagram"] = SequenceParser.Parse,
        ["classDiagram"] = ClassParser.Parse,
        ["classDiagram-v2"] = ClassParser.Parse,
        ["erDiagram"] = EntityParser.Parse,
        ["stateDiagram"] = StateParser.Parse,
        ["stateDiagram-v2"] = StateParser.Parse,
        ["pie"] = PieParser.Parse,
        ["timeline"] = TimelineParser.Parse,
        ["quadrantChart"] = QuadrantParser.Parse,
        ["mindmap"] = MindmapParser.Parse,
        ["gantt"] = GanttParser.Parse,
    };

    /// <summary>The types of diagrams that are drawn, for messages.</summary>
    public static IEnumerable<string> Types =>
        Parsers.Keys.Where(k => k is not ("flowchart-elk" or "graph") && !k.EndsWith("-v2", StringComparison.Ordinal));

    /// <summary>Reads a diagram.</summary>
    /// <returns>Either a diagram, or the first problem.</returns>
    public static (MermaidDiagram? Diagram, MermaidProblem? Problem) Read(string text)
    {
        if (text.Length > MaxLength)
            return (
                null,
                new(0, 1, $"It is longer than {MaxLength / 1000},000 characters.", "Split it into several diagrams.")
            );
        try
        {
            var (start, title) = ReadFrontMatter(text);
            var scanner = new MermaidScanner(BlankDirectives(text, start), start);
            scanner.SkipBlank();
            var offset = scanner.Position;
            var type = Keyword().Match(scanner.Text, offset).Value;
            if (!Parsers.TryGetValue(type, out var parse))
                return (null, UnknownType(type, offset));
            scanner.Position += type.Length;
            var diagram = parse(scanner);
            if (diagram is Flowchart { Groups.Count: > BoxGraphDrawing.MaxGroups } chart)
                scanner.Fail(
                    offset,
                    type.Length,
                    $"It has {chart.Groups.Count} frames, and at most {BoxGraphDrawing.MaxGroups} can be read.",
                    "Split it into several diagrams."
                );
            diagram.Title = title ?? diagram.Title ?? FindCaption(text);
            return (diagram, null);
        }
        catch (MermaidFormatException mistake)
        {
            return (null, mistake.Problem);
        }
    }

    private static MermaidProblem UnknownType(string type, int offset) =>
        type.Length == 0
            ? new(offset, 1, "It does not begin with a type of diagram.", "Begin with a type, such as 'flowchart LR'.")
            : new(offset, type.Length, $"Diagrams of the type '{type}' are not drawn.", "Use another type.")
            {
                UnsupportedType = type,
            };

    /// <summary>Reads the title of the YAML before the diagram. Other settings do not change what is shown.</summary>
    private static (int Start, string? Title) ReadFrontMatter(string text)
    {
        if (FrontMatter().Match(text) is not { Success: true } matter)
            return (0, null);
        var title = TitleLine().Match(matter.Value);
        return (matter.Length, title.Success ? MermaidText.Plain(title.Groups["title"].Value.Trim()) : null);
    }

    /// <summary>Finds the caption that Quarto reads from a comment: <c>%%| fig-cap: "Words"</c>.</summary>
    private static string? FindCaption(string text) =>
        Caption().Match(text) is { Success: true } caption
            ? MermaidText.Plain(caption.Groups["title"].Value.Trim())
            : null;

    /// <summary>Replaces comments and directives by spaces, so that all positions stay the same.</summary>
    private static string BlankDirectives(string text, int start)
    {
        var letters = text.ToCharArray();
        for (var at = start; (at = text.IndexOf("%%", at, StringComparison.Ordinal)) >= 0; )
        {
            var isDirective = at + 2 < text.Length && text[at + 2] == '{';
            if (!isDirective && !IsFirstInLine(text, at))
            {
                at += 2;
                continue;
            }

            var end = isDirective ? text.IndexOf("}%%", at, StringComparison.Ordinal) : text.IndexOf('\n', at);
            if (end < 0 && isDirective)
                throw new MermaidFormatException(
                    new(at, 3, "The directive '%%{' is not closed.", "Close it with '}%%'.")
                );
            end =
                end < 0 ? text.Length
                : isDirective ? end + 3
                : end;
            for (; at < end; at++)
                if (letters[at] != '\n')
                    letters[at] = ' ';
        }

        return new(letters);
    }

    private static bool IsFirstInLine(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || text[at - 1] == '\n';
    }

    [GeneratedRegex(@"\G[A-Za-z][\w-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Keyword();

    [GeneratedRegex(@"\A\s*---[ \t]*\r?\n(?:.*\n)*?[ \t]*---[ \t]*\r?(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(
        """^[ \t]*%%\|[ \t]*fig-cap:[ \t]*(?:"(?<title>.+)"|'(?<title>.+)'|(?<title>.+?))[ \t]*\r?$""",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex Caption();

    [GeneratedRegex(
        """^[ \t]*title:[ \t]*(?:"(?<title>.+)"|'(?<title>.+)'|(?<title>.+?))[ \t]*\r?$""",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex TitleLine();
}
