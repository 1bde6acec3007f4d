namespace KnowledgeSite.BrowserTests;

/// <summary>
/// The pictures that somebody has accepted, and what is put beside them where a page looks another way.
/// </summary>
internal static class AcceptedLooks
{
    public static string Folder => Path.Combine(LooksSite.Folder, "accepted");

    private static string Differences => Path.Combine(BuiltSite.RepositoryRoot(), "artifacts", "looks");

    private static bool IsAccepting => Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1";

    /// <summary>What an earlier run found is gone, so that all that lies there is of this one.</summary>
    public static void Clear()
    {
        if (Directory.Exists(Differences))
            Directory.Delete(Differences, recursive: true);
    }

    /// <summary>
    /// What is to be said of the picture: nothing where it is like the accepted one, or is accepted now.
    /// </summary>
    public static async Task<string?> JudgeAsync(Look look, byte[] seen, PictureBench bench)
    {
        var file = Path.Combine(Folder, look.File);
        if (!File.Exists(file))
            return IsAccepting
                ? await AcceptAsync(file, seen)
                : await ComplainAsync(look, "none is accepted", ("new", seen));
        var accepted = await File.ReadAllBytesAsync(file);
        var difference = await bench.CompareAsync(accepted, seen);
        if (difference.IsTolerated)
            return null;
        return IsAccepting
            ? await AcceptAsync(file, seen)
            : await ComplainAsync(
                look,
                difference.ToString(),
                ("accepted", accepted),
                ("new", seen),
                ("difference", difference.Picture)
            );
    }

    private static async Task<string?> AcceptAsync(string file, byte[] seen)
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllBytesAsync(file, seen);
        return null;
    }

    private static async Task<string?> ComplainAsync(
        Look look,
        string complaint,
        params (string Name, byte[] Picture)[] pictures
    )
    {
        Directory.CreateDirectory(Differences);
        foreach (var (name, picture) in pictures)
            await File.WriteAllBytesAsync(
                Path.Combine(Differences, $"{Path.GetFileNameWithoutExtension(look.File)}.{name}.png"),
                picture
            );
        return $"{look.File}: {complaint}.";
    }
}
