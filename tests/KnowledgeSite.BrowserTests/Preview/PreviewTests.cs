using KnowledgeSite.Cli;
using KnowledgeSite.Cli.Preview;
using KnowledgeSite.Sources;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Preview;

/// <summary>Tests what an author sees beside the editor without reloading the page.</summary>
public sealed class PreviewTests(BuiltSite site) : IAsyncLifetime, IDisposable, IClassFixture<BuiltSite>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("knowledgesite-").FullName;
    private readonly CancellationTokenSource _end = new();
    private SiteWatcher _live = null!;
    private PreviewServer _server = null!;
    private Task _following = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        Write("input/site.yaml", "title: Test\n");
        Write("input/index.md", "# Home\n\n[A](a.md)\n");
        Write("input/a.md", Long("Old."));
        var options = new BuildOptions(
            Path.Combine(_folder, "input"),
            Path.Combine(_folder, "output"),
            false,
            null,
            new DateOnly(2026, 11, 20)
        );
        _live = new(
            options,
            Path.Combine(_folder, "theme"),
            Task.FromResult(VersionControl.None),
            new PreviewLog(options, new(TextWriter.Null, TextWriter.Null))
        );
        _server = (await PreviewServer.StartAsync(_live, 0, CancellationToken.None))!;
        await _live.BeginAsync(CancellationToken.None);
        _following = Task.Run(() => _live.FollowAsync(_end.Token));
    }

    public async Task DisposeAsync()
    {
        await _end.CancelAsync();
        await _following;
        await _server.DisposeAsync();
        await _live.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public void Dispose() => _end.Dispose();

    [Fact]
    public async Task An_edit_appears_automatically_and_the_scroll_position_stays()
    {
        var page = await OpenAsync("/a/");
        await page.EvaluateAsync("scrollTo(0, 900)");
        Write("input/a.md", Long("New."));
        await Assertions.Expect(page.GetByText("New.")).ToBeAttachedAsync();
        await page.WaitForFunctionAsync("() => scrollY > 800");
    }

    [Fact]
    public async Task A_style_sheet_is_replaced_without_reloading_the_page()
    {
        var page = await OpenAsync("/a/");
        await page.EvaluateAsync("scrollTo(0, 900); window.isSamePage = true");
        Write("theme/styles/utilities.css", "h1 { letter-spacing: 3px }");
        await page.WaitForFunctionAsync("() => getComputedStyle(document.querySelector('h1')).letterSpacing === '3px'");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('link[rel=stylesheet]').length === 1");
        Assert.True(await page.EvaluateAsync<bool>("window.isSamePage && scrollY === 900"));
    }

    [Fact]
    public async Task A_finding_is_shown_on_its_page_until_it_is_fixed()
    {
        var refused = new List<string>();
        var page = await OpenAsync("/a/");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                refused.Add(message.Text);
        };
        Write("input/a.md", Long("[Broken](nowhere.md) <b>x</b>"));
        var notes = page.GetByRole(AriaRole.Region, new() { Name = "Preview" });
        await Assertions.Expect(notes).ToContainTextAsync("KS401");
        await Assertions.Expect(notes).ToContainTextAsync("a.md:3:1");
        await page.Keyboard.PressAsync("Tab");
        var button = notes.GetByRole(AriaRole.Button);
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(notes.GetByRole(AriaRole.List)).ToBeHiddenAsync();
        await page.ReloadAsync();
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-expanded", "false");
        await button.PressAsync("Enter");
        await Assertions.Expect(notes).ToContainTextAsync("KS401");
        Write("input/a.md", Long("Mended."));
        await Assertions.Expect(notes).ToHaveCountAsync(0);
        Assert.Empty(refused);
    }

    [Fact]
    public async Task A_page_that_was_deleted_reappears_automatically()
    {
        var page = await OpenAsync("/a/");
        File.Delete(Path.Combine(_folder, "input/a.md"));
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Page not found");
        Write("input/a.md", Long("Back."));
        await Assertions.Expect(page.GetByText("Back.")).ToBeAttachedAsync();
    }

    private static string Long(string text) =>
        $"# A\n\n{text}\n\n{string.Concat(Enumerable.Repeat("A paragraph of some words.\n\n", 100))}";

    private async Task<IPage> OpenAsync(string path)
    {
        var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        // The event stream never ends, so the page is never idle; the script has started when its element exists.
        await page.GotoAsync($"http://127.0.0.1:{_server.Port}{path}");
        await page.WaitForSelectorAsync("preview-findings", new() { State = WaitForSelectorState.Attached });
        return page;
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
