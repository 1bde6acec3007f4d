using KnowledgeSite.Diagnostics;
using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>The keys of a <c>mapping</c>.</summary>
internal sealed class MappingReader(SourceFile file, DiagnosticBag diagnostics)
{
    private readonly List<Located<string>?> _links = [];

    /// <summary>Null where a side has nothing to draw.</summary>
    public MappingDiagram? Read(MapReader reader, string label, DiagramNote? note)
    {
        var (left, right) = (new DiagramParts("item on the left", file, diagnostics), new DiagramParts("item on the right", file, diagnostics));
        var (leftSide, rightSide) = (Side(reader, "left", left), Side(reader, "right", right));
        var pairs = reader.Each("pairs", (m, span) => Pair(left, m.Text("left"), right, m.Text("right"), span)).OfType<(int, int)>().Distinct().ToList();
        if (leftSide.Items.Count == 0 || rightSide.Items.Count == 0) return null;
        var boxes = leftSide.Items.Count + rightSide.Items.Count;
        if (FlowReader.IsTooLarge(boxes, pairs.Count)) diagnostics.Add(Diagnostic.At(DiagramRules.TooLarge, file, new SourceSpan(reader.Span.Start, 1), boxes, pairs.Count, FlowLayout.MostNodes, FlowLayout.MostEdges));
        return new(label, note, leftSide, rightSide, pairs, _links);
    }

    private MappingSide Side(MapReader reader, string key, DiagramParts parts)
    {
        if (reader.Map(key) is not { } map) return new("", []);
        var side = new MapReader(file, map, diagnostics);
        var (title, items) = (side.Text("title"), new List<string>());
        parts.Lacks("side", "title", title, map.Span);
        foreach (var (id, text, link, span) in side.Each("items", (m, span) => (m.Text("id"), m.Text("text"), m.Text("link"), span)))
        {
            if (!parts.Take(id, text, "text", span, items.Count)) continue;
            items.Add(text!.Value);
            _links.Add(parts.Link(link));
        }

        side.RefuseOthers();
        return new(title?.Value ?? "", items);
    }

    private static (int, int)? Pair(DiagramParts left, Located<string>? from, DiagramParts right, Located<string>? to, SourceSpan span)
    {
        if (left.Lacks("pair", "left", from, span) | right.Lacks("pair", "right", to, span)) return null;
        var (start, end) = (left.Find(from), right.Find(to));
        return start is null || end is null ? null : (start.Value, end.Value);
    }
}
