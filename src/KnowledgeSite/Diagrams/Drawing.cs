namespace KnowledgeSite.Diagrams;

/// <summary>Where everything stands, in pixels from the upper left corner.</summary>
public sealed record Drawing(
    double Width,
    double Height,
    IReadOnlyList<DrawnBox> Boxes,
    IReadOnlyList<DrawnLine> Lines,
    IReadOnlyList<DrawnText> Labels,
    IReadOnlyList<DrawnFrame> Frames
);

/// <param name="Node">Its number in what was drawn.</param>
/// <param name="Lines">The text as it is broken, then the detail.</param>
public sealed record DrawnBox(
    int Node,
    double X,
    double Y,
    double Width,
    double Height,
    BoxShape Shape,
    IReadOnlyList<DrawnText> Lines
);

/// <param name="Path">In the words of SVG.</param>
/// <param name="Head">The point of the arrow; null for a line without one.</param>
/// <param name="IsBackEdge">It leads to an earlier step.</param>
public sealed record DrawnLine(string Path, string? Head, bool IsBackEdge);

/// <param name="Y">Of the line the letters stand on.</param>
public sealed record DrawnText(string Text, double X, double Y, TextRole Role);

public sealed record DrawnFrame(double X, double Y, double Width, double Height, IReadOnlyList<DrawnText> Title);

public enum TextRole
{
    /// <summary>In the middle of its box.</summary>
    Text,
    Detail,

    /// <summary>At a line, in the middle of its place.</summary>
    Label,

    /// <summary>At a line, beginning at its place.</summary>
    LabelAside,
    FrameTitle,
}
