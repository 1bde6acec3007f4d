using System.Buffers;
using System.Buffers.Binary;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Imaging;
using KnowledgeSite.Tests.Support;
using SkiaSharp;

namespace KnowledgeSite.Tests.Images;

/// <summary>Tests the smaller variants of images, from the file to the report.</summary>
public sealed class ImageVariantTests : IDisposable
{
    /// <summary>A JPEG image of 16 × 8 red pixels in CMYK.</summary>
    private const string InkJpeg =
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgW"
        + "FBgSFBUU/8AAFAgACAAQBEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAAJ/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBN"
        + "AFkASwAAPwCqaaiVSloA/9k=";

    /// <summary>A PNG image of 16 × 8 red pixels with 16 bits for each colour.</summary>
    private const string DeepPng =
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAIEAIAAAAvhDSDAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAHElEQVQokWO4w6DBIMdAO5Jh1AK50SDS"
        + "GOypCADabJEBWm14EAAAAABJRU5ErkJggg==";

    private readonly DiskSite _site = new DiskSite().With("index.md", "# Home\n\n![A photo](photo.png)\n").Prepared();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_second_build_keeps_the_variants_and_makes_those_again_that_are_missing_or_damaged()
    {
        _site.With("photo.png", Photo(1000, 600));
        _site.Build();
        var variants = Variants();
        Assert.Equal(["480", "1000"], variants.Select(v => v.Split('.')[^2]).OrderBy(w => w.Length));
        var before = variants.ToDictionary(v => v, File.ReadAllBytes);

        // A file that is changed but as long as before is kept, so it was not made again.
        var marked = before[variants[0]].ToArray();
        marked[^1] ^= 1;
        File.WriteAllBytes(variants[0], marked);
        Assert.Equal(0, _site.Build().Written!.Written);
        Assert.Equal(marked, File.ReadAllBytes(variants[0]));

        File.WriteAllBytes(variants[0], marked[..^10]);
        File.Delete(variants[1]);
        _site.Build();
        Assert.All(before, b => Assert.Equal(b.Value, File.ReadAllBytes(b.Key)));
    }

    [Fact]
    public async Task A_build_reports_what_phones_save_and_the_health_page_lists_the_sizes()
    {
        _site.With("photo.png", Photo(1000, 600));
        var run = await Tool.RunAsync(_site.Folder.Root, "build");
        Assert.Matches(@"1 image has smaller variants: phones load \d+ kB instead of \S+ MB\.", run.Output);
        var health = _site.Page("health/index.html");
        Assert.Matches(@"photo\.png</th><td class=""number"">\S+ MB</td>", health);
        Assert.Matches(@"\d+ kB \(480 px\), \d+ kB \(1000 px\)", health);

        _site.With("photo.png", Photo(100, 60));
        run = await Tool.RunAsync(_site.Folder.Root, "build");
        Assert.DoesNotContain("variants", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("photo.png", _site.Page("health/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_of_few_bytes_has_no_variants()
    {
        using var bitmap = new SKBitmap(1600, 1200);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var noise = SKBitmap.Decode(Photo(200, 150));
        canvas.DrawBitmap(noise, 0, 0, SKSamplingOptions.Default);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        _site.With("photo.png", png.ToArray());
        _site.Build();
        Assert.InRange(png.Size, 60_000, 150_000);
        Assert.Empty(Variants());
    }

    [Theory]
    [InlineData(InkJpeg)]
    [InlineData(DeepPng)]
    public void Other_depths_and_colours_become_those_of_screens(string image)
    {
        var output = new ArrayBufferWriter<byte>();
        new ResizableImage(() => Convert.FromBase64String(image), 8, 1).WriteWebP(8, output);
        using var variant = SKBitmap.Decode(output.WrittenSpan);
        var pixel = variant.GetPixel(4, 2);
        Assert.InRange(pixel.Red, 190, 255);
        Assert.InRange(pixel.Green, 0, 90);
        Assert.InRange(pixel.Blue, 0, 90);
    }

    [Theory]
    [InlineData(1, "red blue")]
    [InlineData(3, "blue red")]
    [InlineData(6, "red blue")]
    [InlineData(8, "blue red")]
    public void A_variant_of_a_turned_photo_is_turned(byte orientation, string colours)
    {
        using var bitmap = new SKBitmap(64, 64);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var paint = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, 32, 64, paint);
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 100);
        var bytes = jpeg.ToArray();
        byte[] photo = [.. bytes[..2], .. Orientation(orientation), .. bytes[2..]];

        var output = new ArrayBufferWriter<byte>();
        new ResizableImage(() => photo, 64, 1).WriteWebP(64, output);
        using var variant = SKBitmap.Decode(output.WrittenSpan);
        var isVertical = orientation >= 5;
        var first = isVertical ? variant.GetPixel(32, 10) : variant.GetPixel(10, 32);
        Assert.Equal(colours, first.Red > 128 ? "red blue" : "blue red");
    }

    [Fact]
    public void All_variants_are_the_same_if_they_are_written_at_once()
    {
        var photo = Photo(900, 600);
        var image = new ResizableImage(() => photo, 800, 8);
        var variants = new byte[16][];
        Parallel.For(0, 16, i => variants[i] = Write(image, i % 2 == 0 ? 480 : 800));
        Assert.All(variants, (v, i) => Assert.Equal(variants[i % 2], v));
    }

    [Fact]
    public void An_image_with_too_many_pixels_is_reported_and_not_decoded()
    {
        byte[] header = [.. Photo(10, 10)];
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(16), 30_000);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(20), 30_000);
        _site.With("photo.png", [.. header, .. new byte[100_000]]);
        var before = GC.GetTotalAllocatedBytes();
        var result = _site.Build();
        Assert.Equal(["KS128"], DiskSite.Rules(result));
        Assert.Contains("30,000 × 30,000 pixels", result.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Empty(Variants());
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 500_000_000);
    }

    [Theory]
    [InlineData(0, "is empty")]
    [InlineData(20, "is damaged")]
    [InlineData(2000, "is not complete")]
    public void A_damaged_image_is_reported_and_published(int length, string problem)
    {
        _site.With("photo.png", Photo(300, 200)[..length]);
        var result = _site.Build();
        Assert.Equal(SourceRules.ImageProblem, Assert.Single(result.Diagnostics).Rule);
        Assert.Contains(problem, result.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains(
            "/photo.",
            Assert.Single(Published("photo.*.png")).Replace('\\', '/'),
            StringComparison.Ordinal
        );
    }

    private string[] Variants() => Published("*.webp");

    private string[] Published(string pattern) =>
        [.. Directory.GetFiles(_site.Folder.Combine("output/assets"), pattern).Order(StringComparer.Ordinal)];

    private static byte[] Write(ResizableImage image, int width)
    {
        var output = new ArrayBufferWriter<byte>();
        image.WriteWebP(width, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>A PNG image of noise, which cannot be compressed.</summary>
    private static byte[] Photo(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        var random = new Random(5);
        var pixels = new SKColor[width * height];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = new SKColor((uint)random.Next() | 0xFF000000);
        bitmap.Pixels = pixels;
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static byte[] Orientation(byte value) =>
        [
            0xFF,
            0xE1,
            0,
            34,
            .. "Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8,
            value,
            .. new byte[6],
        ];
}
