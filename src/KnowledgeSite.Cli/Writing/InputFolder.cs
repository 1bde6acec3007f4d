using System.Text;
using KnowledgeSite.Drafts;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Writing;

/// <summary>The input folder as given on the command line. Converts paths and writes new files.</summary>
internal sealed class InputFolder(string input)
{
    private readonly string _prefix = input.Replace('\\', '/').TrimEnd('/') + "/";

    /// <summary>
    /// Converts a path that is relative to the input folder or to the current folder into one relative to the input
    /// folder.
    /// </summary>
    public string Below(string path)
    {
        var plain = path.Replace('\\', '/');
        if (plain.StartsWith("./", StringComparison.Ordinal))
            plain = plain[2..];
        return plain.StartsWith(_prefix, StringComparison.Ordinal) ? plain[_prefix.Length..] : plain;
    }

    public string FullPath(SourcePath path) => Path.Combine([input, .. path.Segments]);

    /// <summary>The reason why the files cannot be written, or null if they can.</summary>
    public string? Refusal(IReadOnlyList<DraftFile> files)
    {
        var root = RealPath.Resolve(input) + Path.DirectorySeparatorChar;
        foreach (var file in files)
        {
            var full = FullPath(file.Path);
            if (!RealPath.Resolve(full).StartsWith(root, StringComparison.Ordinal))
                return $"'{file.Path}' is outside of {input}, because a folder in the path is a symbolic "
                    + "link. Choose another path.";
            if (file.IsNew && Path.Exists(full))
                return $"'{file.Path}' exists already. Choose another path.";
        }

        return null;
    }

    /// <exception cref="FileChangeException">A file cannot be written; nothing was changed.</exception>
    public void Write(IReadOnlyList<DraftFile> files)
    {
        var changes = new FileChanges();
        foreach (var file in files)
        {
            if (file.IsNew)
                changes.Put(FullPath(file.Path), Encoding.UTF8.GetBytes(file.Text), isNew: true);
            else
                changes.PutText(FullPath(file.Path), file.Text);
        }

        changes.Apply();
    }
}
