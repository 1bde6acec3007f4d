namespace KnowledgeSite.BrowserTests.Screenshots;

/// <summary>The accepted images of a site, and the images that are written where a page looks different.</summary>
/// <param name="fixture">The folder of the site in tests/fixtures.</param>
internal sealed class AcceptedScreenshots(string fixture)
{
    private readonly string _folder = Repository.Combine("tests", "fixtures", fixture, "accepted");

    private readonly string _differences = Repository.Combine("artifacts", "screenshots", fixture);

    /// <summary>The names of the files with accepted images.</summary>
    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(_folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    private static bool Updates => Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1";

    /// <summary>Deletes the differences of an earlier run.</summary>
    public void Clear()
    {
        if (Directory.Exists(_differences))
            Directory.Delete(_differences, recursive: true);
    }

    /// <summary>
    /// Compares an image with the accepted one. Null if they are alike, or if the new one is accepted now; otherwise
    /// what differs.
    /// </summary>
    public async Task<string?> CompareAsync(string name, byte[] actual)
    {
        var file = Path.Combine(_folder, name);
        if (!File.Exists(file))
            return Updates
                ? await AcceptAsync(file, actual)
                : await ReportAsync(name, "no image is accepted", ("new", actual));
        var accepted = await File.ReadAllBytesAsync(file);
        if (accepted.AsSpan().SequenceEqual(actual))
            return null;
        var difference = ImageComparer.Compare(accepted, actual);
        if (difference.IsTolerated)
            return null;
        return Updates
            ? await AcceptAsync(file, actual)
            : await ReportAsync(
                name,
                difference.ToString(),
                ("accepted", accepted),
                ("new", actual),
                ("difference", difference.Image)
            );
    }

    private async Task<string?> AcceptAsync(string file, byte[] image)
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllBytesAsync(file, image);
        return null;
    }

    private async Task<string?> ReportAsync(
        string name,
        string problem,
        params (string Version, byte[] Content)[] images
    )
    {
        Directory.CreateDirectory(_differences);
        foreach (var (version, content) in images)
            await File.WriteAllBytesAsync(
                Path.Combine(_differences, $"{Path.GetFileNameWithoutExtension(name)}.{version}.png"),
                content
            );
        return $"{name}: {problem}.";
    }
}
