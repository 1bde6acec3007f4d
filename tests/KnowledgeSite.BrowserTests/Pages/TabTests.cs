using KnowledgeSite.Sources;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// Tests tabs: keyboard, URLs, the remembered choice, the search of the browser, paper and screen readers.
/// </summary>
public sealed class TabTests(BuiltSite site, TabTests.TabSite tabs)
    : IClassFixture<TabTests.TabSite>,
        IClassFixture<BuiltSite>
{
    /// <summary>Two pages with groups of the same tabs, nested tabs, and headings in tabs.</summary>
    public sealed class TabSite : ServedSite
    {
        private protected override ISourceTree Input { get; } =
            MemoryTree.OfText([
                new("site.yaml", "title: Tabs"),
                new(
                    "index.md",
                    """
                    # First

                    [To the deep heading](#deep), [with C++](other.md?tab=c%2B%2B).

                    === "Python"

                        Text in Python.

                    === "C++ `x`"

                        Text in C++.

                        ## Middle

                    === "Nested"

                        === "Outer"

                            Outer text.

                        === "Inner"

                            ### Deep

                            Needle.

                    Between.

                    === "Python"

                        Second Python.

                    === "Nested"

                        Second nested.
                    """
                ),
                new(
                    "other.md",
                    """
                    # Other

                    ## Above

                    === "C++"

                        C++ elsewhere.

                    ===+ "Go"

                        Go elsewhere.

                    === "Nested"

                        Nested elsewhere.

                    <Tabs groupId="os">
                    <TabItem value="linux" label="Linux">L</TabItem>
                    <TabItem value="mac" label="macOS" default>M</TabItem>
                    </Tabs>
                    """
                ),
            ]);
    }

    [Fact]
    public async Task The_keyboard_chooses_tabs_and_the_list_is_one_tab_stop()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, "/");
        var first = Tab(page, "Python").First;
        await first.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Tab(page, "C++ x")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByText("Text in C++.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Text in Python.")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(Tab(page, "Nested").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(first).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(first).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal(
            "tabpanel",
            await page.EvaluateAsync<string>("document.activeElement.closest('[role]').getAttribute('role')")
        );
        Assert.Equal(1, await page.Locator(".tab-list").First.Locator("[tabindex='0']").CountAsync());
    }

    [Fact]
    public async Task A_choice_applies_to_other_groups_and_pages_and_is_in_the_address()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, "/");
        await Tab(page, "Nested").First.ClickAsync();
        await Assertions.Expect(page.GetByText("Second nested.")).ToBeVisibleAsync();
        Assert.EndsWith("/?tab=nested", page.Url, StringComparison.Ordinal);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("Second nested.")).ToBeVisibleAsync();

        await page.GotoAsync(tabs.At("/other/"));
        await Assertions.Expect(page.GetByText("Nested elsewhere.")).ToBeVisibleAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Tab, new() { Name = "macOS" }))
            .ToHaveAttributeAsync("aria-selected", "true");
        await page.GotoAsync(tabs.At("/other/?tab=c%2B%2B&tab=linux"));
        await Assertions.Expect(page.GetByText("C++ elsewhere.")).ToBeVisibleAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Linux" }))
            .ToHaveAttributeAsync("aria-selected", "true");
    }

    [Fact]
    public async Task The_tab_that_the_author_selected_is_shown_first()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, "/other/");
        await Assertions.Expect(page.GetByText("Go elsewhere.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("C++ elsewhere.")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_link_to_a_heading_opens_all_tabs_around_it()
    {
        await using var context = await site.NewContextAsync(375);
        var page = await OpenAsync(context, "/#middle");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Middle" })).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To the deep heading" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Needle.")).ToBeInViewportAsync();
        await Tab(page, "Python").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To the deep heading" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Needle.")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_tab_in_which_the_browser_finds_text_is_opened()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, "/");
        var hidden = page.Locator("[hidden='until-found']", new() { HasText = "Text in C++." });
        await hidden.DispatchEventAsync("beforematch");
        await Assertions.Expect(page.GetByText("Text in C++.")).ToBeVisibleAsync();
        await Assertions.Expect(Tab(page, "C++ x")).ToHaveAttributeAsync("aria-selected", "true");
    }

    [Fact]
    public async Task Paper_and_pages_without_scripts_show_all_tabs_with_their_titles()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, "/");
        await Assertions.Expect(page.Locator(".tab-list").First).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await AssertAllShownAsync(page);

        await using var plain = await site.NewContextAsync(scripts: false);
        await AssertAllShownAsync(await OpenAsync(plain, "/"));
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(375, ColorScheme.Dark)]
    public async Task Tabs_are_accessible_and_nothing_is_reported(int width, ColorScheme colours)
    {
        await using var context = await site.NewContextAsync(width, colours);
        var page = await context.NewPageAsync();
        var monitor = await PageMonitor.AttachAsync(page, new Uri(tabs.At("/")).GetLeftPart(UriPartial.Authority));
        await page.GotoAsync(tabs.At("/"));
        await Tab(page, "Nested").First.ClickAsync();
        Assert.Empty(await Axe.FoundOnAsync(page));
        Assert.Empty(monitor.Take().Problems);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private static ILocator Tab(IPage page, string name) =>
        page.GetByRole(AriaRole.Tab, new() { Name = name, Exact = true });

    private async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(tabs.At(path));
        return page;
    }

    private static async Task AssertAllShownAsync(IPage page)
    {
        await Assertions.Expect(page.Locator(".tab-list:visible")).ToHaveCountAsync(0);
        foreach (var text in (string[])["Text in Python.", "Text in C++.", "Outer text.", "Needle.", "Second nested."])
            await Assertions.Expect(page.GetByText(text)).ToBeVisibleAsync();
        Assert.Equal(
            ["Python", "C++ x", "Nested", "Outer", "Inner", "Python", "Nested"],
            await page.Locator(".container-title:visible").AllInnerTextsAsync()
        );
    }
}
