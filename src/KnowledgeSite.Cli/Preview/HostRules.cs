using System.Text.RegularExpressions;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// The rules of the site's <c>_headers</c> and <c>_redirects</c> files, which the preview applies as the host would.
/// </summary>
internal sealed class HostRules
{
    private readonly List<(Regex Pattern, List<(string Name, string Value)> Headers)> _headers = [];
    private readonly Dictionary<string, string> _redirects = new(StringComparer.Ordinal);

    private HostRules() { }

    public static HostRules Read(string headers, string redirects)
    {
        var rules = new HostRules();
        foreach (var line in headers.Split('\n').Where(l => l.Trim().Length > 0 && !l.StartsWith('#')))
        {
            if (!char.IsWhiteSpace(line[0]))
                rules._headers.Add((Glob(line.Trim()), []));
            else if (line.Split(':', 2) is [var name, var value] && rules._headers.Count > 0)
                rules._headers[^1].Headers.Add((name.Trim(), value.Trim()));
        }

        foreach (var line in redirects.Split('\n'))
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var from, var to, ..] && from[0] != '#')
                rules._redirects.TryAdd(from, to);
        return rules;
    }

    /// <param name="path">The path from the root of the host, percent-encoded.</param>
    public IEnumerable<(string Name, string Value)> HeadersOf(string path) =>
        _headers.Where(h => h.Pattern.IsMatch(path)).SelectMany(h => h.Headers);

    /// <inheritdoc cref="HeadersOf"/>
    /// <returns>The target of the redirect, or null if there is none.</returns>
    public string? MovedTo(string path) => _redirects.GetValueOrDefault(path);

    private static Regex Glob(string pattern) =>
        new(
            $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$",
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
        );
}
