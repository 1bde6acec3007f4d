namespace KnowledgeSite.Cards;

internal readonly record struct OutlinePoint(double X, double Y);

/// <summary>
/// A stretch of an outline: a straight line, or a parabola that <paramref name="Pull"/> draws towards itself.
/// </summary>
internal readonly record struct Curve(OutlinePoint From, OutlinePoint? Pull, OutlinePoint To)
{
    /// <summary>Moved, after it was made larger. A font counts upwards, a picture downwards.</summary>
    public Curve Placed(double scale, OutlinePoint at)
    {
        return new(Place(From), Pull is { } pull ? Place(pull) : null, Place(To));

        OutlinePoint Place(OutlinePoint spot) => new(at.X + spot.X * scale, at.Y - spot.Y * scale);
    }
}
