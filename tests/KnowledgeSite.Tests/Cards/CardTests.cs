using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using KnowledgeSite.Imaging;

namespace KnowledgeSite.Tests.Cards;

public sealed class CardTests
{
    private static readonly CardColours Colours = new(0xFAF7F0, 0x241F19, 0x554D42, 0xDDD4C4, 0x16506B);

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
    /// Cards are named by what they show. Where they are drawn otherwise on purpose, <see cref="Card.Drawing"/> is
    /// raised with this.
    /// </summary>
    [Fact]
    public void A_card_is_drawn_as_its_drawing_version_says() =>
        Assert.Equal(
            (2, "c1fc8ac13585"),
            (Card.Drawing, Convert.ToHexStringLower(SHA256.HashData(Pixels(Draw("Tö Văn: “Å, Жизнь, Ωμέγα”"))))[..12])
        );

    [Theory]
    [InlineData("Craft", 1)]
    [InlineData("Interview exercises and the debrief scorecard", 2)]
    [InlineData("What a Staff Machine Learning Engineer is expected to know about the systems that other teams run", 5)]
    public void A_title_is_wrapped_into_lines_of_similar_length(string title, int lines)
    {
        var letters = new SizedFont(OutlineFont.Serif, 76);
        var wrapped = letters.Wrap(title, 1024);
        Assert.Equal(lines, wrapped.Count);
        Assert.Equal(title, string.Join(' ', wrapped));
        Assert.All(wrapped, l => Assert.InRange(letters.Width(l), wrapped.Max(letters.Width) * 0.6, 1024));
    }

    [Fact]
    public void A_title_that_is_too_long_is_cut_and_a_word_that_is_too_long_is_split()
    {
        var letters = new SizedFont(OutlineFont.Serif, 54);
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
    public void A_text_with_a_missing_letter_is_not_drawn_but_pictograms_may_be_missing(string text, string? shown) =>
        Assert.Equal(shown, Card.Shown(text));

    [Fact]
    public void Every_letter_of_both_fonts_can_be_drawn()
    {
        foreach (var font in new[] { OutlineFont.Serif, OutlineFont.Sans })
            for (var c = (char)0x20; c < 0x2600; c++)
                if (font.Has(c))
                    Assert.All(
                        font.Outline(c),
                        curve => Assert.InRange(Math.Abs(curve.To.X) + Math.Abs(curve.To.Y), 0, 4000)
                    );
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

    private static byte[] Draw(string title)
    {
        var output = new ArrayBufferWriter<byte>();
        new Card(title, "Level · Ladders", "Knowledge", "kb.example", 0x684909, Colours).WriteTo(output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Palette and rows; how well they are compressed is the runtime's affair.</summary>
    private static byte[] Pixels(byte[] png)
    {
        var (palette, rows) = (Array.Empty<byte>(), Array.Empty<byte>());
        for (var at = 8; at < png.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)))
        {
            var content = png[(at + 8)..(at + 8 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)))];
            switch (System.Text.Encoding.ASCII.GetString(png, at + 4, 4))
            {
                case "PLTE":
                    palette = content;
                    break;
                case "IDAT":
                    using (var zlib = new ZLibStream(new MemoryStream(content), CompressionMode.Decompress))
                    using (var all = new MemoryStream())
                    {
                        zlib.CopyTo(all);
                        rows = all.ToArray();
                    }

                    break;
            }
        }

        return [.. palette, .. rows];
    }
}
