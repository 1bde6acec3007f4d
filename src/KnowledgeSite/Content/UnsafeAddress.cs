namespace KnowledgeSite.Content;

/// <summary>Addresses that run code where they are followed or shown.</summary>
internal static class UnsafeAddress
{
    /// <summary>
    /// The scheme that makes the address unsafe, such as <c>javascript:</c>; null for a harmless one.
    /// </summary>
    public static string? SchemeOf(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return null;

        // Browsers skip control characters and blanks before a scheme, and tabs and line ends inside it.
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
