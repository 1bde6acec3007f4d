using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Cli.Printing;

/// <summary>
/// Reads page numbers from a PDF that Chromium wrote. Chromium writes the page tree and the named destinations as plain
/// text.
/// </summary>
internal sealed partial class PdfFile(byte[] bytes)
{
    private readonly string _text = Encoding.Latin1.GetString(bytes);

    /// <summary>The number of pages. The root of the page tree has the largest count.</summary>
    public int PageCount =>
        Tree()
            .Matches(_text)
            .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>The page number, from 1, of each id that is the target of a link.</summary>
    public IReadOnlyDictionary<string, int> PagesOfIds()
    {
        if (Root().Match(_text) is not { Success: true } root || Places().Match(_text) is not { Success: true } places)
            return new Dictionary<string, int>();
        var pages = ListPages(root.Groups[1].Value)
            .Select((page, i) => (page, i))
            .ToDictionary(p => p.page, p => p.i + 1, StringComparer.Ordinal);
        return Place()
            .Matches(ObjectAt(places.Groups[1].Value))
            .Where(m => pages.ContainsKey(m.Groups[2].Value))
            .DistinctBy(m => m.Groups[1].Value)
            .ToDictionary(m => Name(m.Groups[1].Value), m => pages[m.Groups[2].Value], StringComparer.Ordinal);
    }

    private IEnumerable<string> ListPages(string number)
    {
        var kids = Kids().Match(ObjectAt(number));
        return kids.Success
            ? Reference().Matches(kids.Groups[1].Value).SelectMany(kid => ListPages(kid.Groups[1].Value))
            : [number];
    }

    private string ObjectAt(string number)
    {
        var start = _text.IndexOf($"\n{number} 0 obj", StringComparison.Ordinal);
        return start < 0 ? "" : _text[start.._text.IndexOf("endobj", start, StringComparison.Ordinal)];
    }

    /// <summary>
    /// Decodes a PDF name, in which a byte may be escaped as <c>#2F</c>. The decoded bytes are UTF-8.
    /// </summary>
    private static string Name(string written) =>
        Encoding.UTF8.GetString(
            Encoding.Latin1.GetBytes(
                Escape().Replace(written, m => ((char)Convert.ToByte(m.Groups[1].Value, 16)).ToString())
            )
        );

    [GeneratedRegex(@"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tree();

    [GeneratedRegex(@"/Type /Catalog\s.*?/Pages (\d+) 0 R", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Root();

    [GeneratedRegex(@"/Type /Catalog\s.*?/Dests (\d+) 0 R", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Places();

    [GeneratedRegex(@"/Kids \[(.*?)\]", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Kids();

    [GeneratedRegex(@"(\d+) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"/(\S+) \[(\d+) 0 R /XYZ", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex("#([0-9A-Fa-f]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
