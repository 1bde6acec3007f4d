using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests;

/// <summary>A page on which nothing moves, in the theme's own fonts.</summary>
internal sealed class LookPage : IAsyncDisposable
{
    /// <summary>
    /// Rows of pixels of CSS to a dot of a picture. So few dots are not changed by how letters are smoothed, and sixty
    /// pictures take one megabyte.
    /// </summary>
    private const int RowsOfDot = 6;

    private readonly IPage _page;
    private readonly PictureBench _bench;
    private readonly int _density;

    private LookPage(IPage page, PictureBench bench, int density) => (_page, _bench, _density) = (page, bench, density);

    public static async Task<LookPage> OfAsync(IPage page, PictureBench bench, int density)
    {
        var still = new LookPage(page, bench, density);
        await page.EvaluateAsync("document.fonts.ready.then(() => undefined)");
        return still;
    }

    public async ValueTask DisposeAsync() => await _page.Context.DisposeAsync();

    /// <summary>Rules that win over those of the theme, until they are disposed of.</summary>
    public async Task<IAsyncDisposable> RestyleAsync(string css) =>
        new AddedStyle(await _page.AddStyleTagAsync(new() { Content = css }));

    /// <summary>What is seen of it, as a small picture.</summary>
    public async Task<byte[]> SeeAsync(LookSize size, ColorScheme colours)
    {
        await _page.SetViewportSizeAsync(size.Width, size.Height);
        await _page.EmulateMediaAsync(new() { ColorScheme = colours });
        await _page.EvaluateAsync(
            "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => "
                + "requestAnimationFrame(done))))"
        );
        return await _bench.ReduceAsync(
            await _page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled }),
            RowsOfDot * _density
        );
    }

    private sealed class AddedStyle(IElementHandle element) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await element.EvaluateAsync("style => style.remove()");
    }
}
