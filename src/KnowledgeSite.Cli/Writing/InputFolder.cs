using System.Text;
using KnowledgeSite.Drafts;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Writing;

/// <summary>The input folder as a person names it, and the files that are put into it.</summary>
internal sealed class InputFolder(string input)
{
    private readonly string _prefix = input.Replace('\\', '/').TrimEnd('/') + "/";

    /// <summary>Paths may be given from the input folder, or from where the person stands.</summary>
    public string Below(string path)
    {
        var plain = path.Replace('\\', '/');
        if (plain.StartsWith("./", StringComparison.Ordinal))
            plain = plain[2..];
        return plain.StartsWith(_prefix, StringComparison.Ordinal) ? plain[_prefix.Length..] : plain;
    }

    public string FullPath(SourcePath path) => Path.Combine([input, .. path.Segments]);

    /// <summary>Null where all of them can be written.</summary>
    public string? Refusal(IReadOnlyList<DraftFile> files)
    {
        var root = RealPath.Resolve(input) + Path.DirectorySeparatorChar;
        foreach (var file in files)
        {
            var full = FullPath(file.Path);
            if (!RealPath.Resolve(full).StartsWith(root, StringComparison.Ordinal))
                return $"'{file.Path}' lies behind a link that leads out of {input}. Choose another path.";
            if (file.IsNew && Path.Exists(full))
                return $"'{file.Path}' is there already. Choose another path.";
        }

        return null;
    }

    /// <exception cref="FileChangeException">One of them cannot be written; nothing was changed.</exception>
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
