using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.SiteModel;

/// <summary>A link address split into its parts.</summary>
/// <param name="Path">The path as written.</param>
/// <param name="Query">The part after <c>?</c>, as written; null if there is none.</param>
/// <param name="Fragment">The part after <c>#</c>, percent-decoded; null if there is none.</param>
internal readonly record struct LinkAddress(string Path, string? Query, string? Fragment)
{
    public static LinkAddress Parse(string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var (rest, fragment) = hash < 0 ? (text, null) : (text[..hash], Uri.UnescapeDataString(text[(hash + 1)..]));
        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? new(rest, null, fragment) : new(rest[..mark], rest[(mark + 1)..], fragment);
    }

    /// <summary>
    /// Parses the target of a wikilink. It is a name, not a URL: nothing in it is encoded, and it has no query. A block
    /// may be named without <c>#</c>, as in <c>page^limit</c>.
    /// </summary>
    public static LinkAddress ParseWiki(string text)
    {
        var mark = text.AsSpan().IndexOfAny('#', '^');
        if (mark < 0)
            return new(text, null, null);
        return new(text[..mark].Trim(), null, text[(text[mark] == '#' ? mark + 1 : mark)..].Trim());
    }

    /// <summary>
    /// True if the text begins with a URL scheme (RFC 3986, 3.1): a letter, then letters, digits, <c>+ - .</c>, then a
    /// colon.
    /// </summary>
    public static bool HasScheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !char.IsAsciiLetter(text[0]))
            return false;
        foreach (var character in text.AsSpan(0, colon))
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('+' or '-' or '.'))
                return false;
        return true;
    }

    /// <summary>
    /// True for fragments that are valid on every page: the empty one, <c>top</c> (HTML Standard, 7.4.6.4) and text
    /// directives.
    /// </summary>
    public static bool IsAlwaysThere(string fragment) =>
        fragment.Length == 0
        || fragment.StartsWith(":~:", StringComparison.Ordinal)
        || fragment.Equals("top", StringComparison.OrdinalIgnoreCase);

    public string Suffix(string? fragment) =>
        (Query is null ? "" : "?" + Query) + (fragment is null ? "" : "#" + EncodeFragment(fragment));

    /// <summary>
    /// Percent-encodes a fragment. Letters of all scripts are kept, so that the link stays readable; browsers encode
    /// them.
    /// </summary>
    private static string EncodeFragment(string fragment)
    {
        if (fragment.AsSpan().IndexOfAny(" \"<>`%") < 0)
            return fragment;
        return string.Concat(
            fragment.Select(c => " \"<>`%".Contains(c, StringComparison.Ordinal) ? Uri.HexEscape(c) : c.ToString())
        );
    }
}

/// <summary>Recognizes mistakes in the addresses of links: a missing scheme, a misspelt <c>https://</c>.</summary>
internal static partial class AddressMistakes
{
    /// <summary>A sentence that says what to write instead; null if the target looks like a path.</summary>
    public static string? FindHint(string target)
    {
        var written = target.Trim();
        if (EMail().IsMatch(written))
            return $" Write 'mailto:{written}' for an e-mail address.";
        if (InParentheses().Match(written) is { Success: true } inner)
            return $" Write '{inner.Groups["address"].Value}', without the parentheses.";
        return Host().IsMatch(written) ? $" Write 'https://{written}' for a web address." : null;
    }

    [GeneratedRegex(@"^[^\s/@:?#]+@[^\s/@:?#]+\.[A-Za-z]{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex EMail();

    [GeneratedRegex(@"^\((?<address>https?://[^\s()]+)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex InParentheses();

    [GeneratedRegex(
        @"^(www\.[^\s/]+\.[A-Za-z]{2,}|([a-z0-9-]+\.)+(com|org|net|io|dev|edu|gov))([/?#:]|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Host();

    /// <summary>
    /// The web address that the author probably meant; null if the address may be correct or is of another kind.
    /// </summary>
    public static string? FindCorrection(string address)
    {
        if (Form().Match(address) is not { Success: true } written)
            return null;
        var scheme = written.Groups["scheme"].Value.ToLowerInvariant();
        var mark = written.Groups["mark"].Value;
        var rest = written.Groups["rest"].Value;
        var web = scheme.EndsWith('s') ? "https" : "http";
        if (scheme != web)
            return mark.Length > 0 && SuggestionIndex.Distance(scheme, web) == 1 ? $"{web}://{rest}" : null;
        if (Second().IsMatch(rest))
            return FindCorrection(rest) ?? rest;
        return Slashes().IsMatch(mark) ? null : $"{web}://{rest}";
    }

    [GeneratedRegex(
        @"^(?<scheme>[a-z]+):(?<mark>[:/\\]*)(?<rest>[^:/\\].*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Form();

    /// <summary>Matches two or more slashes or backslashes, which browsers all treat as two slashes.</summary>
    [GeneratedRegex(@"^[/\\]{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Slashes();

    [GeneratedRegex("^https?:/", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Second();
}
