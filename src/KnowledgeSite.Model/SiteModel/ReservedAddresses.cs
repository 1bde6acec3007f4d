using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The addresses reserved for the site itself: generated files with a fixed address, folders that contain only
/// generated files, and configuration files of hosts. Neither an input file nor a redirect may use one of them.
/// </summary>
internal static class ReservedAddresses
{
    /// <summary>The generated files with a fixed address, each with its purpose.</summary>
    private static readonly Dictionary<string, string> Files = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/404.html"] = "the 404 page",
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
    /// The generated files that a site may replace by listing its own file under <c>files</c> in <c>site.yaml</c>.
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

    /// <summary>The folders of generated files, whose names contain a content hash.</summary>
    private static readonly string[] Folders = ["/api/", "/assets/", "/handouts/", "/search/"];

    /// <summary>
    /// The configuration files of hosts, in addition to files at the root whose names begin with <c>_</c>.
    /// </summary>
    private static readonly HashSet<string> HostSettings = new(StringComparer.OrdinalIgnoreCase)
    {
        "/staticwebapp.config.json",
        "/vercel.json",
        "/web.config",
    };

    /// <summary>The purpose of the reserved address; null if the address is not reserved.</summary>
    public static string? PurposeOf(SitePath address) =>
        Files.GetValueOrDefault(address.Value) ?? (IsHostSetting(address) ? "configuration of the host" : null);

    /// <summary>True if every site has a generated file at this address, so that pages may link to it.</summary>
    public static bool IsAlwaysThere(string address) =>
        address is "/404.html" or "/api/pages.json" or "/llms.txt" or "/robots.txt" or "/sitemap.xml";

    /// <summary>True if the address is in a folder that contains only generated files.</summary>
    public static bool IsInOwnFolder(SitePath address) =>
        Array.Exists(Folders, f => address.Value.StartsWith(f, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// True if a file listed in <c>site.yaml</c> may be published at this address, replacing a generated one.
    /// </summary>
    public static bool MayBeReplaced(SitePath address) =>
        Replaceable.Contains(address.Value) || (!Files.ContainsKey(address.Value) && !IsInOwnFolder(address));

    private static bool IsHostSetting(SitePath address) =>
        HostSettings.Contains(address.Value)
        || (address.Value.StartsWith("/_", StringComparison.Ordinal) && address.Depth == 0);
}
