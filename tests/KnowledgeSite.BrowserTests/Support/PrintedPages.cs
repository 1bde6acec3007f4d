using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// The letters and digits on each page of a PDF that Chromium made, in the order they were painted. It reads what
/// Chromium's own writer writes (plain objects, one deflated stream of drawing a page, a map from glyphs to characters
/// a font) and nothing else.
/// </summary>
internal sealed partial class PrintedPages
{
    private readonly string _file;
    private readonly byte[] _bytes;

    private PrintedPages(byte[] pdf)
    {
        _bytes = pdf;
        _file = Encoding.Latin1.GetString(pdf);
    }

    public static IReadOnlyList<string> Read(byte[] pdf) => new PrintedPages(pdf).Pages();

    /// <summary>Without blanks, hyphens and signs, which a line's end may take or add.</summary>
    public static string LettersOf(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    private List<string> Pages()
    {
        var root = Root().Match(_file).Groups[1].Value;
        return [.. Leaves(root).Select(PageText)];
    }

    /// <summary>The pages below a node of their tree: of a long document it has several floors.</summary>
    private IEnumerable<string> Leaves(string number)
    {
        var node = ObjectAt(number);
        var kids = Kids().Match(node);
        return kids.Success
            ? Reference().Matches(kids.Groups[1].Value).SelectMany(kid => Leaves(kid.Groups[1].Value))
            : [node];
    }

    private string PageText(string page)
    {
        var fonts = FontReference()
            .Matches(page)
            .ToDictionary(f => f.Groups[1].Value, f => CharactersOf(f.Groups[2].Value), StringComparer.Ordinal);
        var text = new StringBuilder();
        var font = new Dictionary<int, string>();
        foreach (
            var part in Drawing()
                .Matches(Encoding.Latin1.GetString(StreamOf(Contents().Match(page).Groups[1].Value)))
                .Select(m => m.Groups)
        )
        {
            if (part["font"].Success)
                font = fonts[part["font"].Value];
            foreach (var glyph in part["glyphs"].Value.Chunk(4))
                text.Append(font.GetValueOrDefault(Number(new(glyph))));
        }

        return LettersOf(text.ToString());
    }

    private Dictionary<int, string> CharactersOf(string font)
    {
        var map = Encoding.Latin1.GetString(StreamOf(ToUnicode().Match(ObjectAt(font)).Groups[1].Value));
        var characters = new Dictionary<int, string>();
        foreach (var range in GlyphRange().Matches(map).Select(m => m.Groups))
            for (
                var (glyph, to, character) = (Number(range[1].Value), Number(range[2].Value), Number(range[3].Value));
                glyph <= to;
                glyph++, character++
            )
                characters[glyph] = char.ConvertFromUtf32(character);
        foreach (var single in GlyphAlone().Matches(map).Select(m => m.Groups))
            characters[Number(single[1].Value)] = string.Concat(
                single[2].Value.Chunk(4).Select(c => (char)Number(new(c)))
            );
        return characters;
    }

    private byte[] StreamOf(string number)
    {
        var start =
            _file.IndexOf(
                "stream",
                _file.IndexOf($"\n{number} 0 obj", StringComparison.Ordinal),
                StringComparison.Ordinal
            ) + "stream".Length;
        while (_file[start] is '\r' or '\n')
            start++;
        using var deflated = new ZLibStream(
            new MemoryStream(_bytes, start, _bytes.Length - start),
            CompressionMode.Decompress
        );
        using var plain = new MemoryStream();
        deflated.CopyTo(plain);
        return plain.ToArray();
    }

    private string ObjectAt(string number)
    {
        var start = _file.IndexOf($"\n{number} 0 obj", StringComparison.Ordinal);
        return _file[start.._file.IndexOf("endobj", start, StringComparison.Ordinal)];
    }

    private static int Number(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/Type /Catalog\s.*?/Pages (\d+) 0 R", RegexOptions.Singleline)]
    private static partial Regex Root();

    [GeneratedRegex(@"/Kids \[(.*?)\]", RegexOptions.Singleline)]
    private static partial Regex Kids();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex Reference();

    [GeneratedRegex(@"/(F\d+) (\d+) 0 R")]
    private static partial Regex FontReference();

    [GeneratedRegex(@"/Contents (\d+) 0 R")]
    private static partial Regex Contents();

    [GeneratedRegex(@"/ToUnicode (\d+) 0 R")]
    private static partial Regex ToUnicode();

    [GeneratedRegex(@"/(?<font>F\d+) [\d.]+ Tf|<(?<glyphs>[0-9A-F]+)>")]
    private static partial Regex Drawing();

    [GeneratedRegex(@"^<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>", RegexOptions.Multiline)]
    private static partial Regex GlyphRange();

    [GeneratedRegex(@"^<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>\s*$", RegexOptions.Multiline)]
    private static partial Regex GlyphAlone();
}
