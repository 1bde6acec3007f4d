namespace KnowledgeSite.BrowserTests.Screenshots;

/// <summary>The accepted images, and the images that are written where a page looks different.</summary>
internal static class AcceptedScreenshots
{
    public static string Folder => Path.Combine(ScreenshotSite.Folder, "accepted");

    private static string Differences => Repository.Combine("artifacts", "screenshots");

    private static bool Updates => Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1";

    /// <summary>Deletes the differences of an earlier run.</summary>
    public static void Clear()
    {
        if (Directory.Exists(Differences))
            Directory.Delete(Differences, recursive: true);
    }

    /// <summary>
    /// Compares an image with the accepted one. Null if they are alike, or if the new one is accepted now; otherwise
    /// what differs.
    /// </summary>
    public static async Task<string?> CompareAsync(Screenshot screenshot, byte[] actual, ImageComparer comparer)
    {
        var file = Path.Combine(Folder, screenshot.File);
        if (!File.Exists(file))
            return Updates
                ? await AcceptAsync(file, actual)
                : await ReportAsync(screenshot, "no image is accepted", ("new", actual));
        var accepted = await File.ReadAllBytesAsync(file);
        var difference = await comparer.CompareAsync(accepted, actual);
        if (difference.IsTolerated)
            return null;
        return Updates
            ? await AcceptAsync(file, actual)
            : await ReportAsync(
                screenshot,
                difference.ToString(),
                ("accepted", accepted),
                ("new", actual),
                ("difference", difference.Image)
            );
    }

    private static async Task<string?> AcceptAsync(string file, byte[] image)
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllBytesAsync(file, image);
        return null;
    }

    private static async Task<string?> ReportAsync(
        Screenshot screenshot,
        string problem,
        params (string Name, byte[] Content)[] images
    )
    {
        Directory.CreateDirectory(Differences);
        foreach (var (name, content) in images)
            await File.WriteAllBytesAsync(
                Path.Combine(Differences, $"{Path.GetFileNameWithoutExtension(screenshot.File)}.{name}.png"),
                content
            );
        return $"{screenshot.File}: {problem}.";
    }
}
