using System.Buffers;
using System.Globalization;
using System.Text;

namespace KnowledgeSite.Imaging;

/// <summary>
/// The icon of a site: the first letter of its title on its accent colour, for browser tabs and installed apps.
/// </summary>
internal sealed class SiteIcon
{
    private const int Side = 64;

    private readonly CardColours _colours;
    private readonly char _letter;

    public SiteIcon(string siteTitle, CardColours colours)
    {
        _colours = colours;
        _letter = siteTitle
            .Where(c => char.IsLetterOrDigit(c) && OutlineFont.Serif.Has(c))
            .Select(char.ToUpperInvariant)
            .FirstOrDefault(OutlineFont.Serif.Has, '§');
    }

    public void WriteSvg(IBufferWriter<byte> output)
    {
        var path = new StringBuilder();
        OutlinePoint? last = null;
        foreach (var (from, pull, to) in Letter(Side, 0.62))
        {
            if (last != from)
                path.Append(CultureInfo.InvariantCulture, $"M{from.X:0.##} {from.Y:0.##}");
            if (pull is { } p)
                path.Append(CultureInfo.InvariantCulture, $"Q{p.X:0.##} {p.Y:0.##} {to.X:0.##} {to.Y:0.##}");
            else
                path.Append(CultureInfo.InvariantCulture, $"L{to.X:0.##} {to.Y:0.##}");
            last = to;
        }

        Encoding.UTF8.GetBytes(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Side} {Side}">
            <rect width="{Side}" height="{Side}" rx="10" fill="#{_colours.Accent:x6}"/>
            <path fill="#{_colours.Ground:x6}" d="{path}"/>
            </svg>

            """,
            output
        );
    }

    /// <param name="isMaskable">True for an icon that systems may crop to a circle, so the letter keeps away from the
    /// edges.</param>
    public void WritePng(IBufferWriter<byte> output, int side, bool isMaskable)
    {
        var image = new PixelBuffer(side, side, _colours.Accent);
        image.Fill(Letter(side, isMaskable ? 0.46 : 0.62), _colours.Ground);
        image.WriteTo(output);
    }

    /// <param name="height">The height of the letter, relative to the side of the icon.</param>
    private List<Curve> Letter(int side, double height)
    {
        var outline = OutlineFont.Serif.Outline(_letter).ToList();
        var spots = outline.SelectMany(c => new[] { c.From, c.To }).ToList();
        var (left, right, top, bottom) = (
            spots.Min(s => s.X),
            spots.Max(s => s.X),
            spots.Max(s => s.Y),
            spots.Min(s => s.Y)
        );
        var scale = height * side / Math.Max(top - bottom, right - left);
        return
        [
            .. outline.Select(c =>
                c.Placed(scale, new((side - (left + right) * scale) / 2, (side + (top + bottom) * scale) / 2))
            ),
        ];
    }
}
