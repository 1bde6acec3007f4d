using System.Buffers;
using SkiaSharp;

namespace KnowledgeSite.Imaging;

/// <summary>Writes an image in a smaller size, as WebP.</summary>
internal static class SmallerImage
{
    private const int Quality = 82;

    private static readonly SKSamplingOptions Sampling = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>
    /// Writes a PNG or JPEG image at a width. An image that cannot be decoded is written unchanged; browsers, which
    /// recognise images by their content, show as much of it as they can.
    /// </summary>
    public static void WriteWebP(byte[] image, int width, IBufferWriter<byte> output)
    {
        using var data = SKData.CreateCopy(image);
        using var codec = SKCodec.Create(data);
        using var original = codec is null ? null : SKBitmap.Decode(codec);
        if (original is null)
        {
            output.Write(image);
            return;
        }

        var height = Math.Max(1, (int)Math.Round((double)original.Height * width / original.Width));
        using var smaller = width == original.Width ? null : original.Resize(new SKSizeI(width, height), Sampling);
        using var pixels = (smaller ?? original).PeekPixels();
        using var webP = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, Quality));
        output.Write(webP is null ? image : webP.AsSpan());
    }
}
