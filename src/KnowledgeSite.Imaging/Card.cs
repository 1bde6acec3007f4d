using System.Buffers;
using System.Globalization;
using System.Text;

namespace KnowledgeSite.Imaging;

/// <summary>The Open Graph image of a page.</summary>
/// <param name="Above">The line above the title, such as the kind of page and its section; null for none.</param>
/// <param name="Hue">The hue of the page's kind.</param>
internal sealed record Card(string Title, string? Above, string SiteTitle, string Place, int Hue, CardColours Colours)
{
    public const int Width = 1200;
    public const int Height = 630;

    /// <summary>
    /// The version of the drawing code, which is part of the file names: a card that is drawn differently gets another
    /// name. <c>CardTests</c> fails if it must be increased.
    /// </summary>
    public const int Drawing = 2;

    private const int Margin = 88;
    private const int TextWidth = Width - 2 * Margin;
    private const int TitleTop = 168;
    private const int TitleHeight = 300;
    private const int FootLine = 520;

    /// <summary>The maximum number of title letters that are processed; fewer fill a card.</summary>
    private const int MaxLetters = 400;

    private static readonly (double Size, int MostLines)[] TitleSizes = [(92, 2), (76, 3), (64, 4), (54, 4), (46, 5)];

    /// <summary>
    /// The text as a card can show it: without emoji, and with single spaces. Null if the fonts lack one of its
    /// letters.
    /// </summary>
    public static string? Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                shown.Append(' ');
            else if (IsDrawn(rune))
                shown.Append((char)rune.Value);
            else if (!IsPictogram(rune))
                return null;
        }

        var words = string.Join(' ', shown.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words[..Math.Min(words.Length, MaxLetters)].TrimEnd();
    }

    public void WriteTo(IBufferWriter<byte> output)
    {
        var image = new PixelBuffer(Width, Height, Colours.Ground);
        image.Box(0, 0, 12, Height, Hue);
        if (Above is not null)
        {
            var above = new SizedFont(OutlineFont.Sans, 32);
            image.Text(above.Cut(Above, TextWidth), above, Margin, 118, Hue);
        }

        DrawTitle(image);
        image.Box(Margin, FootLine, TextWidth, 2, Colours.Line);
        DrawFoot(image);
        image.WriteTo(output);
    }

    /// <summary>Draws the title as large as the space allows, vertically centred.</summary>
    private void DrawTitle(PixelBuffer image)
    {
        var (letters, lines) = TitleSizes
            .Select(s => (Letters: new SizedFont(OutlineFont.Serif, s.Size), s.MostLines))
            .Select(s => (s.Letters, Lines: s.Letters.Wrap(Title, TextWidth), s.MostLines))
            .Where((s, i) => s.Lines.Count <= s.MostLines || i == TitleSizes.Length - 1)
            .Select(s => (s.Letters, s.Lines.Count <= s.MostLines ? s.Lines : Cut(s.Letters, s.MostLines)))
            .First();
        var step = letters.Size * 1.2;
        var top = TitleTop + (TitleHeight - lines.Count * step) / 2;
        for (var i = 0; i < lines.Count; i++)
            image.Text(
                lines[i],
                letters,
                Margin - letters.Size * 0.04,
                top + i * step + letters.Size * 0.93,
                Colours.Text
            );
    }

    private IReadOnlyList<string> Cut(SizedFont letters, int most)
    {
        var lines = letters.Broken(Title, TextWidth);
        return [.. lines.Take(most - 1), letters.Cut(string.Join(' ', lines.Skip(most - 1)), TextWidth)];
    }

    private void DrawFoot(PixelBuffer image)
    {
        var (name, place) = (new SizedFont(OutlineFont.Serif, 36), new SizedFont(OutlineFont.Sans, 28));
        var shown = place.Cut(Place, TextWidth * 0.4);
        image.Text(name.Cut(SiteTitle, TextWidth - place.Width(shown) - 40), name, Margin, 576, Colours.Text);
        image.Text(shown, place, Width - Margin - place.Width(shown), 576, Colours.Quiet);
    }

    private static bool IsDrawn(Rune rune) =>
        rune.IsBmp && OutlineFont.Serif.Has((char)rune.Value) && OutlineFont.Sans.Has((char)rune.Value);

    /// <summary>True for emoji and their modifiers, which can be removed without splitting a word.</summary>
    private static bool IsPictogram(Rune rune) =>
        rune.Value is >= 0xFE00 and <= 0xFE0F or 0x20E3
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.OtherSymbol
                or UnicodeCategory.ModifierSymbol
                or UnicodeCategory.Format
                or UnicodeCategory.Control;
}
