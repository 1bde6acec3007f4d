using SkiaSharp;

namespace KnowledgeSite.BrowserTests.Screenshots;

/// <summary>Scales and compares screenshots, which are PNG files.</summary>
internal static class ImageComparer
{
    /// <summary>A smaller image: each point is the mean of a square of <paramref name="side"/> × side pixels.</summary>
    public static byte[] Reduce(byte[] png, int side)
    {
        using var whole = Decode(png);
        var (width, height) = ((whole.Width + side - 1) / side, (whole.Height + side - 1) / side);
        var sums = new int[width * height * 3];
        var pixels = whole.GetPixelSpan();
        for (var y = 0; y < whole.Height; y++)
        {
            var row = pixels.Slice(y * whole.RowBytes, whole.Width * 4);
            var line = y / side * width;
            for (var x = 0; x < whole.Width; x++)
            {
                var to = (line + x / side) * 3;
                sums[to] += row[x * 4];
                sums[to + 1] += row[x * 4 + 1];
                sums[to + 2] += row[x * 4 + 2];
            }
        }

        // The last point of a row, and those of the last row, may cover fewer pixels.
        return Encode(
            width,
            height,
            (point, channel) =>
            {
                var covered =
                    Math.Min(side, whole.Width - point % width * side)
                    * Math.Min(side, whole.Height - point / width * side);
                return (byte)((sums[point * 3 + channel] + covered / 2) / covered);
            }
        );
    }

    public static ImageDifference Compare(byte[] accepted, byte[] actual)
    {
        using var before = Decode(accepted);
        using var after = Decode(actual);
        if (before.Info.Size != after.Info.Size)
            return new(HasSameSize: false, 0, 0, actual);
        var by = new int[after.Width * after.Height];
        var old = before.GetPixelSpan();
        var present = after.GetPixelSpan().ToArray();
        for (var point = 0; point < by.Length; point++)
        for (var at = point * 4; at < point * 4 + 3; at++)
            by[point] = Math.Max(by[point], Math.Abs(old[at] - present[at]));
        return new(
            HasSameSize: true,
            by.Count(b => b > ImageDifference.Large) / (double)by.Length,
            by.Count(b => b > ImageDifference.Small) / (double)by.Length,
            Encode(
                after.Width,
                after.Height,
                (point, channel) =>
                    by[point] > ImageDifference.Large
                        ? (byte)(channel == 0 ? 214 : 0)
                        : (byte)(128 + present[point * 4 + channel] / 2)
            )
        );
    }

    private static SKBitmap Decode(byte[] png)
    {
        using var codec = SKCodec.Create(new SKMemoryStream(png));
        var size = codec.Info.Size;
        return SKBitmap.Decode(codec, new(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
    }

    /// <param name="colour">The red, green or blue (0, 1, 2) of a point.</param>
    private static byte[] Encode(int width, int height, Func<int, int, byte> colour)
    {
        var pixels = new byte[width * height * 4];
        for (var at = 0; at < pixels.Length; at++)
            pixels[at] = at % 4 == 3 ? byte.MaxValue : colour(at / 4, at % 4);
        using var image = SKImage.FromPixelCopy(
            new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque),
            pixels
        );
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}

/// <summary>
/// How much an image differs from the accepted one. Two points differ by the largest difference of red, green and blue,
/// from 0 to 255.
/// </summary>
/// <param name="HasSameSize">Whether the images can be compared at all.</param>
/// <param name="LargeShare">The share of points that differ by more than <see cref="Large"/>: something was moved, lost
/// or has another colour.</param>
/// <param name="SmallShare">The share of points that differ by more than <see cref="Small"/>: all of them, if the
/// background has another colour.</param>
/// <param name="Image">The new image, faded, with the points that differ much in red.</param>
internal sealed record ImageDifference(bool HasSameSize, double LargeShare, double SmallShare, byte[] Image)
{
    public const int Large = 16;
    public const int Small = 3;

    // docs/screenshots.md has the measurements.
    private const double LargeAllowed = 0.003;
    private const double SmallAllowed = 0.25;

    public bool IsTolerated => HasSameSize && LargeShare <= LargeAllowed && SmallShare <= SmallAllowed;

    public override string ToString() =>
        HasSameSize
            ? $"{LargeShare:P2} of the points differ by more than {Large} ({LargeAllowed:P2} allowed), "
                + $"{SmallShare:P0} by more than {Small} ({SmallAllowed:P0} allowed)"
            : "the size differs";
}
