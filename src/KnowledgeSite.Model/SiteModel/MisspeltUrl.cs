using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.SiteModel;

/// <summary>Recognizes web addresses with typos.</summary>
internal static partial class MisspeltUrl
{
    /// <summary>
    /// The web address that the author probably meant; null if the address may be correct or is of another kind.
    /// </summary>
    public static string? FindCorrection(string address)
    {
        if (Form().Match(address) is not { Success: true } written)
            return null;
        var (scheme, mark, rest) = (
            written.Groups["scheme"].Value.ToLowerInvariant(),
            written.Groups["mark"].Value,
            written.Groups["rest"].Value
        );
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
