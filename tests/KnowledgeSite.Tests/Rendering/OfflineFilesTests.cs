using System.Security.Cryptography;
using System.Text.Json;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Rendering;

public sealed class OfflineFilesTests
{
    [Fact]
    public void The_list_of_a_copy_holds_every_file_that_a_reader_may_open_with_its_hash()
    {
        using var site = Site("offline: true");
        site.Build("https://kb.example/kb/");
        using var list = JsonDocument.Parse(site.Page("offline-files.json"));
        var files = list
            .RootElement.GetProperty("files")
            .EnumerateArray()
            .ToDictionary(f => f[0].GetString()!, f => f[1].GetString()!);
        foreach (var (address, hash) in files)
        {
            var path = Uri.UnescapeDataString(
                address == "./" ? "index.html"
                : address.EndsWith('/') ? address + "index.html"
                : address
            );
            Assert.StartsWith(
                hash,
                Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(site.Folder.Combine($"output/{path}"))))
            );
        }

        Assert.Contains("guides/über-uns/", files.Keys.Select(Uri.UnescapeDataString));
        Assert.Contains("offline.html", files.Keys);
        Assert.Contains(
            files.Keys,
            f =>
                f.StartsWith("search/index/", StringComparison.Ordinal)
                || f.StartsWith("search/", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            files.Keys,
            f =>
                f.StartsWith('_')
                || f.EndsWith(".md", StringComparison.Ordinal)
                || f.StartsWith("api/cards/", StringComparison.Ordinal)
                || f is "sw.js" or "offline.json" or "offline-files.json"
        );

        using var news = JsonDocument.Parse(site.Page("offline.json"));
        Assert.Equal(
            list.RootElement.GetProperty("version").GetString(),
            news.RootElement.GetProperty("version").GetString()
        );
        Assert.Equal(files.Count, news.RootElement.GetProperty("files").GetInt32());
    }

    [Fact]
    public void A_version_changes_with_any_file_and_with_nothing_else()
    {
        using var site = Site("offline: true");
        site.Build();
        var first = site.Page("offline.json");
        site.Build();
        Assert.Equal(first, site.Page("offline.json"));
        site.With("guides/über-uns.md", "# Us\n\nOther words.\n").Build();
        Assert.NotEqual(first, site.Page("offline.json"));
    }

    [Fact]
    public void A_site_without_offline_reading_has_a_worker_that_deletes_earlier_copies()
    {
        using var site = Site("cards: true");
        site.Build();
        Assert.Contains("registration.unregister()", site.Page("sw.js"));
        Assert.DoesNotContain("fetch", site.Page("sw.js"));
        Assert.False(site.Has("offline.json") || site.Has("offline-files.json") || site.Has("offline.html"));
        Assert.DoesNotContain("offline-copy", site.Page("index.html"));
    }

    [Fact]
    public void Hosts_do_not_cache_the_worker()
    {
        using var site = Site("offline: true");
        site.Build("https://kb.example/kb/");
        foreach (var name in new[] { "sw.js", "offline.json", "offline-files.json" })
        {
            Assert.Contains($"/kb/{name}\n  Cache-Control: no-cache\n", site.Page("_headers"));
            Assert.Contains($"location = \"/kb/{name}\"", site.Page("_nginx.conf"));
        }

        Assert.Contains("/kb/manifest.webmanifest\n  Content-Type: application/manifest+json\n", site.Page("_headers"));
        Assert.Contains("default_type \"application/manifest+json\";", site.Page("_nginx.conf"));
    }

    private static DiskSite Site(string key)
    {
        var site = new DiskSite();
        return site.With("site.yaml", $"title: Test\n{key}\n")
            .With("index.md", "# Home\n")
            .With("guides/über-uns.md", "# Us\n\nWords.\n");
    }
}
