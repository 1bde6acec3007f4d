using System.Text.RegularExpressions;

namespace KnowledgeSite.SiteModel;

/// <summary>Recognizes link targets that are web or e-mail addresses without their scheme.</summary>
internal static partial class AddressHint
{
    /// <summary>A sentence that says what to write instead; null if the target looks like a path.</summary>
    public static string? Find(string target)
    {
        var written = target.Trim();
        if (EMail().IsMatch(written))
            return $" Write 'mailto:{written}' for an e-mail address.";
        return Host().IsMatch(written) ? $" Write 'https://{written}' for a web address." : null;
    }

    [GeneratedRegex(@"^[^\s/@:?#]+@[^\s/@:?#]+\.[A-Za-z]{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex EMail();

    [GeneratedRegex(
        @"^(www\.[^\s/]+\.[A-Za-z]{2,}|([a-z0-9-]+\.)+(com|org|net|io|dev|edu|gov))([/?#:]|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Host();
}
