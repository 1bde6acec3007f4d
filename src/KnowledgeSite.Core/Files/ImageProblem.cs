using System.Buffers.Binary;

namespace KnowledgeSite.Files;

/// <summary>Finds out why browsers would not show an image, or not well.</summary>
internal static class ImageProblem
{
    /// <summary>Larger images use more memory than phones have for a page.</summary>
    private const long MaxPixels = 100_000_000;

    private static readonly HashSet<string> Formats = [".png", ".jpg", ".jpeg", ".gif", ".webp"];

    /// <summary>
    /// The problem and its fix, as the rest of a sentence that begins with the name of the file; null if there is none
    /// or the file is no image.
    /// </summary>
    /// <param name="bytes">The published file, from which metadata was removed.</param>
    public static string? Find(SourcePath path, ReadOnlySpan<byte> bytes)
    {
        if (path.Extension == ".avif" && bytes[..Math.Min(bytes.Length, 4096)].IndexOf("Exif"u8) >= 0)
            return "contains metadata, such as the place of a photo. Save it without metadata, or as WebP.";
        if (!Formats.Contains(path.Extension))
            return null;
        if (bytes.IsEmpty)
            return "is empty. Save it again.";
        if (ImageFile.ReadSize(bytes) is not { } size)
            return "is damaged, or is not an image that browsers show. Save it again as PNG, JPEG or WebP.";
        if (!IsWhole(bytes))
            return "is not complete: its end is missing. Copy or save it again.";
        return (long)size.Width * size.Height > MaxPixels
            ? string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"has {size.Width:N0} × {size.Height:N0} pixels, more than many phones can show. Make it smaller."
            )
            : null;
    }

    private static bool IsWhole(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0x89, ..] => bytes.IndexOf("IEND"u8) >= 0,
            [0xFF, ..] => bytes.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0,
            [(byte)'R', ..] => BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8 <= bytes.Length,
            _ => true,
        };
}
