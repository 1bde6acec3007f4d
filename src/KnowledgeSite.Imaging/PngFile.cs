using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace KnowledgeSite.Imaging;

/// <summary>Writes a palette image as PNG (w3.org/TR/png-3) with the four required chunks.</summary>
internal static class PngFile
{
    private static readonly uint[] Remainders =
    [
        .. Enumerable
            .Range(0, 256)
            .Select(n =>
                Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1)
            ),
    ];

    /// <param name="palette">Three bytes per colour.</param>
    /// <param name="pixels">Palette indexes, row by row.</param>
    public static void Write(IBufferWriter<byte> output, int width, int height, byte[] palette, byte[] pixels)
    {
        output.Write<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 3);
        WriteChunk(output, "IHDR", head);
        WriteChunk(output, "PLTE", palette);
        WriteChunk(output, "IDAT", Compressed(width, height, pixels));
        WriteChunk(output, "IEND", []);
    }

    /// <summary>Each row begins with filter type 0: unfiltered.</summary>
    private static byte[] Compressed(int width, int height, byte[] pixels)
    {
        using var bytes = new MemoryStream();
        using (var zlib = new ZLibStream(bytes, CompressionLevel.Optimal))
        {
            var row = new byte[width + 1];
            for (var y = 0; y < height; y++)
            {
                pixels.AsSpan(y * width, width).CopyTo(row.AsSpan(1));
                zlib.Write(row);
            }
        }

        return bytes.ToArray();
    }

    private static void WriteChunk(IBufferWriter<byte> output, string name, byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(name, chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(
            chunk.AsSpan(8 + content.Length),
            Sum(chunk.AsSpan(4, 4 + content.Length))
        );
        output.Write(chunk);
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
            sum = Remainders[(sum ^ b) & 0xFF] ^ (sum >> 8);
        return ~sum;
    }
}
