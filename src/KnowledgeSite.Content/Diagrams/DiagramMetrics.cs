namespace KnowledgeSite.Diagrams;

/// <summary>The sizes that all diagrams share, in pixels; font sizes equal those in the style sheet.</summary>
internal static class DiagramMetrics
{
    public const double TextSize = 14;
    public const double SmallSize = 12.5;
    public const double TextLeading = 18;
    public const double SmallLeading = 16;
    public const double Padding = 10;
    public const double NarrowestBox = 72;
    public const double WidestBox = 200;
    public const double Gap = 14;

    /// <summary>The lines of a text and its detail inside a box, centred on the box.</summary>
    public static IReadOnlyList<DrawnText> Lines(
        IReadOnlyList<string> text,
        IReadOnlyList<string> detail,
        double x,
        double y
    )
    {
        var at = y - (HeightOf(text.Count, detail.Count) / 2);
        return
        [
            .. text.Select(
                (line, i) => new DrawnText(line, x, at + (i * TextLeading) + (TextLeading * 0.72), TextRole.Text)
            ),
            .. detail.Select(
                (line, i) =>
                    new DrawnText(
                        line,
                        x,
                        at + (text.Count * TextLeading) + (i * SmallLeading) + (SmallLeading * 0.75),
                        TextRole.Detail
                    )
            ),
        ];
    }

    public static double HeightOf(int lines, int details) => (lines * TextLeading) + (details * SmallLeading);
}
