namespace KnowledgeSite.Diagrams;

/// <summary>A finished drawing; coordinates are pixels from the upper left corner.</summary>
internal sealed record Drawing(
    double Width,
    double Height,
    IReadOnlyList<DrawnBox> Boxes,
    IReadOnlyList<DrawnLine> Lines,
    IReadOnlyList<DrawnText> Labels,
    IReadOnlyList<DrawnFrame> Frames
);

/// <param name="Node">The index of the node in the graph.</param>
/// <param name="Lines">The wrapped text, then the detail.</param>
internal sealed record DrawnBox(
    int Node,
    double X,
    double Y,
    double Width,
    double Height,
    BoxShape Shape,
    IReadOnlyList<DrawnText> Lines
);

/// <param name="Path">SVG path data.</param>
/// <param name="Head">SVG path data of the arrowhead; null for a line without one.</param>
/// <param name="IsBackEdge">True if the edge leads to an earlier step.</param>
internal sealed record DrawnLine(string Path, string? Head, bool IsBackEdge);

/// <param name="Y">The baseline of the text.</param>
public sealed record DrawnText(string Text, double X, double Y, TextRole Role);

internal sealed record DrawnFrame(double X, double Y, double Width, double Height, IReadOnlyList<DrawnText> Title);

public enum TextRole
{
    /// <summary>Centred in its box.</summary>
    Text,
    Detail,

    /// <summary>At a line, centred on its position.</summary>
    Label,

    /// <summary>At a line, starting at its position.</summary>
    LabelAside,
    FrameTitle,
}
