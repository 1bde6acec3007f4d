using System.Globalization;
using System.Text;
using QRCoder;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>A QR code as an image of a single path.</summary>
/// <param name="Size">The number of modules per side, including the quiet zone.</param>
/// <param name="Path">SVG path data of the dark modules.</param>
public sealed record QrCode(string Content, int Size, string Path)
{
    internal static QrCode Create(string content)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        return new(content, data.ModuleMatrix.Count, PathOf(data.ModuleMatrix));
    }

    /// <summary>Draws adjacent dark modules as one bar.</summary>
    private static string PathOf(IReadOnlyList<System.Collections.BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var start = x;
                while (x < rows[y].Count && rows[y][x])
                    x++;
                if (x > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }

        return path.ToString();
    }
}
