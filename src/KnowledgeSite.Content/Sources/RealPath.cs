using System.Diagnostics.CodeAnalysis;

namespace KnowledgeSite.Sources;

/// <summary>Resolves all symbolic links in a path, so that two names of one folder compare equal.</summary>
internal static class RealPath
{
    /// <summary>Resolves the existing part of a path; the path itself need not exist.</summary>
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

    /// <summary>The final target of a link; null if the entry is not a link, or the link leads to itself.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Each platform throws its own type for a cycle of links.")]
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
