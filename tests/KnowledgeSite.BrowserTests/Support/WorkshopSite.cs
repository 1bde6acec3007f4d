using System.Text;
using KnowledgeSite.BrowserTests.Screenshots;
using KnowledgeSite.Sources;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// The pages of tests/fixtures/screenshots together with a workshop that has every kind of field, and a browser.
/// </summary>
public sealed class WorkshopSite : ServedSite
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
        version: "1.2"
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
        - [ ] stop it, by [____________________]

        The meeting that goes:

        - ( ) the weekly one
        - ( ) the daily one
        - ( ) none

        What it takes:

        ::: lines 2
        :::

        ## Debrief

        What would you count next time?
        """;

    private TestBrowser? _browser;

    private protected override ISourceTree Input { get; } = new MemoryTree(Files());

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _browser = await TestBrowser.GetAsync();
    }

    /// <summary>Creates a browser profile. Its pages resolve paths against the site's address.</summary>
    internal Task<IBrowserContext> NewContextAsync(int width = 1280, bool scripts = true, bool forcedColours = false) =>
        _browser!.NewContextAsync(
            new()
            {
                BaseURL = Address,
                ForcedColors = forcedColours ? ForcedColors.Active : ForcedColors.None,
                JavaScriptEnabled = scripts,
                Locale = "en-US",
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );

    /// <summary>The input files, by path.</summary>
    internal static Dictionary<string, byte[]> Files()
    {
        var files = Directory
            .EnumerateFiles(ScreenshotSite.InputFolder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                f => Path.GetRelativePath(ScreenshotSite.InputFolder, f).Replace('\\', '/'),
                File.ReadAllBytes,
                StringComparer.Ordinal
            );
        files["workshops/count-the-hours.md"] = Encoding.UTF8.GetBytes(Workshop);
        return files;
    }
}
