using KnowledgeSite.Sources;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests;

/// <summary>
/// The pages of tests/fixtures/looks, with a workshop that has every kind of field, built and served; and a browser to
/// read them.
/// </summary>
public sealed class ReadingRoomsSite : IAsyncLifetime
{
    private const string Workshop = """
        ---
        title: Count the hours
        description: A 30-minute workshop about a week.
        kind: workshop
        order: 2
        purpose: To see where a week goes.
        outcome: One hour that is used for something else.
        for: Everybody at a desk.
        group: 2 to 9
        duration: 30
        agenda:
          - {minutes: 20, title: Count, what: Everyone counts.}
          - {minutes: 10, title: Choose, what: Everyone chooses.}
        ---

        Bring last week's calendar.

        ::: participant
        ## Your week {#week}

        Questions take [______] hours, shelves take [______] and meetings take [______].

        I will

        - [ ] teach it to somebody
        - [ ] stop it, by [______]

        What it takes:

        ::: lines 2
        :::

        ## Debrief

        What would you count next time?
        """;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "knowledgesite-" + Guid.NewGuid().ToString("N"));
    private SiteServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var (input, output) = (Path.Combine(_folder, "input"), Path.Combine(_folder, "output"));
        CopyFolder(Path.Combine(LooksSite.Folder, "input"), input);
        await File.WriteAllTextAsync(Path.Combine(input, "workshops", "count-the-hours.md"), Workshop);
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
        _playwright = await Playwright.CreateAsync();
        _browser = await BuiltSite.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A fresh browser profile; its pages take paths.</summary>
    internal Task<IBrowserContext> NewContextAsync(int width = 1280, bool scripts = true, bool forcedColours = false) =>
        _browser!.NewContextAsync(
            new()
            {
                BaseURL = _server!.Address,
                ForcedColors = forcedColours ? ForcedColors.Active : ForcedColors.None,
                JavaScriptEnabled = scripts,
                Locale = "en-US",
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
