using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Screenshots;

/// <summary>A page in a window of one size, in light or dark, of which an image is taken.</summary>
internal sealed record Screenshot(string Page, WindowSize Size, ColorScheme Colours)
{
    /// <summary>The name of the image's file.</summary>
    public string File => $"{Page}-{Size.Width}-{(Colours == ColorScheme.Dark ? "dark" : "light")}.png";

    /// <summary>
    /// Every screenshot of a page. Light and dark of one size come together, because a window changes its colours
    /// faster than its size.
    /// </summary>
    public static IEnumerable<Screenshot> All(string page) =>
        from size in WindowSize.All
        from colours in new[] { ColorScheme.Light, ColorScheme.Dark }
        select new Screenshot(page, size, colours);
}

/// <summary>A window size in CSS pixels. A narrow window is higher, because its page is longer.</summary>
internal sealed record WindowSize(int Width, int Height)
{
    public static readonly WindowSize Phone = new(375, 1800);
    public static readonly WindowSize Tablet = new(768, 1600);
    public static readonly WindowSize Desktop = new(1440, 1440);

    /// <summary>The column of text on a sheet of A4.</summary>
    public static readonly WindowSize Paper = new(582, 1600);

    public static IReadOnlyList<WindowSize> All => [Desktop, Tablet, Phone];
}
