using System.Text;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Output;

/// <summary>Tests files that are not UTF-8 with LF.</summary>
public sealed class EncodingTests : IDisposable
{
    private const string Text = "# Überschrift\n\nEin Satz — mit 日本語 und 😀.\n";

    private readonly DiskSite _site = new DiskSite().With("index.md", "# Home\n\nText.\n");

    public void Dispose() => _site.Dispose();

    public static TheoryData<byte[], string?> Readable() =>
        new()
        {
            { Encoding.UTF8.GetBytes(Text), null },
            { [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)], null },
            { [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)], "KS102" },
            { [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)], "KS102" },
            { Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n")), null },
            { Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r")), null },
            {
                [
                    .. Encoding.UTF8.Preamble,
                    .. Encoding.UTF8.GetBytes("---\r\ntitle: Überschrift\r\n---\r\nEin Satz — mit 日本語 und 😀.\r\n"),
                ],
                null
            },
        };

    [Theory]
    [MemberData(nameof(Readable))]
    public void Text_in_any_encoding_is_read_the_same(byte[] bytes, string? rule)
    {
        _site.With("page.md", bytes);
        Assert.Equal(rule is null ? [] : [rule], _site.Rules());
        Assert.Contains(
            "<p>Ein Satz — mit 日本語 und 😀.</p>",
            _site.Page("page/index.html"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<title>Überschrift · Knowledge</title>",
            _site.Page("page/index.html"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("\r", _site.Page("page/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_without_a_byte_order_mark_is_recognised_by_its_zeros(bool bigEndian)
    {
        _site.With(
            "page.md",
            new UnicodeEncoding(bigEndian, byteOrderMark: false).GetBytes("# Heading\n\nPlain English text.\n")
        );
        Assert.Equal(["KS102"], _site.Rules());
        Assert.Contains("<p>Plain English text.</p>", _site.Page("page/index.html"), StringComparison.Ordinal);
    }

    public static TheoryData<byte[]> Unreadable() =>
        [
            [.. "# Caf"u8, 0xE9, .. "\n"u8],
            [0x80],
            [.. "# T\n\n"u8, 0xC3],
            [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80],
            [0xC0, 0xAF],
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
        ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_page_that_is_not_text_is_left_out_and_the_others_are_built(byte[] bytes)
    {
        _site.With("page.md", bytes);
        var result = _site.Build();
        Assert.Equal(("KS101", "page.md"), (result.Diagnostics[0].Rule.Id, result.Diagnostics[0].Location!.Path.Value));
        Assert.True(_site.Has("index.html"));
        Assert.False(_site.Has("page/index.html"));
    }

    [Fact]
    public void A_nul_is_shown_as_a_replacement_character()
    {
        _site.With("page.md", "# A\0B\n\nC\0D\n\n<p>E\0F</p>\n");
        Assert.Equal(["KS103"], _site.Rules());
        Assert.DoesNotContain("\0", _site.Page("page/index.html"), StringComparison.Ordinal);
        Assert.Contains("C\uFFFDD", _site.Page("page/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_are_not_text_are_reported_and_the_site_is_built()
    {
        _site.With("site.yaml", [0xFF, 0xFF]).With("_folder.yaml", [0xFF, 0xFF]);
        Assert.Equal(["KS101"], _site.Rules());
        Assert.True(_site.Has("index.html"));
    }

    [Fact]
    public void A_page_that_cannot_be_read_is_reported_once_however_many_links_lead_to_it()
    {
        _site
            .With("site.yaml", "title: Test")
            .With("in/page.md", [0xE9])
            .With("a.md", "# A\n\n[one](in/page.md) and [[in/page]]\n")
            .With("in/b.md", "# B\n\n[two](page.md#part)\n");
        Assert.Equal(["KS101"], _site.Rules());
    }
}
