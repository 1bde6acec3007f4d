using System.Text.Json;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Screenshots;

/// <summary>Decodes, scales and compares screenshots in an empty page of the browser.</summary>
internal sealed class ImageComparer
{
    private readonly IPage _page;

    private ImageComparer(IPage page) => _page = page;

    public static async Task<ImageComparer> OpenAsync(TestBrowser browser)
    {
        var page = await browser.NewPageAsync();
        var script = await PageScript.ReadAsync("Screenshots/compare-images.js");
        await page.AddScriptTagAsync(new() { Content = script });
        return new(page);
    }

    /// <summary>A smaller image: each point is the mean of a square of <paramref name="rows"/> × rows pixels.</summary>
    public Task<byte[]> ReduceAsync(byte[] png, int rows) => AskAsync<byte[]>("reduce", png, rows);

    public Task<ImageDifference> CompareAsync(byte[] accepted, byte[] actual) =>
        AskAsync<ImageDifference>("compare", accepted, actual, ImageDifference.Large, ImageDifference.Small);

    private async Task<T> AskAsync<T>(string question, params object[] values)
    {
        object[] sent = [.. values.Select(v => v is byte[] png ? Convert.ToBase64String(png) : v)];
        var answer = await _page.EvaluateAsync<string>(
            $"async values => JSON.stringify(await imageComparer.{question}(...values))",
            sent
        );
        return JsonSerializer.Deserialize<T>(answer, JsonSerializerOptions.Web)!;
    }
}

/// <summary>
/// How much an image differs from the accepted one. Two points differ by the largest difference of red, green and blue,
/// from 0 to 255.
/// </summary>
/// <param name="HasSameSize">Whether the images can be compared at all.</param>
/// <param name="LargeShare">The share of points that differ by more than <see cref="Large"/>: something was moved, lost
/// or has another colour.</param>
/// <param name="SmallShare">The share of points that differ by more than <see cref="Small"/>: all of them, if the
/// background has another colour.</param>
/// <param name="Image">The new image, faded, with the points that differ much in red.</param>
internal sealed record ImageDifference(bool HasSameSize, double LargeShare, double SmallShare, byte[] Image)
{
    public const int Large = 16;
    public const int Small = 3;

    // docs/screenshots.md has the measurements.
    private const double LargeAllowed = 0.003;
    private const double SmallAllowed = 0.25;

    public bool IsTolerated => HasSameSize && LargeShare <= LargeAllowed && SmallShare <= SmallAllowed;

    public override string ToString() =>
        HasSameSize
            ? $"{LargeShare:P2} of the points differ by more than {Large} ({LargeAllowed:P2} allowed), "
                + $"{SmallShare:P0} by more than {Small} ({SmallAllowed:P0} allowed)"
            : "the size differs";
}
