using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests;

/// <summary>A page on which nothing moves, in letters that are the same everywhere.</summary>
internal sealed class LookPage : IAsyncDisposable
{
    /// <summary>Rows of pixels of CSS to a dot of a picture. So few dots are not changed by how letters are smoothed, and sixty pictures take one megabyte.</summary>
    private const int RowsOfDot = 6;

    private readonly IPage _page;
    private readonly PictureBench _bench;
    private readonly int _density;

    private LookPage(IPage page, PictureBench bench, int density) => (_page, _bench, _density) = (page, bench, density);

    public static async Task<LookPage> OfAsync(IPage page, PictureBench bench, int density)
    {
        var still = new LookPage(page, bench, density);
        await still.RestyleAsync(await LettersAsync());
        await page.EvaluateAsync("Promise.all([...document.fonts].map(font => font.load()))");
        return still;
    }

    public async ValueTask DisposeAsync() => await _page.Context.DisposeAsync();

    /// <summary>Rules that win over those of the theme, until they are disposed of.</summary>
    public async Task<IAsyncDisposable> RestyleAsync(string css) => new AddedStyle(await _page.AddStyleTagAsync(new() { Content = css }));

    /// <summary>What is seen of it, as a small picture.</summary>
    public async Task<byte[]> SeeAsync(LookSize size, ColorScheme colours)
    {
        await _page.SetViewportSizeAsync(size.Width, size.Height);
        await _page.EmulateMediaAsync(new() { ColorScheme = colours });
        await _page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        return await _bench.ReduceAsync(await _page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled }), RowsOfDot * _density);
    }

    /// <summary>As a part of the style, for a style of its own may be there before its letters are.</summary>
    private static async Task<string> LettersAsync()
    {
        var faces = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(LooksSite.Folder, "fonts"), "*.woff2").Order(StringComparer.Ordinal))
        {
            var (family, weight) = (Path.GetFileNameWithoutExtension(file).Split('-')[0], Path.GetFileNameWithoutExtension(file).Split('-')[1]);
            faces.Add($"@font-face {{ font-family: still-{family}; font-weight: {weight}; src: url(data:font/woff2;base64,{Convert.ToBase64String(await File.ReadAllBytesAsync(file))}); }}");
        }

        return string.Concat(faces) + ":root { --serif: still-serif; --sans: still-sans; --mono: still-sans; -webkit-font-smoothing: antialiased; }";
    }

    private sealed class AddedStyle(IElementHandle element) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await element.EvaluateAsync("style => style.remove()");
    }
}
