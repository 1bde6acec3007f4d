using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Screenshots;

/// <summary>A page without animations, in the theme's own fonts.</summary>
internal sealed class StillPage : IAsyncDisposable
{
    /// <summary>
    /// CSS pixels per point of an image, in each direction. Text smoothing does not change such large points, and sixty
    /// images take one megabyte.
    /// </summary>
    private const int PixelsPerPoint = 6;

    private readonly IPage _page;
    private readonly int _density;

    private StillPage(IPage page, int density)
    {
        _page = page;
        _density = density;
    }

    public static async Task<StillPage> OpenAsync(IPage page, int density)
    {
        var still = new StillPage(page, density);
        await page.EvaluateAsync("document.fonts.ready.then(() => undefined)");
        return still;
    }

    public async ValueTask DisposeAsync() => await _page.Context.DisposeAsync();

    /// <summary>Adds style rules that override the theme's, until they are disposed of.</summary>
    public async Task<IAsyncDisposable> RestyleAsync(string css) =>
        new AddedStyle(await _page.AddStyleTagAsync(new() { Content = css }));

    /// <summary>A small image of the page.</summary>
    public async Task<byte[]> CaptureAsync(WindowSize size, ColorScheme colours)
    {
        await PrepareAsync(size, colours, Media.Screen);
        return ImageComparer.Reduce(
            await _page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled }),
            PixelsPerPoint * _density
        );
    }

    /// <summary>A small image of the whole article, without the frame of the site.</summary>
    public async Task<byte[]> CaptureArticleAsync(WindowSize size, ColorScheme colours, Media media)
    {
        await PrepareAsync(size, colours, media);
        await _page.EvaluateAsync(
            "Promise.allSettled([...document.images].filter(i => i.checkVisibility()).map(i => i.decode()))"
                + ".then(() => undefined)"
        );
        return ImageComparer.Reduce(
            await _page.Locator("main > article").ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled }),
            PixelsPerPoint * _density
        );
    }

    private async Task PrepareAsync(WindowSize size, ColorScheme colours, Media media)
    {
        await _page.SetViewportSizeAsync(size.Width, size.Height);
        await _page.EmulateMediaAsync(new() { ColorScheme = colours, Media = media });
        await _page.EvaluateAsync(
            "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => "
                + "requestAnimationFrame(done))))"
        );
    }

    private sealed class AddedStyle(IElementHandle element) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await element.EvaluateAsync("style => style.remove()");
    }
}
