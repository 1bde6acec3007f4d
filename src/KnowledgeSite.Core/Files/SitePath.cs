using System.Globalization;
using System.Text;

namespace KnowledgeSite.Files;

/// <summary>
/// The URL path of a page or file on the site, decoded. It starts with <c>/</c>; the path of a page also ends with
/// <c>/</c> (<c>/guides/setup/</c>), that of a file does not (<c>/robots.txt</c>).
/// </summary>
public sealed record SitePath(string Value) : IComparable<SitePath>
{
    /// <summary>The path as it is written in a link, such as <c>/staff/</c>, in Unicode form C.</summary>
    public string Value { get; } = ComposedText.Compose(Value);

    /// <summary>The longest file name in UTF-8 bytes that common file systems allow.</summary>
    private const int MaxNameBytes = 255;

    /// <summary>The path of the home page.</summary>
    public static readonly SitePath Home = new("/");

    private const string AssetFolder = "/assets/";

    internal bool IsPage => Value.EndsWith('/');

    /// <summary>True for a file with a hash in its name.</summary>
    public bool IsAsset => Value.StartsWith(AssetFolder, StringComparison.Ordinal);

    /// <summary>True for the asset with this name, which its hash and its extension follow.</summary>
    public bool IsAssetOf(string name)
    {
        if (!IsAsset)
            return false;
        var file = Value.AsSpan(AssetFolder.Length);
        return file.StartsWith(name, StringComparison.Ordinal) && file[name.Length..].StartsWith('.');
    }

    /// <summary>
    /// The number of folders between this path and the site's root: 0 for <c>/</c> and <c>/robots.txt</c>.
    /// </summary>
    public int Depth => Value.AsSpan().Count('/') - 1;

    /// <summary>The file served at this path, relative to the output folder.</summary>
    public string File => IsPage ? $"{Value[1..]}index.html" : Value[1..];

    /// <summary>The path as a link from the site's root: percent-encoded, without the leading <c>/</c>.</summary>
    public string Href => _href ??= Encode(Value[1..]);

    /// <summary>Cached, because a sidebar repeats its links on every page of the section.</summary>
    private string? _href;

    /// <summary>Cached, because paths are the keys of many tables.</summary>
    private int _hash;

    /// <inheritdoc />
    public bool Equals(SitePath? other) => ReferenceEquals(this, other) || (other is not null && Value == other.Value);

    /// <inheritdoc />
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Value.GetHashCode();

    internal SitePath Append(string rest) => new(Value + rest);

    /// <summary>
    /// The path of a page: each name in lower case, spaces as <c>-</c>, without characters that are special in URLs or
    /// file systems.
    /// </summary>
    public static SitePath OfPage(SourcePath path)
    {
        var address = new StringBuilder("/");
        foreach (var segment in path.Segments)
            address.Append(Slug(segment)).Append('/');
        return new(address.ToString());
    }

    /// <summary>The path of a file with a hash in its name, which browsers can cache without limit.</summary>
    /// <param name="extension">With the dot; empty for none.</param>
    internal static SitePath OfAsset(string name, string hash, string extension) =>
        new($"{AssetFolder}{name}.{hash}{extension}");

    /// <summary>The path of a file, which keeps its extension: <c>/files/report.pdf</c>.</summary>
    public static SitePath OfFile(SourcePath path) =>
        new($"{OfPage(path.Folder)}{Slug(path.NameWithoutExtension)}.{Slug(path.Extension)}");

    /// <summary>
    /// One segment of a URL path. A dot is kept only between digits (<c>v1.2</c>), because otherwise a page's folder
    /// could look like a file with an extension. A name that is too long for a file system is shortened and ends with a
    /// hash. A name of symbols only becomes their code points: <c>[</c> becomes <c>page-5b</c>.
    /// </summary>
    public static string Slug(string name)
    {
        if (
            name.Length is > 0 and <= MaxNameBytes
            && name.AsSpan().IndexOfAnyExcept(PlainInName) < 0
            && name[0] != '-'
            && name[^1] != '-'
        )
            return name;
        var lower = ComposedText.Compose(name).ToLowerInvariant();
        var slug = new StringBuilder(lower.Length);
        for (var i = 0; i < lower.Length; i++)
        {
            var character = lower[i];
            if (char.IsWhiteSpace(character) || (character == '.' && !IsBetweenDigits(lower, i)))
                slug.Append('-');
            else if (!IsReserved(character))
                slug.Append(character);
        }

        var trimmed = slug.ToString().Trim('-');
        return Shortened(trimmed.Length > 0 ? trimmed : SlugOfSymbols(name));
    }

    /// <summary>
    /// A slug that spells out symbols which a URL path cannot contain: <c>C#</c> becomes <c>c-sharp</c>, <c>.NET</c>
    /// <c>dot-net</c>, <c>a/b</c> <c>a-b</c>.
    /// </summary>
    public static string SpelledSlug(string name)
    {
        if (name.AsSpan().IndexOfAny("#.&%*/\\") < 0)
            return Slug(name);
        var spelled = new StringBuilder(name.StartsWith('.') ? "dot-" + name[1..] : name);
        spelled
            .Replace("#", "-sharp-")
            .Replace("&", "-and-")
            .Replace("%", "-percent-")
            .Replace("*", "-star-")
            .Replace('/', '-')
            .Replace('\\', '-');
        return Slug(string.Join('-', spelled.ToString().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)));
    }

    private static string SlugOfSymbols(string name) =>
        string.Concat(
            name.Where(c => !char.IsWhiteSpace(c)).Select(c => ((int)c).ToString("x2", CultureInfo.InvariantCulture))
        )
            is { Length: > 0 } codes
            ? "page-" + codes
            : "page";

    /// <inheritdoc />
    public int CompareTo(SitePath? other) => string.CompareOrdinal(Value, other?.Value);

    /// <inheritdoc />
    public override string ToString() => Value;

    private static bool IsBetweenDigits(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    private static string Shortened(string slug)
    {
        if (Encoding.UTF8.GetByteCount(slug) <= MaxNameBytes)
            return slug;
        var end = 0;
        var bytes = 0;
        foreach (var rune in slug.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > MaxNameBytes - 20)
                break;
            end += rune.Utf16SequenceLength;
        }

        return $"{slug[..end]}-{ContentHash.Compute(Encoding.UTF8.GetBytes(slug))}";
    }

    private static bool IsReserved(char character) =>
        char.IsControl(character) || "/#?%\\<>:\"|*&'`^{}[]".Contains(character);

    private static string Encode(string path)
    {
        if (path.AsSpan().IndexOfAnyExcept(PlainInUrl) < 0)
            return path;
        return string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }

    private static readonly System.Buffers.SearchValues<char> PlainInName = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789-_"
    );

    private static readonly System.Buffers.SearchValues<char> PlainInUrl = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/"
    );
}
