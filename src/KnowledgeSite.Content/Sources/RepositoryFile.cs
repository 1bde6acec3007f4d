using System.Diagnostics.CodeAnalysis;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>Why a file of the repository cannot be shown on a page.</summary>
internal enum RepositoryRefusal
{
    None,
    Missing,

    /// <summary>The path, or a symbolic link in it, leads out of the repository.</summary>
    Outside,

    /// <summary>The name of the file or of a folder begins with a dot.</summary>
    Hidden,

    TooLarge,
    NotText,
}

/// <summary>A file of the repository that holds the input folder. Pages may show it as code.</summary>
/// <param name="Path">The path in the repository.</param>
/// <param name="Text">The text with LF line endings; null if it cannot be shown.</param>
internal sealed record RepositoryFile(SourcePath Path, string? Text, RepositoryRefusal Refusal)
{
    /// <summary>The size in bytes of the largest file that is read.</summary>
    public const int MaxSize = 1_000_000;

    /// <summary>The path on this machine; null if the file is not read from a disk.</summary>
    public string? FullPath { get; init; }

    /// <summary>
    /// True for a file that no page may show. Hidden files hold settings of tools and passwords. Workflows of GitHub
    /// and GitLab are an exception, because pages explain them.
    /// </summary>
    public static bool IsHidden(SourcePath path) =>
        path.Segments.Any(s => s.StartsWith('.') && s != ".github" && s != ".gitlab-ci.yml");

    public static RepositoryFile Refuse(SourcePath path, RepositoryRefusal refusal) => new(path, null, refusal);

    public static RepositoryFile Create(SourcePath path, byte[] bytes)
    {
        if (bytes.Length > MaxSize)
            return Refuse(path, RepositoryRefusal.TooLarge);
        var text = TextDecoder.Decode(path, bytes, new DiagnosticBag());
        return text is null || text.Contains('\0', StringComparison.Ordinal)
            ? Refuse(path, RepositoryRefusal.NotText)
            : new(path, text, RepositoryRefusal.None);
    }
}

/// <summary>Reads files of the repository around a folder.</summary>
/// <param name="input">The real path of the input folder.</param>
internal sealed class RepositoryFolder(string input)
{
    private readonly string _root = FindRoot(input);

    /// <summary>The path of the input folder in the repository.</summary>
    public SourcePath Input { get; } = new(Relative(FindRoot(input), input));

    /// <summary>
    /// Reads a file. Symbolic links are followed, and what they lead to is subject to the same rules.
    /// </summary>
    public RepositoryFile Read(SourcePath path)
    {
        var full = Path.Combine(_root, path.Value);
        var real = RealPath.Resolve(full);
        if (!real.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return RepositoryFile.Refuse(path, RepositoryRefusal.Outside);
        if (RepositoryFile.IsHidden(new(Relative(_root, real))))
            return RepositoryFile.Refuse(path, RepositoryRefusal.Hidden);
        var file = new FileInfo(real);
        if (!file.Exists)
            return RepositoryFile.Refuse(path, RepositoryRefusal.Missing) with { FullPath = full };
        if (file.Length > RepositoryFile.MaxSize)
            return RepositoryFile.Refuse(path, RepositoryRefusal.TooLarge) with { FullPath = full };
        return (TryRead(real, out var bytes) ? RepositoryFile.Create(path, bytes) : Unreadable(path)) with
        {
            FullPath = full,
        };
    }

    private static RepositoryFile Unreadable(SourcePath path) => RepositoryFile.Refuse(path, RepositoryRefusal.NotText);

    private static bool TryRead(string path, [NotNullWhen(true)] out byte[]? bytes)
    {
        try
        {
            bytes = RegularFile.Read(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bytes = null;
            return false;
        }
    }

    /// <summary>The closest folder around the input folder that git knows, or else the input folder.</summary>
    private static string FindRoot(string input)
    {
        for (var folder = new DirectoryInfo(input); folder is not null; folder = folder.Parent)
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
                return Path.TrimEndingDirectorySeparator(folder.FullName);
        return input;
    }

    private static string Relative(string root, string path) =>
        path == root ? "" : Path.GetRelativePath(root, path).Replace('\\', '/');
}
