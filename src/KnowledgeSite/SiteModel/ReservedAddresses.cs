using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The addresses that belong to the site itself: files that every build may generate under a fixed name, folders that
/// hold generated files only, and files that a host reads as its configuration. Neither a file of the input nor a
/// redirect may take one of them.
/// </summary>
internal static class ReservedAddresses
{
    /// <summary>Generated files with a fixed address, each with what it is for.</summary>
    private static readonly Dictionary<string, string> Files = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/404.html"] = "the page for missing addresses",
        ["/_headers"] = "headers for the host",
        ["/_redirects"] = "redirects for the host",
        ["/_nginx.conf"] = "redirects for nginx",
        ["/.knowledgesite"] = "the list of generated files",
        ["/api/pages.json"] = "the list of pages for programs",
        ["/feed.xml"] = "the feed of changes",
        ["/icon.svg"] = "the icon",
        ["/icon-180.png"] = "an icon",
        ["/icon-192.png"] = "an icon",
        ["/icon-512.png"] = "an icon",
        ["/icon-maskable-512.png"] = "an icon",
        ["/llms.txt"] = "the list of pages for language models",
        ["/manifest.webmanifest"] = "the web app manifest",
        ["/offline.html"] = "the offline copy",
        ["/offline.json"] = "the offline copy",
        ["/offline-files.json"] = "the offline copy",
        ["/robots.txt"] = "rules for search engines",
        ["/search/search.js"] = "the search",
        ["/sitemap.xml"] = "the list of pages for search engines",
        ["/sw.js"] = "the service worker",
    };

    /// <summary>
    /// Generated files that a site may replace by its own where <c>site.yaml</c> names the file under <c>files</c>.
    /// </summary>
    private static readonly HashSet<string> Replaceable = new(StringComparer.OrdinalIgnoreCase)
    {
        "/icon.svg",
        "/icon-180.png",
        "/icon-192.png",
        "/icon-512.png",
        "/icon-maskable-512.png",
        "/manifest.webmanifest",
        "/robots.txt",
    };

    /// <summary>Folders of generated files, whose names change with their content.</summary>
    private static readonly string[] Folders = ["/api/", "/assets/", "/handouts/", "/search/"];

    /// <summary>
    /// Files that hosts read as their configuration, besides those at the root that begin with <c>_</c>.
    /// </summary>
    private static readonly HashSet<string> HostSettings = new(StringComparer.OrdinalIgnoreCase)
    {
        "/staticwebapp.config.json",
        "/vercel.json",
        "/web.config",
    };

    /// <summary>
    /// What the generated file or the host's configuration at this address is for; null where the address is neither.
    /// </summary>
    public static string? PurposeOf(SitePath address) =>
        Files.GetValueOrDefault(address.Value) ?? (IsHostSetting(address) ? "configuration of the host" : null);

    /// <summary>A generated file that every site has at this address, so that pages may link to it.</summary>
    public static bool IsAlwaysThere(string address) =>
        address is "/404.html" or "/api/pages.json" or "/llms.txt" or "/robots.txt" or "/sitemap.xml";

    /// <summary>The address lies in a folder that only generated files are written to.</summary>
    public static bool IsInOwnFolder(SitePath address) =>
        Array.Exists(Folders, f => address.Value.StartsWith(f, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// A file that <c>site.yaml</c> names may be published at this address, in place of a generated one if need be.
    /// </summary>
    public static bool MayBeReplaced(SitePath address) =>
        Replaceable.Contains(address.Value) || (!Files.ContainsKey(address.Value) && !IsInOwnFolder(address));

    private static bool IsHostSetting(SitePath address) =>
        HostSettings.Contains(address.Value)
        || (address.Value.StartsWith("/_", StringComparison.Ordinal) && address.Depth == 0);
}
