using System.Text.RegularExpressions;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Diagrams;
using KnowledgeSite.Diagrams.Mermaid;
using KnowledgeSite.Files;
using KnowledgeSite.Strings;
using Markdig.Helpers;
using Markdig.Syntax;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Reads fenced blocks with the language <c>flow</c>, <c>mapping</c> or <c>mermaid</c> as diagrams. Other tools use the
/// first two names too. A block without the required keys is therefore shown as code. If the site has a
/// <c>site.yaml</c>, the block is reported.
/// </summary>
internal sealed partial class DiagramReader(
    SourceFile file,
    MarkdownSyntax syntax,
    UiStrings strings,
    int bodyStart,
    DiagnosticBag diagnostics
)
{
    /// <summary>
    /// The maximum number of characters in the diagrams of a page. Further ones are shown as code, because drawing them
    /// would take seconds.
    /// </summary>
    private const int MaxLength = 200_000;

    public void Read(MarkdownDocument document)
    {
        if (!Fence().IsMatch(file.Text!.Value))
            return;
        var length = 0;
        foreach (var block in document.Descendants<FencedCodeBlock>())
        {
            var isMermaid = block.Info is "mermaid" or "{mermaid}";
            if (!isMermaid && block.Info is not ("flow" or "mapping"))
                continue;
            length += block.Span.Length;
            if (length > MaxLength)
            {
                var fence = new SourceSpan(bodyStart + block.Span.Start, block.OpeningFencedCharCount);
                diagnostics.Add(Diagnostic.At(DiagramRules.TooMany, file, fence, MaxLength / 1000));
                return;
            }

            (isMermaid ? ReadMermaid(block) : Read(block))?.AttachTo(block);
        }
    }

    private Diagram? Read(FencedCodeBlock block)
    {
        var (offset, text) = GetText(block);
        var findings = new DiagnosticBag();
        var root = YamlReader.ReadRoot(file, offset, text, findings);
        if (!IsDiagram(block.Info!, root, text))
        {
            var keys = block.Info == "flow" ? "nodes' or 'edges" : "left' and 'right";
            diagnostics.Add(
                Diagnostic.At(
                    DiagramRules.NoDiagram,
                    file,
                    new SourceSpan(bodyStart + block.Span.Start, block.OpeningFencedCharCount),
                    block.Info,
                    keys
                )
            );
            return null;
        }

        diagnostics.AddRange(findings.Sorted());
        if (root is not YamlMap map)
            return null;
        var reader = new MapReader(
            file,
            map,
            block.Info == "flow" ? FlowKeys.Form : MappingKeys.Form,
            diagnostics
        ).ReportUnknownKeys();
        var label = ReadLabel(reader, map);
        var note = ReadNote(reader);
        Diagram? diagram =
            block.Info == "flow"
                ? new FlowReader(file, diagnostics).Read(reader, label, note)
                : new MappingReader(file, diagnostics).Read(reader, label, note);
        if (diagram is null)
            diagnostics.Add(
                Diagnostic.At(
                    DiagramRules.Empty,
                    file,
                    new SourceSpan(map.Span.Start, 1),
                    block.Info == "flow" ? "nodes" : "left' and 'right"
                )
            );
        return diagram;
    }

    private MermaidFigure? ReadMermaid(FencedCodeBlock block)
    {
        var (offset, text) = GetText(block);
        var (diagram, problem) = MermaidReader.Read(text);
        if (diagram is not null)
        {
            diagram.Strings = strings;
            return new(diagram, diagram.Title ?? diagram.KindName(strings), offset);
        }

        var span =
            text.Length == 0
                ? new SourceSpan(bodyStart + block.Span.Start, block.OpeningFencedCharCount)
                : new(offset + problem!.Offset, problem.Length);
        diagnostics.Add(
            problem!.UnsupportedType is { } type
                ? Diagnostic.At(DiagramRules.MermaidType, file, span, type, string.Join(", ", MermaidReader.Types))
                : Diagnostic.At(DiagramRules.MermaidSyntax, file, span, problem.Problem, problem.Fix)
        );
        return null;
    }

    private static bool IsDiagram(string form, YamlNode? root, string text)
    {
        if (root is null)
            return form == "flow" ? FlowStart().IsMatch(text) : MappingStart().Count(text) > 1;
        var keys = (root as YamlMap)?.Entries.Select(e => e.Key.Value.ToLowerInvariant()).ToList() ?? [];
        return form == "flow"
            ? keys.Exists(k => k is "nodes" or "edges")
            : keys.Count(k => k is "left" or "right" or "pairs") > 1;
    }

    private string ReadLabel(MapReader reader, YamlMap map)
    {
        if (reader.Read(DiagramKeys.Label) is { Value.Length: > 0 } label)
            return label.Value;
        diagnostics.Add(Diagnostic.At(DiagramRules.NoLabel, file, new SourceSpan(map.Span.Start, 1)));
        return strings.Diagram;
    }

    private DiagramNote? ReadNote(MapReader reader)
    {
        if (reader.Read(DiagramKeys.Note) is not { Value.Length: > 0 } note)
            return null;
        var written = file.Text!.Value.IndexOf(note.Value, note.Span.Start, StringComparison.Ordinal);
        return new(
            syntax.Parse(note.Value),
            written >= 0 && written + note.Value.Length <= note.Span.End ? written : null
        );
    }

    /// <summary>
    /// The text of a block and its offset in the file. Markdown marks before its lines, in a quote or a list, are
    /// replaced by spaces.
    /// </summary>
    private (int Offset, string Text) GetText(FencedCodeBlock block)
    {
        var lines = (block.Lines.Lines ?? [])
            .Take(block.Lines.Count)
            .Where(l => l.Slice.Length > 0)
            .Select(l => (Start: bodyStart + l.Slice.Start, End: bodyStart + l.Slice.End + 1))
            .ToList();
        if (lines.Count == 0)
            return (bodyStart, "");
        var source = file.Text!.Value;
        var first = source.LastIndexOf('\n', lines[0].Start) + 1;
        var text = source.AsSpan(first, Math.Min(lines[^1].End, source.Length) - first).ToArray();
        for (var i = 0; i < lines.Count; i++)
            ReplaceBySpaces(text, i == 0 ? 0 : lines[i - 1].End - first, lines[i].Start - first);
        return (first, new(text));
    }

    private static void ReplaceBySpaces(char[] text, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (text[i] != '\n')
                text[i] = ' ';
    }

    [GeneratedRegex(@"(```|~~~)[ \t]*(flow|mapping|\{?mermaid)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*nodes\s*:", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex FlowStart();

    [GeneratedRegex(@"^\s*(left|right|pairs)\s*:", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex MappingStart();
}

/// <summary>A diagram that was read from a fenced block.</summary>
/// <param name="Label">The title of the figure.</param>
internal abstract record Diagram(string Label, DiagramNote? Note)
{
    private static readonly object Key = new();

    /// <summary>The diagram that was read from the block, or null if the block is code.</summary>
    public static Diagram? Find(CodeBlock block) => block.GetData(Key) as Diagram;

    public void AttachTo(CodeBlock block) => block.SetData(Key, this);
}

/// <summary>A diagram of boxes and lines. Invalid boxes and lines are left out.</summary>
/// <param name="RunsRight">The direction, or null to choose it by the width.</param>
/// <param name="Links">The link of each box, or null.</param>
internal sealed record FlowDiagram(
    string Label,
    DiagramNote? Note,
    bool? RunsRight,
    FlowGraph Graph,
    IReadOnlyList<Located<string>?> Links
) : Diagram(Label, Note);

/// <summary>A diagram in Mermaid's language.</summary>
/// <param name="Offset">The position of the diagram's text in the file.</param>
internal sealed record MermaidFigure(MermaidDiagram Diagram, string Label, int Offset) : Diagram(Label, null);

/// <summary>A diagram of two lists with lines between their items.</summary>
/// <param name="Pairs">The indexes of the items on the left and on the right.</param>
/// <param name="Links">The links of the items on the left, followed by those on the right.</param>
internal sealed record MappingDiagram(
    string Label,
    DiagramNote? Note,
    MappingSide Left,
    MappingSide Right,
    IReadOnlyList<(int Left, int Right)> Pairs,
    IReadOnlyList<Located<string>?> Links
) : Diagram(Label, Note);

/// <summary>A caption in Markdown.</summary>
/// <param name="Offset">The offset of the text in the file. Null if the YAML value is folded or has escapes, so that
/// links in it have no position.</param>
internal sealed record DiagramNote(MarkdownDocument Text, int? Offset);

/// <summary>Finds the parts of a diagram by their ids, and reports missing, duplicate and unknown ids.</summary>
/// <param name="kind">The name of such a part in messages, such as "box" or "group".</param>
internal sealed class DiagramParts(string kind, SourceFile file, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private SuggestionIndex? _similar;

    /// <summary>
    /// Registers a part with its index. Returns false if its id or text is missing, which is reported.
    /// </summary>
    public bool Register(Located<string>? id, Located<string>? text, string textKey, SourceSpan span, int number)
    {
        if (ReportMissing(kind, "id", id, span) | ReportMissing(kind, textKey, text, span))
            return false;
        if (!_numbers.TryAdd(id!.Value, number))
            diagnostics.Add(Diagnostic.At(DiagramRules.SameId, file, id.Span, kind, id.Value));
        return true;
    }

    /// <summary>The index of a part, or null if the id is missing or unknown. An unknown id is reported.</summary>
    public int? Find(Located<string>? id)
    {
        if (id is null)
            return null;
        if (_numbers.TryGetValue(id.Value, out var number))
            return number;
        diagnostics.Add(
            Diagnostic.At(
                DiagramRules.Unknown,
                file,
                id.Span,
                kind,
                id.Value,
                (_similar ??= new(_numbers.Keys)).DidYouMean(id.Value, "Correct the id, or add it.")
            )
        );
        return null;
    }

    public bool ReportMissing(string part, string key, Located<string>? value, SourceSpan span)
    {
        if (value is { Value.Length: > 0 })
            return false;
        diagnostics.Add(Diagnostic.At(DiagramRules.Missing, file, new SourceSpan(span.Start, 1), part, key));
        return true;
    }

    /// <summary>The link with the position of its URL inside the quotes, if it has quotes.</summary>
    public Located<string>? Link(Located<string>? link) =>
        link is not { Value.Length: > 0 } ? null
        : file.Text!.Value[link.Span.Start] is '"' or '\''
            ? new(link.Value, new(link.Span.Start + 1, Math.Max(1, link.Span.Length - 2)))
        : link;
}

/// <summary>The keys that <c>flow</c> and <c>mapping</c> have in common.</summary>
internal static class DiagramKeys
{
    public static readonly Key<Located<string>?> Label = Key.Text("label", "The title of the figure.") with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Note = Key.Text("note", "A caption, in Markdown.");
}
