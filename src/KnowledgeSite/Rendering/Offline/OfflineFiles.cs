using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Offline;

/// <summary>The addresses that a reader's copy of the site is made by.</summary>
public static class OfflineFiles
{
    /// <summary>At the root, since a worker answers for what lies beside and below it.</summary>
    public static readonly SitePath Worker = new("/sw.js");

    /// <summary>Says in a line which version is published, and how large it is.</summary>
    public static readonly SitePath News = new("/offline.json");

    public static readonly SitePath List = new("/offline-files.json");

    /// <summary>What stands in the place of a page that is not in the copy.</summary>
    public static readonly SitePath Page = new("/offline.html");

    /// <summary>
    /// Every site has a worker: one that offers no copy has one that does away with those of a time when it did. Nobody
    /// loads it but a browser that has such a worker.
    /// </summary>
    public static OutputFile WorkerOf(SiteSettings settings) =>
        OutputFile.OfBytes(Worker, Embedded(settings.OffersCopy ? "worker.js" : "no-worker.js"));

    /// <summary>Not what is only for hosts, for other sites and for tools.</summary>
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
