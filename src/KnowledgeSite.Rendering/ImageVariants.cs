using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using KnowledgeSite.Files;
using KnowledgeSite.Imaging;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// The images of a site that are published smaller than their files: with smaller variants, or without metadata. A
/// variant that is already in the output folder is not made again; its name contains a hash of its original.
/// </summary>
/// <param name="output">The output folder; null if the site is not written.</param>
internal sealed class ImageVariants(Site site, string? output)
{
    private readonly ConcurrentDictionary<SitePath, long> _lengths = new();

    /// <summary>The images, sorted by their paths; empty if the site is not written.</summary>
    public IReadOnlyList<SmallerImage> Images { get; } =
        output is null
            ? []
            :
            [
                .. site
                    .Assets.DistinctBy(a => a.Address)
                    .Select(a => new SmallerImage(a, PageImages.FindVariants(site, a)))
                    .Where(i => i.Variants.Count > 0 || i.Original.Length < i.Original.SourceLength)
                    .OrderBy(i => i.Original.File.Path),
            ];

    public IEnumerable<OutputFile> CreateFiles() =>
        site
            .Assets.DistinctBy(a => a.Address)
            .SelectMany(a =>
            {
                var variants = PageImages.FindVariants(site, a);
                var widest = variants.Count == 0 ? 0 : variants[^1].Width;
                var image = new ResizableImage(a.File.ReadBytes, widest, variants.Count);
                return variants.Select(v => CreateFile(image, v));
            });

    /// <summary>The length of a variant in bytes. It is known when the variant has been written.</summary>
    public long LengthOf(ImageVariant variant) => _lengths.GetValueOrDefault(variant.Address, LengthOfKept(variant));

    /// <summary>The sizes of all images that have variants: as they are, and as a phone loads them.</summary>
    public (int Count, long Before, long After) Sum()
    {
        var resized = Images.Where(i => i.Variants.Count > 0).ToList();
        return (
            resized.Count,
            resized.Sum(i => (long)i.Original.SourceLength),
            resized.Sum(i => LengthOf(i.ForPhones))
        );
    }

    private OutputFile CreateFile(ResizableImage image, ImageVariant variant)
    {
        var kept = PathOf(variant);
        return new(
            variant.Address,
            to =>
            {
                if (kept is not null && IsWhole(kept))
                {
                    to.Write(File.ReadAllBytes(kept));
                    return;
                }

                var counted = new ArrayBufferWriter<byte>();
                image.WriteWebP(variant.Width, counted);
                to.Write(counted.WrittenSpan);
                _lengths[variant.Address] = counted.WrittenCount;
            }
        )
        {
            IsNamedByContent = kept is null || IsWhole(kept),
        };
    }

    private long LengthOfKept(ImageVariant variant) =>
        PathOf(variant) is { } path && new FileInfo(path) is { Exists: true, Length: var length } ? length : 0;

    private string? PathOf(ImageVariant variant) => output is null ? null : Path.Combine(output, variant.Address.File);

    /// <summary>True if a file exists and is as long as the header of a WebP file says.</summary>
    private static bool IsWhole(string path)
    {
        var file = new FileInfo(path);
        if (file is not { Exists: true, Length: > 20 })
            return false;
        Span<byte> header = stackalloc byte[12];
        using var stream = file.OpenRead();
        stream.ReadExactly(header);
        return header.StartsWith("RIFF"u8)
            && header[8..].StartsWith("WEBP"u8)
            && BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) + 8 == file.Length;
    }
}

/// <summary>A smaller variant of an image.</summary>
/// <param name="Width">The width in pixels.</param>
internal sealed record ImageVariant(int Width, SitePath Address);

/// <summary>An image that readers can load smaller than its file.</summary>
/// <param name="Variants">The variants from the narrowest to the widest; empty if only metadata was removed.</param>
internal sealed record SmallerImage(Asset Original, IReadOnlyList<ImageVariant> Variants)
{
    /// <summary>The width in pixels of a page on most phones.</summary>
    private const int PhonePixels = 800;

    /// <summary>The variant that a phone loads.</summary>
    public ImageVariant ForPhones => Variants.FirstOrDefault(v => v.Width >= PhonePixels) ?? Variants[^1];
}
