using System.Security.Cryptography;
using System.Text;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// A fingerprint of a page with its style sheets listed separately, because these can be replaced without a reload.
/// </summary>
/// <param name="Tag">A hash of the page without the URLs of its style sheets.</param>
/// <param name="Styles">The URLs of the style sheets, as written in the page.</param>
internal sealed record PageFingerprint(string Tag, IReadOnlyList<string> Styles)
{
    private static readonly byte[] Start = [.. "<link rel=\"stylesheet\" href=\""u8];

    public static PageFingerprint Compute(ReadOnlySpan<byte> html)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var styles = new List<string>();
        while (html.IndexOf(Start) is >= 0 and var at)
        {
            hash.AppendData(html[..at]);
            html = html[(at + Start.Length)..];
            var end = html.IndexOf((byte)'"');
            if (end < 0)
                break;
            styles.Add(System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(html[..end])));
            html = html[end..];
        }

        hash.AppendData(html);
        return new(Convert.ToHexStringLower(hash.GetHashAndReset())[..16], styles);
    }
}
