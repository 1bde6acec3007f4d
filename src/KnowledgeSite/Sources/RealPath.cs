using System.Diagnostics.CodeAnalysis;

namespace KnowledgeSite.Sources;

/// <summary>
/// Paths with every symbolic link on the way worked out, so that two names of one folder compare equal.
/// </summary>
public static class RealPath
{
    /// <summary>Of a path that need not exist: what exists of it is worked out.</summary>
    public static string Resolve(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        if (parent is null)
            return full;
        if (FinalTarget(new DirectoryInfo(full)) is { } target && target.FullName != full)
            return Resolve(target.FullName);
        return Path.Join(Resolve(parent), Path.GetFileName(full));
    }

    /// <summary>Where a link ends; null for what is no link, and for a link that leads to itself.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Each platform throws its own type for a circle of links.")]
    public static FileSystemInfo? FinalTarget(FileSystemInfo entry)
    {
        try
        {
            return entry.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (Exception)
        {
            return null;
        }
    }
}
