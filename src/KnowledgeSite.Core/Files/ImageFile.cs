using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Xml;

namespace KnowledgeSite.Files;

/// <summary>The size of an image in pixels. Neither side is 0.</summary>
internal readonly record struct PixelSize(int Width, int Height);

/// <summary>
/// Reads the structure of image files, without decoding their pixels: the size, and metadata such as the place where a
/// photo was taken. Sources: RFC 2083 (PNG), ITU T.81 and Exif 2.32 (JPEG), the WebP container specification, GIF89a.
/// </summary>
internal static class ImageFile
{
    private static readonly byte[] PngSignature = [0x89, .. "PNG\r\n\u001a\n"u8];

    /// <summary>The chunks of a PNG file that contain text, the time or Exif.</summary>
    private static readonly string[] PngMetadata = ["eXIf", "iTXt", "tEXt", "tIME", "zTXt"];

    /// <summary>
    /// The size at which browsers show the image; null if the format is unknown, the file is damaged, or an SVG image
    /// has no size.
    /// </summary>
    public static PixelSize? ReadSize(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(PngSignature))
            return bytes.Length < 24 ? null : Size(BigEndian32(bytes, 16), BigEndian32(bytes, 20));
        if (bytes.StartsWith("GIF8"u8))
            return bytes.Length < 10 ? null : Size(LittleEndian16(bytes, 6), LittleEndian16(bytes, 8));
        if (IsJpeg(bytes))
            return ReadJpegSize(bytes);
        if (IsWebP(bytes))
            return ReadWebPSize(bytes);
        return ReadSvgSize(bytes);
    }

    /// <summary>True for a JPEG image, and for a PNG image without frames.</summary>
    public static bool CanBeResized(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(PngSignature) ? bytes.IndexOf("acTL"u8) < 0 : IsJpeg(bytes);

    /// <summary>
    /// Removes from a PNG, JPEG or WebP image what describes it: place, camera, author, comments, previews. Colour
    /// profiles and the orientation stay. Returns the same array if there is nothing to remove.
    /// </summary>
    public static byte[] RemoveMetadata(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(PngSignature))
            return RemoveFromPng(bytes);
        if (IsJpeg(bytes))
            return RemoveFromJpeg(bytes);
        return IsWebP(bytes) ? RemoveFromWebP(bytes) : bytes;
    }

    private static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xD8, 0xFF, ..];

    private static bool IsWebP(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 30 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8);

    private static PixelSize? Size(long width, long height) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new((int)width, (int)height) : null;

    private static byte[] RemoveFromPng(byte[] bytes)
    {
        var kept = new List<Range> { ..PngSignature.Length };
        for (var at = PngSignature.Length; at + 12 <= bytes.Length; )
        {
            var end = at + 12 + BigEndian32(bytes, at);
            if (end > bytes.Length)
                return bytes;
            if (!PngMetadata.Contains(Encoding.ASCII.GetString(bytes, at + 4, 4)))
                kept.Add(at..(int)end);
            at = (int)end;
        }

        return Join(bytes, kept);
    }

    private static byte[] RemoveFromJpeg(byte[] bytes)
    {
        var orientation = JpegOrientation(bytes);
        var kept = new List<Range> { ..2 };
        var done = 2;
        foreach (var segment in JpegSegments(bytes))
        {
            done = segment.End;
            if (!IsJpegMetadata(bytes, segment))
                kept.Add(segment.Start..segment.End);
        }

        kept.Add(done..FindJpegEnd(bytes, done));
        var cleaned = Join(bytes, kept);
        return orientation == 1 || cleaned == bytes
            ? cleaned
            : [.. cleaned.AsSpan(0, 2), .. OrientationSegment(orientation), .. cleaned.AsSpan(2)];
    }

    /// <summary>Exif and XMP (APP1), IPTC (APP13), comments, and what other programs keep in APP3 to APP12.</summary>
    private static bool IsJpegMetadata(ReadOnlySpan<byte> bytes, (byte Marker, int Start, int End) segment) =>
        segment.Marker is 0xFE or 0xE1 or (>= 0xE3 and <= 0xED) or 0xEF
        || (segment.Marker == 0xE2 && !bytes[(segment.Start + 4)..segment.End].StartsWith("ICC_PROFILE"u8));

    /// <summary>The segments before the pixels, each with its marker and its length.</summary>
    private static List<(byte Marker, int Start, int End)> JpegSegments(ReadOnlySpan<byte> bytes)
    {
        var segments = new List<(byte, int, int)>();
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] is not (0xDA or 0xD9); )
        {
            if (bytes[at + 1] == 0xFF)
            {
                at++;
                continue;
            }

            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (end > bytes.Length || end < at + 4)
                break;
            segments.Add((bytes[at + 1], at, end));
            at = end;
        }

        return segments;
    }

    /// <summary>
    /// The offset after the image. Cameras append previews and videos with metadata of their own.
    /// </summary>
    private static int FindJpegEnd(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            if (bytes[at + 1] == 0xD9)
                return at + 2;
            var isScan = bytes[at + 1] == 0xDA;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            // Within the pixels, 0xFF is followed by 0 or by a restart marker.
            while (
                isScan && at + 1 < bytes.Length && (bytes[at] != 0xFF || bytes[at + 1] is 0 or (>= 0xD0 and <= 0xD7))
            )
                at++;
        }

        return at + 2 == bytes.Length && bytes[at] == 0xFF && bytes[at + 1] == 0xD9 ? at + 2 : bytes.Length;
    }

    private static PixelSize? ReadJpegSize(ReadOnlySpan<byte> bytes)
    {
        foreach (var (marker, start, end) in JpegSegments(bytes))
        {
            if (marker is < 0xC0 or > 0xCF or 0xC4 or 0xC8 or 0xCC || end - start < 9)
                continue;
            var height = BinaryPrimitives.ReadUInt16BigEndian(bytes[(start + 5)..]);
            var width = BinaryPrimitives.ReadUInt16BigEndian(bytes[(start + 7)..]);
            return JpegOrientation(bytes) > 4 ? Size(height, width) : Size(width, height);
        }

        return null;
    }

    /// <summary>The value of the Exif tag Orientation, 1 to 8; from 5 on, width and height are exchanged.</summary>
    private static int JpegOrientation(ReadOnlySpan<byte> bytes)
    {
        foreach (var (marker, start, end) in JpegSegments(bytes))
        {
            var data = bytes[(start + 4)..end];
            if (marker != 0xE1 || !data.StartsWith("Exif\0\0"u8) || data.Length < 16)
                continue;
            var tiff = data[6..];
            var isLittle = tiff.StartsWith("II"u8);
            var list = Number(tiff, 4, 4);
            if (list < 8 || list + 2 > tiff.Length)
                return 1;
            var count = Number(tiff, (int)list, 2);
            for (var i = 0; i < count; i++)
            {
                var entry = (int)list + 2 + (i * 12);
                if (entry + 12 > tiff.Length)
                    return 1;
                if (Number(tiff, entry, 2) == 0x0112)
                    return Number(tiff, entry + 8, 2) is >= 1 and <= 8 and var value ? (int)value : 1;
            }

            long Number(ReadOnlySpan<byte> from, int at, int length) =>
                (isLittle, length) switch
                {
                    (true, 2) => BinaryPrimitives.ReadUInt16LittleEndian(from[at..]),
                    (false, 2) => BinaryPrimitives.ReadUInt16BigEndian(from[at..]),
                    (true, _) => BinaryPrimitives.ReadUInt32LittleEndian(from[at..]),
                    _ => BinaryPrimitives.ReadUInt32BigEndian(from[at..]),
                };
        }

        return 1;
    }

    /// <summary>An APP1 segment that contains the orientation and nothing else.</summary>
    private static byte[] OrientationSegment(int orientation) =>
        [
            0xFF,
            0xE1,
            0,
            34,
            .. "Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8,
            (byte)orientation,
            .. new byte[6],
        ];

    private static byte[] RemoveFromWebP(byte[] bytes)
    {
        var kept = new List<Range> { ..12 };
        for (var at = 12; at + 8 <= bytes.Length; )
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            var end = Math.Min(bytes.Length, at + 8 + length + (length & 1));
            if (!bytes.AsSpan(at).StartsWith("EXIF"u8) && !bytes.AsSpan(at).StartsWith("XMP "u8))
                kept.Add(at..(int)end);
            at = (int)end;
        }

        var cleaned = Join(bytes, kept);
        if (cleaned == bytes)
            return bytes;
        BinaryPrimitives.WriteUInt32LittleEndian(cleaned.AsSpan(4), (uint)cleaned.Length - 8);
        // The flags for XMP and Exif.
        if (cleaned.AsSpan(12).StartsWith("VP8X"u8))
            cleaned[20] &= 0b1111_0011;
        return cleaned;
    }

    private static PixelSize? ReadWebPSize(ReadOnlySpan<byte> bytes)
    {
        var data = bytes[20..];
        if (bytes[12..].StartsWith("VP8X"u8))
            return Size(LittleEndian24(data, 4) + 1, LittleEndian24(data, 7) + 1);
        if (bytes[12..].StartsWith("VP8L"u8))
        {
            var sides = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return Size((sides & 0x3FFF) + 1, ((sides >> 14) & 0x3FFF) + 1);
        }

        return bytes[12..].StartsWith("VP8 "u8)
            ? Size(LittleEndian16(data, 6) & 0x3FFF, LittleEndian16(data, 8) & 0x3FFF)
            : null;
    }

    /// <summary>The width and height of an SVG image, or those of its view box.</summary>
    private static PixelSize? ReadSvgSize(ReadOnlySpan<byte> bytes)
    {
        if (bytes[..Math.Min(bytes.Length, 4096)].IndexOf("<svg"u8) < 0)
            return null;
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
            using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), settings);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg")
                return null;
            if (Pixels(reader["width"]) is { } width && Pixels(reader["height"]) is { } height)
                return Size(width, height);
            var box = (reader["viewBox"] ?? "").Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries);
            return box.Length == 4 && Pixels(box[2]) is { } wide && Pixels(box[3]) is { } high
                ? Size(wide, high)
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>A length without a unit or in <c>px</c>, rounded; null for any other.</summary>
    private static long? Pixels(string? length)
    {
        if (length is null)
            return null;
        var number = length.EndsWith("px", StringComparison.Ordinal) ? length[..^2] : length;
        return
            double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var pixels)
            && pixels is >= 0.5 and < 100_000
            ? (long)Math.Round(pixels)
            : null;
    }

    private static byte[] Join(byte[] bytes, List<Range> kept)
    {
        var length = kept.Sum(k => k.GetOffsetAndLength(bytes.Length).Length);
        if (length == bytes.Length)
            return bytes;
        var joined = new byte[length];
        var at = 0;
        foreach (var range in kept)
        {
            bytes.AsSpan(range).CopyTo(joined.AsSpan(at));
            at += bytes.AsSpan(range).Length;
        }

        return joined;
    }

    private static long BigEndian32(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private static int LittleEndian16(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static int LittleEndian24(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
}
