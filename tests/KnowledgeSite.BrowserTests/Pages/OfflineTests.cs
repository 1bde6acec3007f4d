using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// Tests the offline copy of a site: it is only saved on request, complete, of one version, and can be deleted.
/// </summary>
public sealed class OfflineTests(BuiltSite browser) : IClassFixture<BuiltSite>
{
    private const string NewerVersion = ".newer-version";

    /// <summary>Waits for the running update, or starts one, and resolves when it has failed.</summary>
    private const string UntilUpdateFails = """
        () => new Promise(done => {
          navigator.serviceWorker.addEventListener('message', ({ data }) => {
            if (data.type === 'failed') done();
          });
          navigator.serviceWorker.controller.postMessage('keep');
        })
        """;

    /// <summary>Requests pages and their common files as an open page does.</summary>
    private const string VersionsSeen = """
        async () => {
          const home = document.querySelector('.site-name').href;
          const texts = await Promise.all(['./', 'one/', 'two/', 'one/?again']
            .map(async path => (await fetch(new URL(path, home))).text()));
          return texts.map(text => text.match(/the (\w+) version/)[1]).join();
        }
        """;

    [Fact]
    public async Task A_reader_with_an_offline_copy_reads_and_searches_without_a_network()
    {
        await using var site = await PublishedSite.StartAsync("first");
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.At(""));
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>("async () => (await navigator.serviceWorker.getRegistrations()).length")
        );
        await SaveAsync(page);
        await site.GoOfflineAsync();

        await page.GotoAsync(site.At("one/"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Page one");
        await page.GotoAsync(site.At("two"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Page two");
        Assert.EndsWith("/kb/two/", page.Url);
        await page.GotoAsync(site.At("search/?q=bicycle"));
        await Assertions
            .Expect(page.Locator(".search-results").GetByRole(AriaRole.Link, new() { Name = "Page one" }))
            .ToBeVisibleAsync();
        await page.GotoAsync(site.At("nowhere/at-all/"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("You are offline");
        await page.GetByRole(AriaRole.Link, new() { Name = "Home" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Page index");
    }

    [Fact]
    public async Task A_new_version_appears_as_a_whole_and_open_pages_keep_theirs()
    {
        await using var site = await PublishedSite.StartAsync("first");
        await using var context = await browser.NewContextAsync();
        var open = await context.NewPageAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.At(""));
        await SaveAsync(page);
        await open.GotoAsync(site.At("one/"));

        // An unchanged file is not loaded again, so it may be missing.
        await site.PublishAsync("second", lacks: "icon-512.png");
        await page.GotoAsync(site.At("two/"));
        Assert.Equal("first,first,first,first", await page.EvaluateAsync<string>(VersionsSeen));
        await Assertions.Expect(page.Locator(NewerVersion)).ToContainTextAsync("New version available.");
        await Assertions.Expect(open.Locator(NewerVersion)).ToBeVisibleAsync();
        Assert.Equal("first,first,first,first", await page.EvaluateAsync<string>(VersionsSeen));

        await page.GetByRole(AriaRole.Button, new() { Name = "Reload" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("This is the second version");
        Assert.Equal("second,second,second,second", await page.EvaluateAsync<string>(VersionsSeen));
        Assert.Equal("first,first,first,first", await open.EvaluateAsync<string>(VersionsSeen));
        Assert.Equal(3, await CachesAsync(page));

        await open.CloseAsync();
        await page.EvaluateAsync(
            """
            async () => {
              const state = await caches.open((await caches.keys()).find(name => name.endsWith(' state')));
              for (const request of await state.keys()) {
                if (!request.url.includes('/client/')) continue;
                await state.put(request, Response.json({ ...await (await state.match(request)).json(), at: 0 }));
              }
            }
            """
        );
        await page.GotoAsync(site.At("one/"));
        await page.WaitForFunctionAsync("async () => (await caches.keys()).length === 2");
        Assert.Equal("second,second,second,second", await page.EvaluateAsync<string>(VersionsSeen));
    }

    [Fact]
    public async Task An_interrupted_update_keeps_the_old_version_and_continues_later()
    {
        await using var site = await PublishedSite.StartAsync("first");
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.At(""));
        await SaveAsync(page);

        await site.PublishAsync("second", lacks: "two/index.html");
        await page.GotoAsync(site.At("one/"));
        await page.WaitForFunctionAsync("async () => (await caches.keys()).length === 3");
        await site.PublishAsync("second");
        site.Spoil("two/index.html");
        await page.GotoAsync(site.At("two/"));
        await page.EvaluateAsync(UntilUpdateFails);
        await page.GotoAsync(site.At("one/"));
        Assert.Equal("first,first,first,first", await page.EvaluateAsync<string>(VersionsSeen));
        await Assertions.Expect(page.Locator(NewerVersion)).ToHaveCountAsync(0);

        await site.PublishAsync("second");
        await page.GotoAsync(site.At("two/"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Reload" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("This is the second version");
        await site.GoOfflineAsync();
        Assert.Equal("second,second,second,second", await page.EvaluateAsync<string>(VersionsSeen));
    }

    [Fact]
    public async Task A_page_newer_than_the_offline_copy_is_loaded_with_its_files_from_the_network()
    {
        await using var site = await PublishedSite.StartAsync("first");
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.At(""));
        await SaveAsync(page);
        await site.PublishAsync("second", lacks: "offline-files.json");

        await page.GotoAsync(site.At("one/index.md"));
        Assert.Contains("second", await page.ContentAsync());
        Assert.Equal(
            "second",
            await page.EvaluateAsync<string>(
                "async () => (await (await fetch('../two/')).text()).match(/the (\\w+) version/)[1]"
            )
        );
    }

    [Fact]
    public async Task A_copy_that_is_removed_leaves_nothing_behind()
    {
        await using var site = await PublishedSite.StartAsync("first");
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.At(""));
        await SaveAsync(page);
        await page.GotoAsync(site.At("one/"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove offline copy" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("offline-copy [role=status]"))
            .ToHaveTextAsync("There is no offline copy on this device.");
        Assert.Equal(0, await CachesAsync(page));
        await site.PublishAsync("second");
        await page.GotoAsync(site.At("two/"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("second");
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>("async () => (await navigator.serviceWorker.getRegistrations()).length")
        );
        Assert.Equal(0, await CachesAsync(page));
    }

    [Fact]
    public async Task A_site_that_stops_offering_offline_copies_removes_existing_ones()
    {
        await using var site = await PublishedSite.StartAsync("first");
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.At(""));
        await SaveAsync(page);
        await page.GotoAsync(site.At("one/"));
        await site.PublishAsync("second", isOffered: false);

        // Browsers check for a new worker some time after each navigation.
        await page.GotoAsync(site.At("two/"));
        await page.EvaluateAsync(
            "async () => { await (await navigator.serviceWorker.getRegistration())?.update().catch(() => {}); }"
        );
        await page.WaitForFunctionAsync(
            "async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await "
                + "caches.keys()).length === 0"
        );
        await page.GotoAsync(site.At("one/"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("second");
        await Assertions.Expect(page.Locator("offline-copy")).ToHaveCountAsync(0);
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save for offline use" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("offline-copy [role=status]"))
            .ToContainTextAsync("It updates as you browse.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("offline-copy [role=status]"))
            .ToContainTextAsync("This site is saved on this device.");
    }

    private static Task<int> CachesAsync(IPage page) =>
        page.EvaluateAsync<int>("async () => (await caches.keys()).length");
}
