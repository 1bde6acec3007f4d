using System.Buffers;
using System.Globalization;
using System.Text;
using SkiaSharp;

namespace KnowledgeSite.Imaging;

/// <summary>The Open Graph image of a page.</summary>
/// <param name="Above">The line above the title, such as the kind of page and its section; null for none.</param>
/// <param name="Hue">The hue of the page's kind, as 0xRRGGBB.</param>
internal sealed record Card(string Title, string? Above, string SiteTitle, string Place, int Hue, ImageColours Colours)
{
    public const int Width = 1200;
    public const int Height = 630;

    /// <summary>
    /// The version of the drawing code, which is part of the file names: a card that is drawn differently gets another
    /// name. <c>CardTests</c> fails if it must be increased.
    /// </summary>
    public const int Drawing = 3;
}

/// <summary>The colours of cards and icons, each as 0xRRGGBB.</summary>
internal sealed record ImageColours(int Background, int Text, int Quiet, int Line, int Accent);

/// <summary>
/// Draws cards with SkiaSharp and HarfBuzz, two native libraries. Several threads may use one painter.
/// </summary>
internal sealed class CardPainter
{
    private const int Margin = 88;
    private const int TextWidth = Card.Width - 2 * Margin;
    private const int TitleTop = 168;
    private const int TitleHeight = 300;
    private const int FootLine = 520;
    private const int FootBaseline = 576;

    /// <summary>The maximum number of title letters that are processed; fewer fill a card.</summary>
    private const int MaxLetters = 400;

    private static readonly (float Size, int MostLines)[] TitleSizes = [(92, 2), (76, 3), (64, 4), (54, 4), (46, 5)];

    private readonly TextFont _above;
    private readonly TextFont _siteTitle;
    private readonly TextFont _place;
    private readonly IReadOnlyList<(TextFont Font, int MostLines)> _titles;

    /// <param name="systemFonts">Fonts for the characters that the two fonts of the cards lack.</param>
    /// <exception cref="DllNotFoundException">A native library is missing.</exception>
    public CardPainter(SystemFonts systemFonts)
    {
        var serif = new FontStack(FontFace.Embedded("serif.ttf"), systemFonts);
        var sans = new FontStack(FontFace.Embedded("sans.ttf"), systemFonts);
        _above = new(sans, 32);
        _siteTitle = new(serif, 36);
        _place = new(sans, 28);
        _titles = [.. TitleSizes.Select(s => (new TextFont(serif, s.Size), s.MostLines))];
    }

    /// <summary>
    /// The text as a card can show it: without emoji, and with single spaces. Null if no font has one of its
    /// characters.
    /// </summary>
    public string? Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var cluster in TextFont.Clusters(text))
        {
            if (clean.Length >= MaxLetters)
                break;
            if (string.IsNullOrWhiteSpace(cluster))
                clean.Append(' ');
            else if (_above.Fonts.HasOwn(cluster) && _siteTitle.Fonts.HasOwn(cluster))
                clean.Append(cluster);
            else if (cluster.EnumerateRunes().All(IsPictogram))
                continue;
            else if (_siteTitle.Fonts.Find(cluster) is not null)
                clean.Append(cluster);
            else
                return null;
        }

        var words = string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words;
    }

    /// <summary>Writes the card as PNG. All its texts are results of <see cref="Clean"/>.</summary>
    public void Draw(Card card, IBufferWriter<byte> output)
    {
        using var image = new PngImage(Card.Width, Card.Height, card.Colours.Background);
        image.FillRectangle(0, 0, 12, Card.Height, card.Hue);
        if (card.Above is { } above)
            DrawLine(image, _above, _above.Cut(above, TextWidth), 118, card.Hue, TextFont.IsRightToLeft(above));
        DrawTitle(image, card);
        image.FillRectangle(Margin, FootLine, TextWidth, 2, card.Colours.Line);
        var place = _place.Cut(card.Place, TextWidth * 0.4f);
        var placeWidth = _place.Width(place);
        var siteTitle = _siteTitle.Cut(card.SiteTitle, TextWidth - placeWidth - 40);
        _siteTitle.Draw(image, siteTitle, Margin, FootBaseline, card.Colours.Text);
        _place.Draw(image, place, Margin + TextWidth - placeWidth, FootBaseline, card.Colours.Quiet);
        image.WritePng(output);
    }

    /// <summary>Draws the title as large as the space allows, vertically centred.</summary>
    private void DrawTitle(PngImage image, Card card)
    {
        var (font, lines) = FitTitle(card.Title);
        var isRightToLeft = TextFont.IsRightToLeft(card.Title);
        var step = font.Size * 1.2f;
        var baseline = TitleTop + (TitleHeight - lines.Count * step) / 2 + font.Size * 0.93f;
        foreach (var line in lines)
        {
            DrawLine(image, font, line, baseline, card.Colours.Text, isRightToLeft);
            baseline += step;
        }
    }

    private (TextFont Font, IReadOnlyList<string> Lines) FitTitle(string title)
    {
        foreach (var (font, mostLines) in _titles)
            if (font.Wrap(title, TextWidth) is var lines && lines.Count <= mostLines)
                return (font, lines);
        var (smallest, most) = _titles[^1];
        return (smallest, smallest.Cut(title, TextWidth, most));
    }

    /// <summary>Draws a line at the left margin, or at the right one for text from right to left.</summary>
    private static void DrawLine(
        PngImage image,
        TextFont font,
        string line,
        float baseline,
        int colour,
        bool isRightToLeft
    )
    {
        // The stem of a large letter does not begin at its origin: moved to where the small lines begin.
        var bearing = font.Size > 40 ? font.Size * 0.04f : 0;
        font.Draw(image, line, isRightToLeft ? Margin + TextWidth : Margin - bearing, baseline, colour, isRightToLeft);
    }

    /// <summary>True for emoji and their modifiers, which can be removed without splitting a word.</summary>
    private static bool IsPictogram(Rune rune) =>
        rune.Value is >= 0xFE00 and <= 0xFE0F or 0x20E3
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.OtherSymbol
                or UnicodeCategory.ModifierSymbol
                or UnicodeCategory.Format
                or UnicodeCategory.Control;
}

