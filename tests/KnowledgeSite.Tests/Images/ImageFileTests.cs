using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using KnowledgeSite.Files;
using KnowledgeSite.Imaging;
using SkiaSharp;

namespace KnowledgeSite.Tests.Images;

public sealed class ImageFileTests
{
    private const string Secret = "GPS 48.2082 N";

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void The_size_is_that_of_the_decoded_image(SKEncodedImageFormat format) =>
        Assert.Equal(new PixelSize(37, 21), ImageFile.ReadSize(Encode(37, 21, format)));

    [Fact]
    public void The_size_of_lossless_and_extended_WebP_and_of_GIF_is_read()
    {
        using var bitmap = new SKBitmap(300, 2);
        using var pixels = bitmap.PeekPixels();
        using var lossless = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 50));
        Assert.Equal(new PixelSize(300, 2), ImageFile.ReadSize(lossless!.AsSpan()));
        Assert.Equal(new PixelSize(4, 3), ImageFile.ReadSize([.. "GIF89a"u8, 4, 0, 3, 0, 0, 0, 0]));
        Assert.Equal(new PixelSize(257, 3), ImageFile.ReadSize(ExtendedWebP(257, 3)));
    }

    [Theory]
    [InlineData("<svg width=\"120\" height=\"30px\"/>", 120, 30)]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE svg><svg viewBox='0 0 24.4, 12'/>", 24, 12)]
    [InlineData("<svg width='10em' height='2' viewBox='0 0 5 5'/>", 5, 5)]
    public void The_size_of_an_SVG_image_is_its_own_or_that_of_its_view_box(string svg, int width, int height) =>
        Assert.Equal(new PixelSize(width, height), ImageFile.ReadSize(Encoding.UTF8.GetBytes(svg)));

    [Theory]
    [InlineData("")]
    [InlineData("<svg>")]
    [InlineData("<svg width='0' height='5'/>")]
    [InlineData("<p><svg width='5' height='5'/></p>")]
    [InlineData("GIF8")]
    [InlineData("no image")]
    public void An_unknown_or_damaged_file_has_no_size(string text) =>
        Assert.Null(ImageFile.ReadSize(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Any_cut_of_an_image_is_read_without_an_exception(SKEncodedImageFormat format)
    {
        var image = AddMetadata(Encode(40, 30, format));
        for (var length = 0; length < image.Length; length++)
        {
            var cut = image[..length];
            ImageFile.ReadSize(cut);
            ImageFile.CanBeResized(cut);
            Assert.True(ImageFile.RemoveMetadata(cut).Length <= length);
        }
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Metadata_is_removed_and_the_pixels_stay(SKEncodedImageFormat format)
    {
        var image = Encode(40, 30, format);
        var photo = AddMetadata(image);
        Assert.Contains(Secret, Encoding.Latin1.GetString(photo), StringComparison.Ordinal);

        var cleaned = ImageFile.RemoveMetadata(photo);
        Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(cleaned), StringComparison.Ordinal);
        Assert.Equal(Pixels(photo), Pixels(cleaned));
        Assert.Same(cleaned, ImageFile.RemoveMetadata(cleaned));
    }

    [Fact]
    public void A_photo_that_is_turned_stays_turned()
    {
        var photo = AddMetadata(Encode(40, 30, SKEncodedImageFormat.Jpeg), orientation: 6);
        var cleaned = ImageFile.RemoveMetadata(photo);
        Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(cleaned), StringComparison.Ordinal);
        Assert.Equal(new PixelSize(30, 40), ImageFile.ReadSize(cleaned));
        using var codec = SKCodec.Create(new MemoryStream(cleaned));
        Assert.Equal(SKEncodedOrigin.RightTop, codec.EncodedOrigin);
        Assert.Equal(cleaned, ImageFile.RemoveMetadata(cleaned));
    }

    [Fact]
    public void What_a_camera_appends_to_a_photo_is_removed()
    {
        var image = Encode(40, 30, SKEncodedImageFormat.Jpeg);
        var cleaned = ImageFile.RemoveMetadata([.. image, .. AddMetadata(image)]);
        Assert.Equal(image, cleaned);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    public void A_smaller_variant_is_WebP_in_the_same_proportions(SKEncodedImageFormat format)
    {
        var output = new ArrayBufferWriter<byte>();
        new ResizableImage(() => Encode(900, 600, format), 480, 1).WriteWebP(480, output);
        Assert.True(output.WrittenSpan.StartsWith("RIFF"u8));
        Assert.Equal(new PixelSize(480, 320), ImageFile.ReadSize(output.WrittenSpan));
    }

    [Fact]
    public void An_image_that_cannot_be_decoded_is_written_unchanged()
    {
        var output = new ArrayBufferWriter<byte>();
        var damaged = Encode(900, 600, SKEncodedImageFormat.Png)[..20];
        new ResizableImage(() => damaged, 480, 1).WriteWebP(480, output);
        Assert.Equal(damaged, output.WrittenSpan.ToArray());
    }

    private static byte[] Encode(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.SeaGreen);
        using var paint = new SKPaint { Color = SKColors.White };
        canvas.DrawCircle(width / 2f, height / 2f, height / 3f, paint);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    private static byte[] Pixels(byte[] image)
    {
        using var bitmap = SKBitmap.Decode(image);
        return bitmap.Bytes;
    }

    private static byte[] AddMetadata(byte[] image, byte orientation = 1) =>
        image[0] switch
        {
            0x89 => [.. image[..33], .. Chunk("tEXt", $"Comment\0{Secret}"), .. image[33..]],
            0xFF => [.. image[..2], .. Exif(orientation), .. Segment(0xFE, Secret), .. image[2..]],
            _ => AddToWebP(image),
        };

    private static byte[] Chunk(string name, string text)
    {
        byte[] data = [.. Encoding.ASCII.GetBytes(name), .. Encoding.Latin1.GetBytes(text)];
        return [.. BigEndian((uint)data.Length - 4), .. data, .. BigEndian(Crc(data))];
    }

    private static byte[] Segment(byte marker, string text) =>
        [0xFF, marker, 0, (byte)(text.Length + 2), .. Encoding.Latin1.GetBytes(text)];

    private static byte[] Exif(byte orientation)
    {
        byte[] list = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        var tiff = "Exif\0\0MM\0*\0\0\0\b" + Encoding.Latin1.GetString(list) + Secret;
        return Segment(0xE1, tiff);
    }

    private static byte[] AddToWebP(byte[] image)
    {
        byte[] file =
        [
            .. image,
            .. "EXIF"u8,
            (byte)(Secret.Length + 1),
            0,
            0,
            0,
            .. Encoding.ASCII.GetBytes(Secret),
            0,
        ];
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)file.Length - 8);
        return file;
    }

    private static byte[] ExtendedWebP(int width, int height) =>
        [
            .. "RIFF"u8,
            22,
            0,
            0,
            0,
            .. "WEBPVP8X"u8,
            10,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            (byte)(width - 1),
            (byte)((width - 1) >> 8),
            0,
            (byte)(height - 1),
            0,
            0,
            0,
        ];

    private static byte[] BigEndian(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
