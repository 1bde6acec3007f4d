namespace KnowledgeSite.Diagrams;

/// <summary>
/// A finished drawing as a list of marks, back to front; coordinates are pixels from the upper left corner.
/// </summary>
internal sealed record Picture(double Width, double Height, IReadOnlyList<PictureMark> Marks);

/// <summary>A mark of a picture.</summary>
/// <param name="Style">Classes of the style sheet, such as <c>box</c> or <c>way dashed</c>.</param>
internal abstract record PictureMark(string Style);

/// <param name="Path">SVG path data.</param>
internal sealed record PathMark(string Path, string Style) : PictureMark(Style);

/// <summary>A line of text; its anchor and size follow from its style, see <see cref="TextStyle"/>.</summary>
/// <param name="Y">The baseline.</param>
internal sealed record TextMark(string Text, double X, double Y, string Style) : PictureMark(Style);

/// <summary>Marks that belong together, with a name that screen readers announce.</summary>
/// <param name="Link">The index of the link of the diagram that the group leads to.</param>
/// <param name="Place">The room of the group, which nothing else may cover.</param>
internal sealed record GroupMark(string Name, int? Link, PlacedRectangle Place, IReadOnlyList<PictureMark> Marks)
    : PictureMark("");

internal readonly record struct PlacedRectangle(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double MiddleX => X + (Width / 2);

    public double MiddleY => Y + (Height / 2);

    public bool Overlaps(PlacedRectangle other) =>
        Right > other.X + 0.1 && other.Right > X + 0.1 && Bottom > other.Y + 0.1 && other.Bottom > Y + 0.1;

    public PlacedRectangle Move(double x, double y) => this with { X = X + x, Y = Y + y };

    /// <summary>The smallest rectangle around this one and another.</summary>
    public PlacedRectangle Include(PlacedRectangle other)
    {
        var x = Math.Min(X, other.X);
        var y = Math.Min(Y, other.Y);
        return new(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }
}

/// <summary>Moves marks.</summary>
internal static class PictureMarks
{
    public static PictureMark Move(PictureMark mark, double x, double y) =>
        mark switch
        {
            TextMark text => text with { X = text.X + x, Y = text.Y + y },
            GroupMark group => group with
            {
                Place = group.Place.Move(x, y),
                Marks = [.. group.Marks.Select(m => Move(m, x, y))],
            },
            PathMark path => path with { Path = PathWriter.Move(path.Path, x, y) },
            _ => mark,
        };
}

/// <summary>The styles of texts, as the style sheet of the theme has them.</summary>
internal static class TextStyle
{
    /// <summary>Centred, as large as the text in boxes.</summary>
    public const string Box = "text";

    /// <summary>Centred, in small print.</summary>
    public const string Label = "label";

    /// <summary>Small print that begins at its position.</summary>
    public const string Start = "label aside";

    /// <summary>Small print that ends at its position.</summary>
    public const string End = "label end";

    /// <summary>Centred small print with the colour of the page behind it, because it is above lines.</summary>
    public const string Halo = "label halo";

    public const string HaloStart = "label aside halo";

    /// <summary>Centred small print on a dark ground.</summary>
    public const string Inverse = "label inverse";

    /// <summary>Small bold print that begins at its position.</summary>
    public const string Title = "title";

    /// <summary>Bold and centred, as large as the text in boxes.</summary>
    public const string Strong = "text strong";

    /// <summary>Begins at its position, as large as the text in boxes.</summary>
    public const string BoxStart = "text aside";

    public static double SizeOf(string style) =>
        style.StartsWith("text", StringComparison.Ordinal) ? DiagramMetrics.TextSize : DiagramMetrics.SmallSize;

    public static double LeadingOf(string style) =>
        style.StartsWith("text", StringComparison.Ordinal) ? DiagramMetrics.TextLeading : DiagramMetrics.SmallLeading;

    public static bool IsBold(string style) => style == Title || style == Strong;

    public static double WidthOf(string text, string style) => TextMeasure.WidthOf(text, SizeOf(style), IsBold(style));

    /// <summary>The room that a text takes.</summary>
    public static PlacedRectangle PlaceOf(TextMark text)
    {
        var width = WidthOf(text.Text, text.Style);
        var size = SizeOf(text.Style);
        var x = text.Style switch
        {
            Start or HaloStart or Title or BoxStart => text.X,
            End => text.X - width,
            _ => text.X - (width / 2),
        };
        return new(x, text.Y - (size * 0.75), width, size * 0.95);
    }
}

/// <summary>Lines of text under each other.</summary>
internal sealed record TextBlock(IReadOnlyList<string> Lines, string Style)
{
    public static readonly TextBlock Empty = new([], TextStyle.Label);

    public double Width { get; } = WidestOf(Lines, Style);

    public double Height => Lines.Count * TextStyle.LeadingOf(Style);

    /// <summary>Wraps each line of a text; a line break in it is kept.</summary>
    public static TextBlock Wrap(string text, double width, string style)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
            return new(TextEmphasis.Continue(WrapLine(text, width, style)), style);
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
            lines.AddRange(WrapLine(line, width, style));
        return new(TextEmphasis.Continue(lines), style);
    }

    private static IReadOnlyList<string> WrapLine(string line, double width, string style) =>
        line.Length == 0 ? [""] : TextMeasure.Wrap(line, width, TextStyle.SizeOf(style), TextStyle.IsBold(style));

    private static double WidestOf(IReadOnlyList<string> lines, string style)
    {
        var widest = 0.0;
        foreach (var line in lines)
            widest = Math.Max(widest, TextStyle.WidthOf(line, style));
        return widest;
    }

    /// <summary>The first lines, the last one with an ellipsis if there are more.</summary>
    public TextBlock Take(int most) =>
        Lines.Count <= most ? this : new([.. Lines.Take(most - 1), Lines[most - 1].TrimEnd() + "…"], Style);

    /// <summary>The lines with their middle at a height.</summary>
    /// <param name="x">The middle, the start or the end of the lines, as the style says.</param>
    public TextMark[] Draw(double x, double middle)
    {
        var leading = TextStyle.LeadingOf(Style);
        var size = TextStyle.SizeOf(Style);
        var top = middle - (Height / 2);
        var marks = new TextMark[Lines.Count];
        for (var i = 0; i < marks.Length; i++)
            marks[i] = new(Lines[i], x, top + (i * leading) + (leading * 0.5) + (size * 0.35), Style);
        return marks;
    }
}

/// <summary>An entry of the text that says the same as a drawing.</summary>
/// <param name="Link">The index of the link of the diagram that the entry leads to.</param>
/// <param name="Rest">Text after the linked one.</param>
internal sealed record OutlineEntry(string Text, int? Link = null, string Rest = "")
{
    public IReadOnlyList<OutlineEntry> Entries { get; init; } = [];
}