/// <summary>
/// A bitmap in memory that is drawn on with a few colours and then written as PNG. It has no transparency.
/// </summary>
internal sealed class PngImage : IDisposable
{
    /// <summary>
    /// The distance between two shades on the edges of letters. With all 256 shades, the file is twice as large.
    /// </summary>
    private const int ShadeStep = 12;

    private static readonly SKPngEncoderOptions Compression = new(SKPngEncoderFilterFlags.Sub, 6);

    private readonly SKBitmap _bitmap;

    /// <summary>The colours that were drawn with; the first one is the background.</summary>
    private readonly List<SKColor> _colours = [];

    /// <param name="background">The background colour as 0xRRGGBB, as all colours here.</param>
    public PngImage(int width, int height, int background)
    {
        _bitmap = new(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        Canvas = new(_bitmap);
        Canvas.Clear(Add(background));
    }

    public SKCanvas Canvas { get; }

    /// <summary>Loads SkiaSharp, and HarfBuzz too if there is text to draw.</summary>
    /// <exception cref="DllNotFoundException">A library is missing; it may also be the inner exception of another
    /// one.</exception>
    public static void LoadLibraries(bool withText)
    {
        using (new PngImage(1, 1, 0))
            if (withText)
                _ = FontFace.Embedded("sans.ttf").Has("a\u0300");
    }

    public SKPaint Paint(int colour) => new() { Color = Add(colour), IsAntialias = true };

    public void FillRectangle(int left, int top, int width, int height, int colour)
    {
        using var paint = Paint(colour);
        Canvas.DrawRect(left, top, width, height, paint);
    }

    public void WritePng(IBufferWriter<byte> output)
    {
        ReduceShades();
        using var pixels = _bitmap.PeekPixels();
        using var png = pixels.Encode(Compression)!;
        output.Write(png.AsSpan());
    }

    public void Dispose()
    {
        Canvas.Dispose();
        _bitmap.Dispose();
    }

    private void ReduceShades()
    {
        var reds = Shades(c => c.Red);
        var greens = Shades(c => c.Green);
        var blues = Shades(c => c.Blue);
        var bytes = _bitmap.GetPixelSpan();
        for (var i = 0; i < bytes.Length; i += 4)
        {
            bytes[i] = reds[bytes[i]];
            bytes[i + 1] = greens[bytes[i + 1]];
            bytes[i + 2] = blues[bytes[i + 2]];
        }
    }

    /// <summary>Maps each value of a channel to the next shade. The colours themselves stay exact.</summary>
    private byte[] Shades(Func<SKColor, byte> channel)
    {
        var ground = channel(_colours[0]);
        var shades = new byte[256];
        for (var value = 0; value < shades.Length; value++)
        {
            var steps = Math.Round((value - ground) / (double)ShadeStep);
            shades[value] = (byte)Math.Clamp(ground + (int)steps * ShadeStep, 0, 255);
        }

        foreach (var colour in _colours)
            shades[channel(colour)] = channel(colour);
        return shades;
    }

    private SKColor Add(int colour)
    {
        var added = new SKColor(0xFF000000 | (uint)colour);
        _colours.Add(added);
        return added;
    }
}
