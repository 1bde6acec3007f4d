using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Offline;

/// <summary>The addresses of the offline copy.</summary>
internal static class OfflineFiles
{
    /// <summary>The service worker. It is at the root, because its scope is its folder.</summary>
    public static readonly SitePath Worker = new("/sw.js");

    /// <summary>A small file with the published version and its size.</summary>
    public static readonly SitePath News = new("/offline.json");

    public static readonly SitePath List = new("/offline-files.json");

    /// <summary>The page shown if a page is not in the offline copy.</summary>
    public static readonly SitePath Page = new("/offline.html");

    /// <summary>
    /// The service worker script. A site without offline copies has one that removes old copies; only browsers that
    /// still have the old worker load it.
    /// </summary>
    public static OutputFile WorkerOf(SiteSettings settings) =>
        OutputFile.OfBytes(Worker, Embedded(settings.OffersCopy ? "worker.js" : "no-worker.js"));

    /// <summary>True if the file belongs to the offline copy; files for hosts, other sites and tools do not.</summary>
    public static bool IsInCopy(SitePath path) =>
        !path.Value.StartsWith("/_", StringComparison.Ordinal)
        && !path.Value.EndsWith(".md", StringComparison.Ordinal)
        && !path.Value.StartsWith(Sharing.SiteCards.Folder.Value, StringComparison.Ordinal)
        && path.Value
            is not (
                "/sw.js"
                or "/404.html"
                or "/robots.txt"
                or "/sitemap.xml"
                or "/llms.txt"
                or "/feed.xml"
                or "/api/pages.json"
            );

    private static byte[] Embedded(string name)
    {
        using var stream = typeof(OfflineFiles).Assembly.GetManifestResourceStream($"offline/{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
