namespace KnowledgeSite.Imaging;

internal readonly record struct OutlinePoint(double X, double Y);

/// <summary>
/// A segment of an outline: a line, or a quadratic Bézier curve with the control point <paramref name="Pull"/>.
/// </summary>
internal readonly record struct Curve(OutlinePoint From, OutlinePoint? Pull, OutlinePoint To)
{
    /// <summary>The curve, scaled and moved. The y axis of a font points up, that of an image down.</summary>
    public Curve Placed(double scale, OutlinePoint at)
    {
        return new(Place(From), Pull is { } pull ? Place(pull) : null, Place(To));

        OutlinePoint Place(OutlinePoint spot) => new(at.X + spot.X * scale, at.Y - spot.Y * scale);
    }
}
