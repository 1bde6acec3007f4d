using System.Buffers;

namespace KnowledgeSite.Imaging;

/// <summary>
/// An image buffer for flat colours on a background, with sixteen steps of anti-aliasing per colour. This suffices for
/// text and lines, and compresses well.
/// </summary>
/// <param name="ground">The background colour as 0xRRGGBB, as all colours here.</param>
internal sealed class PixelBuffer(int width, int height, int ground)
{
    private const int Steps = 16;

    private readonly byte[] _pixels = new byte[width * height];
    private readonly List<int> _inks = [];

    public void Box(int left, int top, int boxWidth, int boxHeight, int colour)
    {
        var index = (byte)(First(colour) + Steps - 1);
        for (var y = top; y < top + boxHeight; y++)
            _pixels.AsSpan(y * width + left, boxWidth).Fill(index);
    }

    /// <summary>Fills an outline; parts outside the image are clipped.</summary>
    public void Fill(IReadOnlyList<Curve> outline, int colour)
    {
        var first = First(colour);
        CoverageRasterizer.Fill(
            outline,
            (x, y, covered) =>
            {
                if (x < 0 || y < 0 || x >= width || y >= height)
                    return;
                ref var pixel = ref _pixels[y * width + x];
                pixel = (byte)Math.Max(pixel, first + (int)Math.Round(covered * (Steps - 1)));
            }
        );
    }

    public void Text(string text, SizedFont lettering, double left, double baseline, int colour)
    {
        foreach (var letter in lettering.Outlines(text, new(left, baseline)))
            Fill(letter, colour);
    }

    public void WriteTo(IBufferWriter<byte> output)
    {
        var palette = new byte[3 * Math.Max(1, _inks.Count * Steps)];
        Write(palette, 0, ground, ground, 0);
        for (var i = 0; i < _inks.Count * Steps; i++)
            Write(palette, i, ground, _inks[i / Steps], i % Steps);
        PngFile.Write(output, width, height, palette, _pixels);
    }

    /// <summary>
    /// The index of a colour's first step in the palette. The first step of each colour is the background.
    /// </summary>
    private int First(int colour)
    {
        if (!_inks.Contains(colour))
            _inks.Add(colour);
        return _inks.IndexOf(colour) * Steps;
    }

    private static void Write(byte[] palette, int index, int from, int to, int step)
    {
        for (var part = 0; part < 3; part++)
        {
            var (a, b) = (from >> (16 - 8 * part) & 0xFF, to >> (16 - 8 * part) & 0xFF);
            palette[3 * index + part] = (byte)(a + ((b - a) * step + (b >= a ? 7 : -7)) / (Steps - 1));
        }
    }
}
