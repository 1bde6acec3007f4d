using System.Buffers;
using System.Globalization;
using System.Text;
using SkiaSharp;

namespace KnowledgeSite.Imaging;

/// <summary>
/// The icon of a site: the first letter of its title on its accent colour, for browser tabs and installed apps. The
/// outlines of the letters are data (<c>icon-letters.txt</c>), so only PNG files need SkiaSharp.
/// </summary>
internal sealed class SiteIcon
{
    private const int Side = 64;

    /// <summary>The height or width of the letter, whichever is greater, relative to the side of the icon.</summary>
    private const float LetterSize = 0.62f;

    private readonly ImageColours _colours;

    /// <summary>The box around the letter: left, top, width and height.</summary>
    private readonly string _box;

    private readonly string _path;

    public SiteIcon(string siteTitle, ImageColours colours)
    {
        _colours = colours;
        var letters = ReadLetters();
        var letter = siteTitle
            .EnumerateRunes()
            .Where(Rune.IsLetterOrDigit)
            .Select(r => Rune.ToUpperInvariant(r).ToString())
            .FirstOrDefault(letters.ContainsKey, "§");
        (_box, _path) = letters[letter];
    }

    public void WriteSvg(IBufferWriter<byte> output)
    {
        var size = LetterSize * Side;
        var margin = (Side - size) / 2;
        Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Side} {Side}">
                <rect width="{Side}" height="{Side}" rx="10" fill="#{_colours.Accent:x6}"/>
                <svg x="{margin:0.##}" y="{margin:0.##}" width="{size:0.##}" height="{size:0.##}" viewBox="{_box}">
                <path fill="#{_colours.Background:x6}" d="{_path}"/>
                </svg>
                </svg>

                """
            ),
            output
        );
    }

    /// <param name="isMaskable">True for an icon that systems may crop to a circle, so the letter keeps away from the
    /// edges.</param>
    public void WritePng(IBufferWriter<byte> output, int side, bool isMaskable)
    {
        using var image = new PngImage(side, side, _colours.Accent);
        using var letter = SKPath.ParseSvgPathData(_path)!;
        var box = letter.TightBounds;
        var scale = (isMaskable ? 0.46f : LetterSize) * side / Math.Max(box.Width, box.Height);
        image.Canvas.Translate(side / 2f, side / 2f);
        image.Canvas.Scale(scale);
        image.Canvas.Translate(-box.MidX, -box.MidY);
        using var paint = image.Paint(_colours.Background);
        image.Canvas.DrawPath(letter, paint);
        image.WritePng(output);
    }

    /// <summary>Reads the letters: a line for each, with the letter, its box and its path, separated by tabs.</summary>
    private static Dictionary<string, (string Box, string Path)> ReadLetters()
    {
        using var stream = typeof(SiteIcon).Assembly.GetManifestResourceStream("cards/icon-letters.txt")!;
        using var reader = new StreamReader(stream);
        var letters = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        while (reader.ReadLine()?.Split('\t') is [var letter, var box, var path])
            letters.Add(letter, (box, path));
        return letters;
    }
}
