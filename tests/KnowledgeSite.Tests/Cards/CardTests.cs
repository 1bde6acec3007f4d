using System.Buffers;
using System.Buffers.Binary;
using KnowledgeSite.Imaging;
using KnowledgeSite.Tests.Support;
using SkiaSharp;

namespace KnowledgeSite.Tests.Cards;

public sealed class CardTests
{
    private static readonly ImageColours Colours = new(0xFAF7F0, 0x241F19, 0x554D42, 0xDDD4C4, 0x16506B);

    private static readonly string Data = Path.Combine(
        Repository.Root,
        "tests",
        "KnowledgeSite.Tests",
        "Cards",
        "Data"
    );

    /// <summary>A folder with one font, which has the letters of 評価 and שלום.</summary>
    private static readonly SystemFonts TestFonts = new([Data, Path.Combine(Data, "missing")]);

    private static readonly CardPainter Painter = new(new([]));

    private static readonly FontStack Serif = new(FontFace.Embedded("serif.ttf"), new([]));

    [Fact]
    public void A_card_is_a_reproducible_png_of_the_usual_size()
    {
        var bytes = Draw("Staff Data Scientist");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], bytes[..8]);
        Assert.Equal(
            (1200, 630),
            (
                BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)),
                BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))
            )
        );
        Assert.Equal(bytes, Draw("Staff Data Scientist"));
        Assert.InRange(bytes.Length, 5_000, 60_000);
    }

    /// <summary>
    /// Cards are named by what they show. If they are drawn differently on purpose, <see cref="Card.Drawing"/> is
    /// increased, and <c>UPDATE_EXPECTED=1</c> replaces the image. Other processors may round differently.
    /// </summary>
    [Fact]
    public void A_card_is_drawn_as_its_drawing_version_says()
    {
        var expected = Path.Combine(Data, $"card-{Card.Drawing}.png");
        var drawn = Draw("Tö Văn: “Å, Жизнь, Ωμέγα”");
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
            File.WriteAllBytes(expected, drawn);
        var difference = Pixels(drawn).Zip(Pixels(File.ReadAllBytes(expected)), (a, b) => Math.Abs(a - b)).Average();
        Assert.InRange(difference, 0, 0.05);
    }

    [Theory]
    [InlineData("Craft", 1)]
    [InlineData("Interview exercises and the debrief scorecard", 2)]
    [InlineData("What a Staff Machine Learning Engineer is expected to know about the systems that other teams run", 5)]
    public void A_title_is_wrapped_into_lines_of_similar_length(string title, int lines)
    {
        var letters = new TextFont(Serif, 76);
        var wrapped = letters.Wrap(title, 1024);
        Assert.Equal(lines, wrapped.Count);
        Assert.Equal(title, string.Join(' ', wrapped));
        Assert.All(wrapped, l => Assert.InRange(letters.Width(l), wrapped.Max(letters.Width) * 0.6, 1024));
    }

    [Fact]
    public void A_title_that_is_too_long_is_cut_and_a_word_that_is_too_long_is_split()
    {
        var letters = new TextFont(Serif, 54);
        Assert.EndsWith("…", letters.Cut(string.Join(' ', Enumerable.Repeat("expectation", 40)), 1024));
        Assert.All(letters.Wrap(new string('w', 300), 1024), l => Assert.InRange(letters.Width(l), 1, 1024));
        Assert.NotEqual(Pixels(Draw("One")), Pixels(Draw(new string('w', 400))));
    }

    [Theory]
    [InlineData("A\u00a0 title\n here", "A title here")]
    [InlineData("🚀 Launch ✅", "Launch")]
    [InlineData("Ångström, naïve", "Ångström, naïve")]
    [InlineData("评估与晋升", null)]
    [InlineData("مرحبا", null)]
    [InlineData("🚀", null)]
    [InlineData("a\u0330b", null)]
    [InlineData("a\u0308b", "a\u0308b")]
    public void A_text_with_a_missing_letter_is_not_drawn_but_pictograms_may_be_missing(string text, string? shown) =>
        Assert.Equal(shown, Painter.Clean(text));

    [Theory]
    [InlineData("評価 🚀 Senior", "評価 Senior")]
    [InlineData("שלום", "שלום")]
    [InlineData("评估", null)]
    public void A_font_of_the_system_has_the_letters_that_the_fonts_of_cards_lack(string text, string? shown)
    {
        var painter = new CardPainter(TestFonts);
        Assert.Equal(shown, painter.Clean(text));
        if (shown is not null)
            Assert.NotEqual(Pixels(Draw(shown, painter)), Pixels(Draw("Senior", painter)));
    }

    /// <summary>Each letter of the test font is as wide as its place in the alphabet, in tenths of the size.</summary>
    [Theory]
    [InlineData("אב", false, new[] { 2, 1 })]
    [InlineData("אב בא", true, new[] { 1, 2, 5, 2, 1 })]
    [InlineData("אב 評", true, new[] { 9, 5, 2, 1 })]
    [InlineData("評 אב", false, new[] { 9, 5, 2, 1 })]
    public void Text_from_right_to_left_stands_in_the_order_of_its_paragraph(string text, bool isRtl, int[] widths)
    {
        var runs = new FontStack(FontFace.Open(Path.Combine(Data, "test.ttf"))!, new([])).Shape(text, isRtl);
        var starts = runs.SelectMany((r, i) => r.Positions.Select(p => p.X + runs.Take(i).Sum(b => b.Width)));
        var ends = starts.Skip(1).Append(runs.Sum(r => r.Width));
        Assert.Equal(widths, starts.Zip(ends, (start, end) => (int)Math.Round((end - start) * 10)));
    }

    [Fact]
    public void A_line_of_Chinese_ends_between_two_characters_but_not_before_punctuation()
    {
        var font = new TextFont(new(FontFace.Open(Path.Combine(Data, "test.ttf"))!, new([])), 100);
        Assert.Equal(["評価評", "価評価"], font.Wrap("評価評価評価", 300));
        Assert.Equal(["評価", "評、価"], font.Wrap("評価評、価", 300));
    }

    [Theory]
    [InlineData("Knowledge", false)]
    [InlineData("知識", true)]
    public void An_icon_shows_the_first_letter_that_the_font_has(string title, bool isOrnament)
    {
        var output = new ArrayBufferWriter<byte>();
        new SiteIcon(title, Colours).WritePng(output, 192, isMaskable: false);
        var ornament = new ArrayBufferWriter<byte>();
        new SiteIcon("§", Colours).WritePng(ornament, 192, isMaskable: false);
        Assert.Equal(isOrnament, output.WrittenSpan.SequenceEqual(ornament.WrittenSpan));
    }

    [Fact]
    public void An_svg_icon_has_the_outline_of_the_letter()
    {
        var output = new ArrayBufferWriter<byte>();
        new SiteIcon("ölander", Colours).WriteSvg(output);
        var svg = System.Xml.Linq.XDocument.Parse(System.Text.Encoding.UTF8.GetString(output.WrittenSpan));
        var path = svg.Descendants().Single(e => e.Name.LocalName == "path").Attribute("d")!.Value;
        using var outline = SKPath.ParseSvgPathData(path)!;
        Assert.Equal(
            svg.Descendants().Last(e => e.Name.LocalName == "svg").Attribute("viewBox")!.Value,
            string.Join(
                ' ',
                outline.TightBounds.Left,
                outline.TightBounds.Top,
                outline.TightBounds.Width,
                outline.TightBounds.Height
            )
        );
    }

    private static byte[] Draw(string title, CardPainter? painter = null)
    {
        var output = new ArrayBufferWriter<byte>();
        (painter ?? Painter).Draw(new(title, "Level · Ladders", "Knowledge", "kb.example", 0x684909, Colours), output);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Pixels(byte[] png)
    {
        using var image = SKBitmap.Decode(png);
        return image.Bytes;
    }
}
