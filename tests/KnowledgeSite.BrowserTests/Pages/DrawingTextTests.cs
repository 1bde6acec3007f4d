using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// Texts in the wide and narrow form of every drawing are as wide as measured, so that none leaves its box.
/// </summary>
public sealed class DrawingTextTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private const string Outside = """
        () => [...document.querySelectorAll('main svg')].filter(svg => svg.checkVisibility()).flatMap(svg => {
          const groups = [...svg.querySelectorAll('a, g')]
            .filter(group => group.querySelector(':scope > :is(.box, rect)'));
          return groups.flatMap(group => {
            const frame = group.querySelector(':scope > :is(.box, rect)').getBoundingClientRect();
            return [...group.querySelectorAll('text')].filter(text => {
              const box = text.getBoundingClientRect();
              const isInside = box.left < frame.right && box.right > frame.left
                && box.top < frame.bottom && box.bottom > frame.top;
              return isInside && (box.left < frame.left || box.right > frame.right
                || box.top < frame.top || box.bottom > frame.bottom);
            }).map(text => text.textContent);
          });
        })
        """;

    [Theory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task No_text_leaves_its_box(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await context.NewPageAsync();
        var seen = 0;
        foreach (
            var path in new[]
            {
                "/",
                "/map/",
                "/workflow/",
                "/workflow/design-on-paper/",
                "/ladders/data-science/",
                "/ladders/machine-learning-scientist/",
                "/staff/",
            }
        )
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("document.fonts.ready.then(() => undefined)");
            seen += await page.Locator("main svg text").CountAsync();
            Assert.Equal([], (await page.EvaluateAsync<string[]>(Outside)).Select(text => $"{path}: {text}"));
        }

        Assert.True(seen > 100);
    }
}
