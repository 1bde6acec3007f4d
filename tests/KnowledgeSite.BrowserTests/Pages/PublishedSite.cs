using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// A small site below a path of its host, which is published several times. Each page names its version.
/// </summary>
internal sealed class PublishedSite : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "knowledgesite-" + Guid.NewGuid().ToString("N"));
    private SiteServer? _server;

    public string At(string path) => $"{_server!.Address}/kb/{path}";

    public static async Task<PublishedSite> StartAsync(string version)
    {
        var site = new PublishedSite();
        await site.PublishAsync(version);
        foreach (var name in new[] { "_headers", "404.html" })
            File.Copy(Path.Combine(site._folder, "served/kb", name), Path.Combine(site._folder, "served", name));
        site._server = await SiteServer.StartAsync(Path.Combine(site._folder, "served"));
        return site;
    }

    /// <param name="lacks">Files that the host does not have yet, or no longer has.</param>
    public async Task PublishAsync(string version, bool isOffered = true, params string[] lacks)
    {
        var input = Path.Combine(_folder, "input");
        var output = Path.Combine(_folder, "next");
        Directory.CreateDirectory(input);
        await File.WriteAllTextAsync(
            Path.Combine(input, "site.yaml"),
            $"title: Kept\noffline: {(isOffered ? "true" : "false")}\n"
        );
        foreach (var name in new[] { "index", "one", "two" })
            await File.WriteAllTextAsync(
                Path.Combine(input, $"{name}.md"),
                $"# Page {name}\n\nThis is the {version} version, about bicycles.\n"
            );
        await ServedSite.BuildAsync(new FolderTree(input), output, "https://kb.example/kb/");
        foreach (var lost in lacks)
            File.Delete(Path.Combine(output, lost));
        var served = Path.Combine(_folder, "served/kb");
        Directory.CreateDirectory(Path.Combine(_folder, "served"));
        if (Directory.Exists(served))
            Directory.Delete(served, recursive: true);
        Directory.Move(output, served);
    }

    /// <summary>Changes a file, as if the host already had its next version.</summary>
    public void Spoil(string file) =>
        File.AppendAllText(Path.Combine(_folder, "served/kb", file), "<!-- of another version -->");

    /// <summary>Stops the server.</summary>
    public ValueTask GoOfflineAsync() => _server!.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
