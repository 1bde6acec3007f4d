using System.Globalization;
using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests;

/// <summary>
/// A ladder of 40 levels and 30 dimensions, written to a folder, built and served: far larger than any that people
/// keep.
/// </summary>
public sealed class WideLadder : IAsyncLifetime
{
    public const int Levels = 40;
    public const int Dimensions = 30;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "knowledgesite-" + Guid.NewGuid().ToString("N"));
    private SiteServer? _server;

    public string Matrix => _server!.Address + "/ladders/wide/matrix/";

    public async Task InitializeAsync()
    {
        var (input, output) = (Path.Combine(_folder, "input"), Path.Combine(_folder, "output"));
        Write(Path.Combine(input, "site.yaml"), "title: Wide");
        Write(Path.Combine(input, "index.md"), "# Wide");
        Write(Path.Combine(input, "ladders", "wide", "ladder.yaml"), LadderFile());
        for (var d = 1; d <= Dimensions; d++)
            Write(Path.Combine(input, "ladders", "wide", "dimensions", $"d{d}.md"), DimensionPage(d));
        var options = new BuildOptions(
            input,
            output,
            Strict: false,
            new Uri("https://kb.example/"),
            new DateOnly(2026, 11, 20)
        );
        await new SiteBuild(options, new FolderTree(input), new Theme.Theme()).RunAsync(
            check: false,
            null,
            CancellationToken.None
        );
        _server = await SiteServer.StartAsync(output);
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string LadderFile() =>
        $"""
            title: Wide
            dimensions: [{string.Join(", ", Enumerable.Range(1, Dimensions).Select(d => $"d{d}"))}]
            levels:
            {string.Join(
                '\n',
                Enumerable.Range(1, Levels).Select(l =>
                    $"  - {{id: l{l}, code: L{l}, title: Level number {l}, next: [{(l < Levels ? $"l{l + 1}" : "")}]}}"
                )
            )}
            """;

    private static string DimensionPage(int d) =>
        $"---\ntitle: Dimension {d}\nkind: dimension\n---\n"
        + string.Concat(
            Enumerable
                .Range(1, Levels)
                .Select(l =>
                    $"## Level {l} {{#d{d}.l{l}}}\n\nSettles the question of size {l} that dimension {d} "
                    + $"raises, before a team needs the answer.\n\n- Shows case {d}-{l}. {{#d{d}.l{l}.case}}\n\n"
                )
        );

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
