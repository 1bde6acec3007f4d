using System.Buffers;
using SkiaSharp;

namespace KnowledgeSite.Imaging;

/// <summary>
/// An image of which smaller variants are written as WebP. It is decoded once for all of them, turned as its metadata
/// says, and in the colours of screens (sRGB), because the variants have no colour profile. Thread-safe.
/// </summary>
/// <param name="read">Returns the bytes of a PNG or JPEG file.</param>
/// <param name="maxWidth">The width of the widest variant.</param>
/// <param name="variants">The number of variants after which the pixels are released.</param>
internal sealed class ResizableImage(Func<byte[]> read, int maxWidth, int variants)
{
    private const int Quality = 82;

    private static readonly SKSamplingOptions Sampling = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    private readonly Lock _lock = new();
    private SKBitmap? _pixels;
    private int _users;
    private int _left = variants;

    /// <summary>
    /// Writes the image at a width. An image that cannot be decoded is written unchanged; browsers, which recognise
    /// images by their content, show as much of it as they can.
    /// </summary>
    public void WriteWebP(int width, IBufferWriter<byte> output)
    {
        lock (_lock)
        {
            _pixels ??= Decode(read(), maxWidth);
            _users++;
        }

        try
        {
            using var webP = _pixels is null ? null : Encode(_pixels, width);
            output.Write(webP is null ? read() : webP.AsSpan());
        }
        finally
        {
            lock (_lock)
            {
                _users--;
                _left--;
                if (_users == 0 && _left <= 0)
                {
                    _pixels?.Dispose();
                    _pixels = null;
                }
            }
        }
    }

    private static SKData? Encode(SKBitmap image, int width)
    {
        var height = Math.Max(1, (int)Math.Round((double)image.Height * width / image.Width));
        using var smaller = width == image.Width ? null : image.Resize(new SKSizeI(width, height), Sampling);
        using var pixels = (smaller ?? image).PeekPixels();
        return pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, Quality));
    }

    /// <summary>The pixels, at least as wide as the widest variant; null if the file is damaged.</summary>
    private static SKBitmap? Decode(byte[] image, int maxWidth)
    {
        using var data = SKData.CreateCopy(image);
        using var codec = SKCodec.Create(data);
        if (codec is null)
            return null;
        var isTurned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        var size = SizeToDecode(codec, maxWidth, isTurned);
        var info = new SKImageInfo(
            size.Width,
            size.Height,
            SKColorType.Rgba8888,
            codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul,
            SKColorSpace.CreateSrgb()
        );
        var pixels = new SKBitmap(info);
        if (codec.GetPixels(info, pixels.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
        {
            pixels.Dispose();
            return null;
        }

        return codec.EncodedOrigin == SKEncodedOrigin.TopLeft ? pixels : Turn(pixels, codec.EncodedOrigin);
    }

    /// <summary>The smallest size in which the file can be decoded and that is wide enough.</summary>
    private static SKSizeI SizeToDecode(SKCodec codec, int maxWidth, bool isTurned)
    {
        // JPEG files can be decoded in eighths of their size.
        for (var eighths = 1; eighths < 8; eighths++)
        {
            var size = codec.GetScaledDimensions(eighths / 8f);
            if ((isTurned ? size.Height : size.Width) >= maxWidth)
                return size;
        }

        return codec.Info.Size;
    }

    /// <summary>Turns or mirrors an image, so that it needs no metadata.</summary>
    private static SKBitmap Turn(SKBitmap image, SKEncodedOrigin origin)
    {
        using (image)
        {
            var (w, h) = (image.Width, image.Height);
            var isTurned = origin >= SKEncodedOrigin.LeftTop;
            var turned = new SKBitmap(image.Info.WithSize(isTurned ? h : w, isTurned ? w : h));
            using var canvas = new SKCanvas(turned);
            canvas.SetMatrix(
                origin switch
                {
                    SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
                    SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
                    SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
                    SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
                    SKEncodedOrigin.RightTop => new(0, -1, h, 1, 0, 0, 0, 0, 1),
                    SKEncodedOrigin.RightBottom => new(0, -1, h, -1, 0, w, 0, 0, 1),
                    SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, w, 0, 0, 1),
                    _ => SKMatrix.Identity,
                }
            );
            canvas.DrawBitmap(image, 0, 0, SKSamplingOptions.Default);
            return turned;
        }
    }
}
