using System.Text;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A redirect from a former address of a page to its current one.</summary>
public sealed record Redirect(SitePath From, SitePath To)
{
    /// <summary>The maximum length of a redirected address in UTF-8 bytes.</summary>
    private const int MaxNameBytes = 200;

    private const int MaxAddressLength = 1000;

    /// <summary>
    /// True if an HTML page can be generated at the old address, for hosts that do not support redirects.
    /// </summary>
    public bool HasPage =>
        From.IsPage
        || From.Value.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
        || From.Value.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Parses an old address, which may lack slashes or name the file (<c>old/page.html</c>,
    /// <c>old/page/index.html</c>). Null if no page can have had it, or if a file system cannot store it.
    /// </summary>
    internal static SitePath? AddressOf(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal) || text.StartsWith("//", StringComparison.Ordinal))
            return null;
        var path = Uri.UnescapeDataString(text.Trim());
        if (path.Any(c => char.IsControl(c) || c is '?' or '#' or '\\') || path.Length > MaxAddressLength)
            return null;

        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > 0 && names[^1].Equals("index.html", StringComparison.OrdinalIgnoreCase))
            names = names[..^1];
        if (names.Length == 0 || names.Any(n => n[0] is '.' or '_' || Encoding.UTF8.GetByteCount(n) > MaxNameBytes))
            return null;
        if (names[..^1].Any(IsFileName))
            return null;
        return new(IsFileName(names[^1]) ? $"/{string.Join('/', names)}" : $"/{string.Join('/', names)}/");
    }

    private static bool IsFileName(string name) => Path.GetExtension(name).Skip(1).Any(char.IsAsciiLetter);
}
