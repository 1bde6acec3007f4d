using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>Reads a <c>mapping</c> diagram and reports its mistakes.</summary>
internal sealed class MappingReader(SourceFile file, DiagnosticBag diagnostics)
{
    private readonly List<Located<string>?> _links = [];

    /// <summary>Reads a diagram. Null if one of its lists has no valid item.</summary>
    public MappingDiagram? Read(MapReader reader, string label, DiagramNote? note)
    {
        var left = new DiagramParts("item on the left", file, diagnostics);
        var right = new DiagramParts("item on the right", file, diagnostics);
        var leftSide = ReadSide(reader.Read(MappingKeys.Left), left);
        var rightSide = ReadSide(reader.Read(MappingKeys.Right), right);
        var pairs = reader
            .Read(MappingKeys.Pairs)
            .Select(p => ReadPair(left, p.Read(MappingKeys.From), right, p.Read(MappingKeys.To), p.Span))
            .OfType<(int, int)>()
            .Distinct()
            .ToList();
        if (leftSide.Items.Count == 0 || rightSide.Items.Count == 0)
            return null;
        var boxes = leftSide.Items.Count + rightSide.Items.Count;
        if (FlowReader.IsTooLarge(boxes, pairs.Count))
            diagnostics.Add(
                Diagnostic.At(
                    DiagramRules.TooLarge,
                    file,
                    new SourceSpan(reader.Span.Start, 1),
                    boxes,
                    pairs.Count,
                    FlowLayout.MaxNodes,
                    FlowLayout.MaxEdges
                )
            );
        return new(label, note, leftSide, rightSide, pairs, _links);
    }

    private MappingSide ReadSide(MapReader? side, DiagramParts parts)
    {
        if (side is null)
            return new("", []);
        var title = side.Read(MappingKeys.Title);
        var items = new List<string>();
        parts.ReportMissing("side", "title", title, side.Span);
        foreach (var item in side.Read(MappingKeys.Items))
        {
            var id = item.Read(MappingKeys.Id);
            var text = item.Read(MappingKeys.Text);
            var link = item.Read(MappingKeys.Link);
            if (!parts.Register(id, text, "text", item.Span, items.Count))
                continue;
            items.Add(text!.Value);
            _links.Add(parts.Link(link));
        }

        return new(title?.Value ?? "", items);
    }

    private static (int, int)? ReadPair(
        DiagramParts left,
        Located<string>? from,
        DiagramParts right,
        Located<string>? to,
        SourceSpan span
    )
    {
        if (left.ReportMissing("pair", "left", from, span) | right.ReportMissing("pair", "right", to, span))
            return null;
        var start = left.Find(from);
        var end = right.Find(to);
        return start is null || end is null ? null : (start.Value, end.Value);
    }
}

/// <summary>The keys of a <c>mapping</c>: a diagram of two lists with lines between their items.</summary>
internal static class MappingKeys
{
    public static readonly Key<Located<string>?> Id = Key.Text("id", "The name by which pairs refer to it.") with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Text = Key.Text("text", "The text of the item.") with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Link = Key.Text("link", "The page that the item links to.");
    public static readonly Key<Located<string>?> Title = Key.Text("title", "The title of the list.") with
    {
        IsRequired = true,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Items = Key.Entries(
        "items",
        "The items of the list.",
        new("An item", Id, Text, Link)
    );
    public static readonly Key<Located<string>?> From = Key.Text("left", "The id of the item on the left.") with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> To = Key.Text("right", "The id of the item on the right.") with
    {
        IsRequired = true,
    };

    public static readonly YamlForm Side = new("A list", Title, Items);
    public static readonly Key<MapReader?> Left = Key.Map("left", "The list on the left.", Side) with
    {
        IsRequired = true,
    };
    public static readonly Key<MapReader?> Right = Key.Map("right", "The list on the right.", Side) with
    {
        IsRequired = true,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Pairs = Key.Entries(
        "pairs",
        "The pairs of items that belong together.",
        new("Two items that belong together", From, To)
    );

    public static readonly YamlForm Form = new(
        "A diagram of two lists",
        DiagramKeys.Label,
        DiagramKeys.Note,
        Left,
        Right,
        Pairs
    );
}
