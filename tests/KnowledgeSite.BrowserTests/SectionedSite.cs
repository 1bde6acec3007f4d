using System.Text;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests;

/// <summary>
/// A site with sixty sections of long and short names, where everything leads everywhere, built and served.
/// </summary>
public sealed class SectionedSite : IAsyncLifetime
{
    private const int Sections = 60;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "knowledgesite-" + Guid.NewGuid().ToString("N"));
    private SiteServer? _server;

    public string At(string path) => _server!.Address + path;

    public async Task InitializeAsync()
    {
        var (files, random) = (new Dictionary<string, byte[]>(StringComparer.Ordinal), new Random(3));
        files["index.md"] = "# Everything\n\n[In](section-0/index.md)"u8.ToArray();
        for (var section = 0; section < Sections; section++)
        for (var page = 0; page < 6; page++)
            files[NameOf(section, page)] = Encoding.UTF8.GetBytes(
                "# "
                    + string.Concat(
                        Enumerable.Repeat($"Responsibilities {section}.{page} ", 1 + (section * 7 + page) % 4)
                    )
                    + "\n\n"
                    + string.Concat(
                        Enumerable.Range(0, 6).Select(_ => $"[x](/{NameOf(random.Next(Sections), random.Next(6))}) ")
                    )
            );
        var options = new BuildOptions(
            "input",
            Path.Combine(_folder, "output"),
            Strict: false,
            new Uri("https://kb.example/"),
            new DateOnly(2026, 11, 20)
        );
        await new SiteBuild(options, new MemoryTree(files), new Theme.Theme()).RunAsync(
            check: false,
            null,
            CancellationToken.None
        );
        _server = await SiteServer.StartAsync(Path.Combine(_folder, "output"));
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string NameOf(int section, int page) =>
        page == 0 ? $"section-{section}/index.md" : $"section-{section}/page-{page}.md";
}
