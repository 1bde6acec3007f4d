using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests;

/// <summary>A page as it is seen in a window of a width, in light or dark: what a picture is taken of.</summary>
internal sealed record Look(string Page, LookSize Size, ColorScheme Colours)
{
    /// <summary>Of its picture.</summary>
    public string File => $"{Page}-{Size.Width}-{(Colours == ColorScheme.Dark ? "dark" : "light")}.png";

    /// <summary>
    /// Light and dark of one size stand beside each other, since a window changes its colours faster than its size.
    /// </summary>
    public static IEnumerable<Look> AllOf(string page) =>
        LookSize.All.SelectMany(size =>
            new[] { ColorScheme.Light, ColorScheme.Dark }.Select(colours => new Look(page, size, colours))
        );
}
