namespace KnowledgeSite.Cards;

internal readonly record struct Spot(double X, double Y);

/// <summary>
/// A stretch of an outline: a straight line, or a parabola that <paramref name="Pull"/> draws towards itself.
/// </summary>
internal readonly record struct Curve(Spot From, Spot? Pull, Spot To)
{
    /// <summary>Moved, after it was made larger. A font counts upwards, a picture downwards.</summary>
    public Curve Placed(double scale, Spot at)
    {
        return new(Place(From), Pull is { } pull ? Place(pull) : null, Place(To));

        Spot Place(Spot spot) => new(at.X + spot.X * scale, at.Y - spot.Y * scale);
    }
}
