using KnowledgeSite.Sources;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// Tests code: the contrast of its colours, marked lines, line numbers, wrapping and the Copy button.
/// </summary>
public sealed class CodeTests(BuiltSite site, CodeTests.CodeSite code)
    : IClassFixture<CodeTests.CodeSite>,
        IClassFixture<BuiltSite>
{
    private const string Long =
        "lorem_ipsum(dolor_sit_amet, consectetur_adipiscing_elit, sed_do_eiusmod_tempor, incididunt)";

    public sealed class CodeSite : ServedSite
    {
        private protected override ISourceTree Input { get; } =
            MemoryTree.OfText([
                new("site.yaml", "title: Code"),
                new(
                    "index.md",
                    $"""
                    # Code

                    ```python title="train.py" linenums="7" {"{2,4-5}"}
                    a = 1
                    b = 2
                    c = 3
                    d = 4
                    e = 5
                    ```

                    ```js
                    const a = 1; // [!code highlight]
                    const b = 2; // [!code ++]
                    const c = 3; // [!code --]
                    ```

                    ```sh
                    $ pip install x
                    Collecting x
                    $ python -m x
                    ```

                    ```diff python
                    -x = 1
                    +x = 2
                     y = 3
                    ```

                    ```python
                    {Long}
                    ```

                    ```python wrap
                    {Long}
                    ```

                    ```python {"{2-3}"}
                    marked = 1
                    marked = 2
                    marked = "a longer line that is wider than the screen of a phone, so that readers scroll it"
                    ```
                    """
                ),
            ]);
    }

    /// <summary>
    /// The lowest contrast of each colour of code on the backgrounds that code may have, as WCAG 2 computes it. The
    /// browser paints the colours, so that every notation of CSS is understood.
    /// </summary>
    private const string Contrasts = """
        () => {
          const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const luminance = colour => {
            context.fillStyle = colour;
            context.fillRect(0, 0, 1, 1);
            const parts = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255);
            const [r, g, b] = parts.map(v => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const roles = ['comment', 'keyword', 'tag', 'string', 'constant', 'function', 'type', 'property', 'meta',
            'lead', 'none'];
          const pre = document.querySelector('.prose pre');
          const probe = document.createElement('span');
          pre.append(probe);
          const backgrounds = ['var(--surface)', 'var(--surface-raised)', 'var(--code-mark)', 'var(--code-added)',
            'var(--code-removed)'].map(background => {
              probe.style.background = background;
              return [background, getComputedStyle(probe).backgroundColor];
            });
          probe.style.background = '';
          const found = roles.flatMap(role => {
            probe.className = `code-${role}`;
            const ink = luminance(getComputedStyle(probe).color);
            return backgrounds.map(([name, background]) => {
              const paper = luminance(background);
              const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
              return [`${role} on ${name}`, ratio];
            });
          });
          probe.remove();
          return found.filter(([, ratio]) => !(ratio >= 4.5)).map(([name, ratio]) => `${name}: ${ratio.toFixed(2)}`);
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light, Media.Screen)]
    [InlineData(ColorScheme.Dark, Media.Screen)]
    [InlineData(ColorScheme.Light, Media.Print)]
    [InlineData(ColorScheme.Dark, Media.Print)]
    public async Task Every_colour_of_code_has_enough_contrast(ColorScheme colours, Media media)
    {
        await using var context = await site.NewContextAsync(colours: colours);
        var page = await OpenAsync(context);
        await page.EmulateMediaAsync(new() { Media = media });
        Assert.Empty(await page.EvaluateAsync<string[]>(Contrasts));
    }

    [Fact]
    public async Task Code_is_readable_in_forced_colours()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        var marked = page.Locator(".code-highlighted").First;
        Assert.Equal("3px", await marked.EvaluateAsync<string>("e => getComputedStyle(e).borderInlineStartWidth"));
        Assert.Empty(await page.EvaluateAsync<string[]>(Contrasts));
    }

    [Fact]
    public async Task Lines_have_numbers_marks_and_a_title()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        await Assertions.Expect(page.GetByText("train.py")).ToBeVisibleAsync();
        var block = page.Locator(".code-numbered");
        Assert.Equal(
            "7 8 9 10 11",
            await block.Locator(".code-line").EvaluateAllAsync<string>("all => all.map(e => e.dataset.line).join(' ')")
        );
        var highlighted = await block.Locator(".code-highlighted").AllInnerTextsAsync();
        Assert.Equal(["b = 2", "d = 4", "e = 5"], highlighted.Select(t => t.TrimEnd('\n')));
        await Assertions.Expect(page.Locator(".code-highlighted", new() { HasText = "const a" })).ToBeVisibleAsync();
        Assert.DoesNotContain(
            "[!code",
            await page.Locator("article, main").First.InnerTextAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Marked_lines_touch_and_are_aligned_with_the_others()
    {
        await using var context = await site.NewContextAsync(375);
        var page = await OpenAsync(context);
        const string Lines = """
            all => all.map(line => {
              const place = line.getBoundingClientRect();
              const range = document.createRange();
              range.selectNodeContents(line);
              const text = range.getBoundingClientRect();
              return [place.top, place.bottom, place.right, text.left].map(Math.round).join(' ');
            })
            """;
        var lines = await page.Locator("pre", new() { HasText = "marked" })
            .Locator(".code-line")
            .EvaluateAllAsync<string[]>(Lines);
        var places = lines.Select(l => l.Split(' ').Select(int.Parse).ToArray()).ToList();
        Assert.Equal(3, places.Count);
        for (var i = 1; i < places.Count; i++)
        {
            Assert.Equal(places[i - 1][1], places[i][0]);
            Assert.Equal(places[0][2], places[i][2]);
            Assert.Equal(places[0][3], places[i][3]);
        }
    }

    [Fact]
    public async Task A_title_stays_with_its_code_on_paper()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var title = page.Locator(".container-title", new() { HasText = "train.py" });
        Assert.Equal("avoid", await title.EvaluateAsync<string>("e => getComputedStyle(e).breakAfter"));
    }

    [Fact]
    public async Task A_long_line_scrolls_or_wraps()
    {
        await using var context = await site.NewContextAsync(375);
        var page = await OpenAsync(context);
        const string Overflows = "e => e.scrollWidth > e.clientWidth";
        var blocks = page.Locator("pre", new() { HasText = "lorem_ipsum" });
        Assert.True(await blocks.Nth(0).EvaluateAsync<bool>(Overflows));
        Assert.False(await blocks.Nth(1).EvaluateAsync<bool>(Overflows));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await blocks.Nth(0).EvaluateAsync<bool>(Overflows));
    }

    [Theory]
    [InlineData("const b", "const a = 1;\nconst b = 2;")]
    [InlineData("pip install", "pip install x\nCollecting x\npython -m x")]
    [InlineData("y = 3", "x = 2\ny = 3")]
    [InlineData("c = 3\nd", "a = 1\nb = 2\nc = 3\nd = 4\ne = 5")]
    public async Task Copied_code_has_no_prompts_and_no_signs_of_a_difference(string within, string copied)
    {
        await using var context = await site.NewContextAsync();
        await PageClipboard.GiveToAsync(context);
        var page = await OpenAsync(context);
        var block = page.Locator(".code-block", new() { HasText = within.Split('\n')[0] }).First;
        await block.GetByRole(AriaRole.Button, new() { Name = "Copy code" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Code copied.")).ToBeVisibleAsync();
        Assert.Equal(copied, await PageClipboard.ReadAsync(page));
    }

    private async Task<IPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(code.At("/"));
        return page;
    }
}
