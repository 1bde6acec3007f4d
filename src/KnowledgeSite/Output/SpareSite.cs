using KnowledgeSite.Caching;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Output;

/// <summary>
/// The last site, kept beside the current one and made equal to it by hard links. The next build changes in it only the
/// files that differ, and exchanges the two folders. Stamps of all folders tell whether somebody else changed one of
/// them; a file that was changed in place is the same file in both.
/// </summary>
internal sealed class SpareSite(OutputPaths paths)
{
    /// <summary>True if both sites have the same files, because all folders are as the last build left them.</summary>
    public bool IsCurrent(KnownFiles known, CancellationToken cancellation) =>
        known.Folders.Count > 0 && AreAll(known, (name, stamps) => StampsOf(name) == stamps, cancellation);

    /// <summary>True if the folders of the current site are as the last build left them.</summary>
    public bool IsSiteCurrent(KnownFiles known, CancellationToken cancellation) =>
        AreAll(
            known,
            (name, stamps) => FileStamp.Read(Path.Combine(paths.Output, name)) == stamps.InSite,
            cancellation
        );

    private static bool AreAll(
        KnownFiles known,
        Func<string, KnownFolder, bool> isRight,
        CancellationToken cancellation
    )
    {
        var differ = false;
        EachDocument.Run(
            [.. known.Folders],
            (_, folder) =>
            {
                if (!differ && !isRight(folder.Key, folder.Value))
                    differ = true;
            },
            cancellation
        );
        return !differ;
    }

    /// <summary>True if a name of a new file was that of a folder, or the other way round.</summary>
    public static bool Conflicts(IEnumerable<string> added, IEnumerable<string> gone)
    {
        var files = added.ToHashSet(StringComparer.Ordinal);
        var last = files.Count == 0 ? [] : gone.ToHashSet(StringComparer.Ordinal);
        return last.SelectMany(FoldersOf).Any(files.Contains) || files.SelectMany(FoldersOf).Any(last.Contains);
    }

    /// <summary>Deletes files of a site, and the folders that become empty.</summary>
    public static void Remove(string site, IEnumerable<string> names)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            File.Delete(Path.Combine(site, name));
            folders.UnionWith(FoldersOf(name));
        }

        foreach (var folder in folders.Where(f => f.Length > 0).OrderByDescending(f => f.Length))
        {
            var path = Path.Combine(site, folder);
            if (Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
                Directory.Delete(path);
        }
    }

    /// <summary>
    /// After the exchange, makes the last site equal to the current one. Returns the stamps of all folders; null if
    /// that is not possible.
    /// </summary>
    /// <param name="known">The stamps of folders before the exchange; null if all are new.</param>
    /// <param name="folders">The names of the folders that may be new or changed.</param>
    public IReadOnlyDictionary<string, KnownFolder>? Follow(
        IReadOnlyCollection<string> written,
        IReadOnlyCollection<string> gone,
        IReadOnlyDictionary<string, KnownFolder>? known,
        IEnumerable<string> folders
    )
    {
        if (!FileStamp.IsSupported)
            return null;
        try
        {
            if (!Copy(written, gone))
                return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The new site is in place. The next build only has more to do.
            return null;
        }

        var stamps = known is null
            ? new Dictionary<string, KnownFolder>(StringComparer.Ordinal)
            : known.ToDictionary(
                f => f.Key,
                f => new KnownFolder(f.Value.InSpare, f.Value.InSite),
                StringComparer.Ordinal
            );
        foreach (
            var folder in written.Concat(gone).SelectMany(FoldersOf).Concat(folders).ToHashSet(StringComparer.Ordinal)
        )
        {
            if (StampsOf(folder) is { } both)
                stamps[folder] = both;
            else if (
                Directory.Exists(Path.Combine(paths.Output, folder))
                || Directory.Exists(Path.Combine(paths.Next, folder))
            )
                return null;
            else
                stamps.Remove(folder);
        }

        return stamps;
    }

    private bool Copy(IReadOnlyCollection<string> written, IReadOnlyCollection<string> gone)
    {
        Remove(paths.Next, gone);
        foreach (var name in written)
        {
            var path = Path.Combine(paths.Next, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Delete(path);
            if (!FileLinks.TryLink(Path.Combine(paths.Output, name), path))
                return false;
        }

        CacheFolder.Mark(paths.Spare);
        return true;
    }

    /// <summary>All folders that contain a file, the root last, as an empty text.</summary>
    public static IEnumerable<string> FoldersOf(string name)
    {
        for (var slash = name.LastIndexOf('/'); slash > 0; slash = name.LastIndexOf('/', slash - 1))
            yield return name[..slash];
        yield return "";
    }

    private KnownFolder? StampsOf(string folder) =>
        FileStamp.Read(Path.Combine(paths.Output, folder)) is { IsFolder: true } site
        && FileStamp.Read(Path.Combine(paths.Next, folder)) is { IsFolder: true } spare
            ? new(site, spare)
            : null;
}
