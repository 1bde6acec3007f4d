using System.Security.Cryptography;
using System.Text;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// What of a page a reader can see: styles apart, since these can be exchanged while the page stays where it is.
/// </summary>
/// <param name="Tag">Of all but the links to styles.</param>
/// <param name="Styles">Where these lead, as they are written.</param>
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
