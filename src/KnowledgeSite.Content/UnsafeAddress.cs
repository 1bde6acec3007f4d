namespace KnowledgeSite.Content;

/// <summary>Recognises URLs that run code when a browser follows or shows them.</summary>
internal static class UnsafeAddress
{
    /// <summary>
    /// The scheme that makes the URL unsafe, such as <c>javascript:</c>, or null if the URL is safe.
    /// </summary>
    public static string? SchemeOf(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return null;

        // Browsers ignore control characters and spaces before a scheme, and tabs and line ends inside it.
        var scheme = string.Concat(address[..colon].Where(c => c > ' ' && !char.IsControl(c))).ToLowerInvariant();
        if (scheme is "javascript" or "vbscript")
            return scheme + ":";
        return scheme == "data" && !IsHarmless(address[(colon + 1)..].TrimStart()) ? "data:" : null;
    }

    private static bool IsHarmless(string rest) =>
        rest.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("image/svg", StringComparison.OrdinalIgnoreCase)
        || rest.StartsWith("font/", StringComparison.OrdinalIgnoreCase)
        || rest.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)
        || rest.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
        || rest.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);
}
