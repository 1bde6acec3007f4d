using System.Text;
using KnowledgeSite.Cli.Writing;

namespace KnowledgeSite.Cli.Init;

/// <summary>A file to write.</summary>
/// <param name="Path">The path relative to the target folder, with <c>/</c> as separator.</param>
internal sealed record NewFile(string Path, string Text);

/// <summary>Writes new files into a folder, either all of them or none.</summary>
internal static class NewFiles
{
    /// <summary>
    /// The paths that exist already: those of the files, and those of files or links in the place of a needed folder.
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

    /// <exception cref="FileChangeException">A file cannot be written; nothing was changed.</exception>
    public static void Write(string folder, IEnumerable<NewFile> files)
    {
        var changes = new FileChanges();
        foreach (var file in files)
            changes.Put(Path.Combine(folder, file.Path), Encoding.UTF8.GetBytes(file.Text), isNew: true);
        changes.Apply();
    }
}
