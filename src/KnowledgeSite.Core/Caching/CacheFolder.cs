namespace KnowledgeSite.Caching;

/// <summary>Marks folders that can be deleted, so that neither git nor backups copy them.</summary>
internal static class CacheFolder
{
    /// <summary>Creates the folder if necessary.</summary>
    public static void Mark(string folder)
    {
        var ignored = Path.Combine(folder, ".gitignore");
        if (File.Exists(ignored))
            return;
        Directory.CreateDirectory(folder);
        File.WriteAllText(ignored, "*\n");
        File.WriteAllText(
            Path.Combine(folder, "CACHEDIR.TAG"),
            "Signature: 8a477f597d28d172789f06886806bc55\n# Results of KnowledgeSite, which make the "
                + "next build faster. The folder can be deleted.\n"
        );
    }
}
