using System.Text.Json;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests;

/// <summary>An empty page whose browser reads pictures, reduces them and compares them.</summary>
internal sealed class PictureBench
{
    private static readonly string Script = Path.Combine(
        BuiltSite.RepositoryRoot(),
        "tests",
        "KnowledgeSite.BrowserTests",
        "picture-bench.js"
    );

    private readonly IPage _page;

    private PictureBench(IPage page) => _page = page;

    public static async Task<PictureBench> OpenAsync(IBrowser browser)
    {
        var page = await browser.NewPageAsync();
        await page.AddScriptTagAsync(new() { Content = await File.ReadAllTextAsync(Script) });
        return new(page);
    }

    /// <summary>The picture with a dot for each square of so many rows of pixels: their mean.</summary>
    public Task<byte[]> ReduceAsync(byte[] png, int rows) => AskAsync<byte[]>("reduce", png, rows);

    public Task<LookDifference> CompareAsync(byte[] accepted, byte[] seen) =>
        AskAsync<LookDifference>("compare", accepted, seen, LookDifference.Much, LookDifference.Little);

    private async Task<T> AskAsync<T>(string question, params object[] values)
    {
        object[] sent = [.. values.Select(v => v is byte[] png ? Convert.ToBase64String(png) : v)];
        var answer = await _page.EvaluateAsync<string>(
            $"async values => JSON.stringify(await pictureBench.{question}(...values))",
            sent
        );
        return JsonSerializer.Deserialize<T>(answer, JsonSerializerOptions.Web)!;
    }
}
