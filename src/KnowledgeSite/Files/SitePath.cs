using System.Text;

namespace KnowledgeSite.Files;

/// <summary>
/// An address on the finished site, decoded: <c>/</c> first, and <c>/</c> last when it is a page (<c>/guides/setup/</c>)
/// rather than a file (<c>/robots.txt</c>).
/// </summary>
public sealed record SitePath(string Value) : IComparable<SitePath>
{
    public static readonly SitePath Home = new("/");

    public bool IsPage => Value.EndsWith('/');

    /// <summary>How many folders lie between this address and the site's root: 0 for <c>/</c> and <c>/robots.txt</c>.</summary>
    public int Depth => Value.AsSpan().Count('/') - 1;

    /// <summary>The file that answers at this address, relative to the output folder.</summary>
    public string File => IsPage ? $"{Value[1..]}index.html" : Value[1..];

    /// <summary>The address as it stands in a link from the site's root: percent-encoded, no <c>/</c> first.</summary>
    public string Href => Encode(Value[1..]);

    public SitePath Append(string rest) => new(Value + rest);

    /// <summary>
    /// The address of a page: each name in lower case, blanks as <c>-</c>, without characters that a URL or a
    /// file system gives a meaning of its own.
    /// </summary>
    public static SitePath OfPage(SourcePath path)
    {
        var address = new StringBuilder("/");
        foreach (var segment in path.Segments)
            address.Append(Slug(segment)).Append('/');
        return new(address.ToString());
    }

    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in name.ToLowerInvariant())
        {
            if (char.IsWhiteSpace(character)) slug.Append('-');
            else if (!IsReserved(character)) slug.Append(character);
        }

        var trimmed = slug.ToString().Trim('-', '.');
        return trimmed.Length == 0 ? "page" : trimmed;
    }

    public int CompareTo(SitePath? other) => string.CompareOrdinal(Value, other?.Value);

    public override string ToString() => Value;

    private static bool IsReserved(char character) =>
        char.IsControl(character) || "#?%\\<>:\"|*&'`^{}[]".Contains(character, StringComparison.Ordinal);

    private static string Encode(string path)
    {
        if (path.AsSpan().IndexOfAnyExcept(PlainInUrl) < 0) return path;
        return string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }

    private static readonly System.Buffers.SearchValues<char> PlainInUrl =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/");
}
