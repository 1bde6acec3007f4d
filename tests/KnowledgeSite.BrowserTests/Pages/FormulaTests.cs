using System.Text.RegularExpressions;
using KnowledgeSite.Sources;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

public sealed class FormulaTests(BuiltSite site, FormulaTests.FormulaSite formulas)
    : IClassFixture<FormulaTests.FormulaSite>,
        IClassFixture<BuiltSite>
{
    /// <summary>A page with formulas of many kinds, one of which is wider than any screen.</summary>
    public sealed class FormulaSite : ServedSite
    {
        private protected override ISourceTree Input { get; } =
            MemoryTree.OfText([
                new("site.yaml", "title: Formulas"),
                new(
                    "index.md",
                    $$"""
                    # Formulas

                    The gradient $\nabla_\theta \frac{1}{n} \sum_{i=1}^n \ell_i$ in a line.

                    $$
                    p(\theta \mid x) = \frac{p(x \mid \theta)\, p(\theta)}{\int p(x \mid t)\, p(t)\, dt} \label{bayes}
                    $$

                    $$
                    \begin{cases} x & x > 0 \\ 0 & \text{else} \end{cases}
                    $$

                    $$
                    y = {{string.Join(" + ", Enumerable.Range(1, 60).Select(i => $"\\beta_{{{i}}} x_{{{i}}}"))}}
                    $$

                    As \eqref{bayes} says.
                    """
                ),
                new("other.md", "# Other\n\nSee [](index.md#bayes) and [[index#bayes]].\n"),
            ]);
    }

    [Theory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task Every_formula_has_a_size_and_none_widens_the_page(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await context.NewPageAsync();
        await page.GotoAsync(formulas.At("/"));
        Assert.Equal(4, await page.Locator("math").CountAsync());
        Assert.All(
            await page.EvaluateAsync<double[]>(
                "[...document.querySelectorAll('math')].map(m => m.getBoundingClientRect()).flatMap(r => [r.width, "
                    + "r.height])"
            ),
            side => Assert.InRange(side, 10, 1280)
        );
        Assert.False(
            await page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            )
        );
        Assert.True(await page.EvaluateAsync<bool>("document.fonts.check('16px \"Knowledge Math\"', '∑')"));
    }

    [Fact]
    public async Task A_wide_formula_scrolls_by_keyboard_and_others_are_not_reached_by_it()
    {
        await using var context = await site.NewContextAsync(375);
        var page = await context.NewPageAsync();
        await page.GotoAsync(formulas.At("/"));
        var wide = page.Locator("math[tabindex='0']").Last;
        await wide.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("() => document.activeElement.scrollLeft > 0");
        Assert.Equal("math", await page.EvaluateAsync<string>("document.activeElement.localName"));
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                "[...document.querySelectorAll('math')].filter(m => m.scrollWidth > m.clientWidth + 1 "
                    + "&& getComputedStyle(m).overflowX === 'auto' && m.tabIndex < 0).length"
            )
        );
        Assert.Equal(0, await page.Locator("p math[tabindex]").CountAsync());
        Assert.Equal(0, await page.Locator("math[tabindex] >> text=else").CountAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Formulas_have_the_colour_of_the_text_and_axe_finds_nothing(ColorScheme theme)
    {
        await using var context = await site.NewContextAsync(375, colours: theme);
        var page = await context.NewPageAsync();
        await page.GotoAsync(formulas.At("/"));
        Assert.Empty(await Axe.FoundOnAsync(page));
        Assert.Equal(
            await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.prose p')).color"),
            await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('math mi')).color")
        );
    }

    [Fact]
    public async Task On_paper_a_formula_is_whole()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(formulas.At("/"));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(
            "visible",
            await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('math[tabindex]')).overflowX")
        );
    }

    [Fact]
    public async Task A_link_to_an_equation_of_another_page_shows_its_number()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(formulas.At("/other/"));
        await Assertions
            .Expect(page.Locator(".prose p"))
            .ToHaveTextAsync("See Equation (1) and Formulas: Equation (1).");
        await page.Locator(".prose p a").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/#equation-bayes$"));
    }
}
