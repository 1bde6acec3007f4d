using System.Text;

namespace KnowledgeSite.Cli.Init;

/// <summary>A file to write.</summary>
/// <param name="Path">Relative to the folder that is written to, with <c>/</c>.</param>
internal sealed record NewFile(string Path, string Text);

/// <summary>Writes new files into a folder: all of them, or none.</summary>
internal static class NewFiles
{
    /// <summary>
    /// The paths at which something exists already: a file's own, or that of a file or link where one of its folders
    /// would be.
    /// </summary>
    public static IReadOnlyList<string> FindExisting(string folder, IEnumerable<NewFile> files)
    {
        return [.. files.Select(f => Find(f.Path)).OfType<string>().Distinct(StringComparer.Ordinal)];

        string? Find(string path)
        {
            for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
            {
                var parent = new DirectoryInfo(Path.Combine(folder, path[..end]));
                if (File.Exists(parent.FullName) || parent.LinkTarget is not null)
                    return path[..end];
            }

            return Path.Exists(Path.Combine(folder, path)) ? path : null;
        }
    }

    /// <summary>
    /// Everything is written beside its place first, so that a full disk is noticed before a file appears; then each
    /// file is moved to its place. If that fails, the files that were moved are deleted again.
    /// </summary>
    /// <exception cref="IOException">A file exists, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Write(string folder, IReadOnlyList<NewFile> files, CancellationToken cancellation)
    {
        var created = new Stack<string>();
        CreateFolder(Path.GetFullPath(folder), created);
        var staging = Path.Combine(Path.GetFullPath(folder), $".knowledgesite-{Guid.NewGuid():N}");
        try
        {
            foreach (var file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                var staged = Path.Combine(staging, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(staged)!);
                File.WriteAllText(staged, file.Text, new UTF8Encoding(false));
            }

            foreach (var file in files)
            {
                var place = Path.GetFullPath(Path.Combine(folder, file.Path));
                CreateFolder(Path.GetDirectoryName(place)!, created);
                File.Move(Path.Combine(staging, file.Path), place);
                created.Push(place);
            }
        }
        catch
        {
            RemoveStaging();
            foreach (var path in created)
                Delete(path);
            throw;
        }

        RemoveStaging();

        void RemoveStaging()
        {
            if (Directory.Exists(staging))
                Directory.Delete(staging, recursive: true);
        }
    }

    private static void CreateFolder(string folder, Stack<string> created)
    {
        if (Directory.Exists(folder))
            return;
        if (Path.GetDirectoryName(folder) is { Length: > 0 } parent)
            CreateFolder(parent, created);
        Directory.CreateDirectory(folder);
        created.Push(folder);
    }

    private static void Delete(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
        else if (Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
            Directory.Delete(path);
    }
}
