using System.Text;

namespace KnowledgeSite.Diagrams;

/// <summary>
/// Lines between the rows of a list and the middle of the opposite side, in a 100 × 100 square that may be stretched.
/// </summary>
internal static class FanCurves
{
    public const int MaxRows = 9;

    private static readonly string[] ToTheRight = [.. Enumerable.Range(0, MaxRows + 1).Select(rows => Draw(rows, 0))];
    private static readonly string[] ToTheLeft = [.. Enumerable.Range(0, MaxRows + 1).Select(rows => Draw(rows, 100))];

    /// <summary>The lines from rows on the left.</summary>
    public static string Closing(int rows) => ToTheRight[rows];

    /// <summary>The lines to rows on the right.</summary>
    public static string Opening(int rows) => ToTheLeft[rows];

    private static string Draw(int rows, double side)
    {
        var path = new StringBuilder();
        for (var row = 0; row < rows; row++)
            path.Append(
                new PathWriter(runsRight: true)
                    .Begin(new(side, (row + 0.5) * 100 / rows))
                    .CurveTo(new(100 - side, 50))
                    .End()
            );
        return path.ToString();
    }
}
