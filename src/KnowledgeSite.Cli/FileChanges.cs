using System.Text;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>
/// Writes files and does at most one rename, either completely or not at all. Each file is written beside its target,
/// flushed to disk and renamed over the target, so after an interruption every file is either unchanged or complete.
/// Files keep their permissions.
/// </summary>
internal sealed class FileChanges
{
    private readonly List<(string Path, byte[] Bytes, bool IsNew)> _writes = [];
    private readonly List<string> _temporary = [];
    private readonly List<string> _createdFolders = [];
    private readonly Stack<Action> _undo = [];
    private (string From, string To)? _rename;

    /// <summary>Writes one file.</summary>
    /// <exception cref="FileChangeException">The file cannot be written; nothing was changed.</exception>
    public static void Write(string path, string text) =>
        new FileChanges().Put(path, Encoding.UTF8.GetBytes(text)).Apply();

    /// <param name="isNew">Whether to fail if the file exists already.</param>
    public FileChanges Put(string path, byte[] bytes, bool isNew = false)
    {
        _writes.Add((path, bytes, isNew));
        return this;
    }

    /// <summary>Adds a text to write, with the line endings and the byte order mark of the existing file.</summary>
    public FileChanges PutText(string path, string text)
    {
        var bytes = File.Exists(path) ? Read(path) : [];
        var hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var isWindows = Encoding.UTF8.GetString(bytes).Contains("\r\n", StringComparison.Ordinal);
        var written = Encoding.UTF8.GetBytes(isWindows ? text.ReplaceLineEndings("\r\n") : text);
        return Put(path, hasMark ? [.. Encoding.UTF8.Preamble, .. written] : written);
    }

    /// <summary>Adds the rename of a file or folder, which happens after all files are written.</summary>
    public FileChanges Rename(string from, string to)
    {
        _rename = (from, to);
        return this;
    }

    /// <exception cref="FileChangeException">A file cannot be written; nothing was changed.</exception>
    public void Apply()
    {
        var current = "";
        try
        {
            var prepared = new List<(string Temporary, string Target, bool IsNew)>();
            foreach (var (path, bytes, isNew) in _writes)
            {
                current = path;
                var target = FinalPath(path);
                prepared.Add((WriteBeside(target, bytes), target, isNew));
            }

            foreach (var (temporary, target, isNew) in prepared)
            {
                current = target;
                Replace(temporary, target, isNew);
            }

            if (_rename is { } rename)
            {
                current = rename.To;
                CreateFolder(Path.GetDirectoryName(Path.GetFullPath(rename.To))!);
                Move(rename.From, rename.To);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Undo();
            throw new FileChangeException(current, e);
        }
        catch
        {
            Undo();
            throw;
        }

        RemoveTemporary();
    }

    /// <summary>The target of a symbolic link, or the path itself. Writing to the target keeps the link.</summary>
    private static string FinalPath(string path) =>
        RealPath.FinalTarget(new FileInfo(path))?.FullName ?? Path.GetFullPath(path);

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FileChangeException(path, e);
        }
    }

    private string WriteBeside(string target, byte[] bytes)
    {
        if (Directory.Exists(target))
            throw new IOException("A folder has this name.");
        var folder = Path.GetDirectoryName(target)!;
        CreateFolder(folder);
        var temporary = NameBeside(target, "tmp");
        using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        _temporary.Add(temporary);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
        if (!OperatingSystem.IsWindows() && File.Exists(target))
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        return temporary;
    }

    private void Replace(string temporary, string target, bool isNew)
    {
        if (isNew || !File.Exists(target))
        {
            File.Move(temporary, target, overwrite: false);
            _undo.Push(() => File.Delete(target));
            return;
        }

        // A rename would replace a read-only file, so test for write permission first.
        using (File.Open(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { }
        var kept = NameBeside(target, "old");
        _temporary.Add(kept);
        File.Copy(target, kept);
        File.Move(temporary, target, overwrite: true);
        _undo.Push(() => File.Move(kept, target, overwrite: true));
    }

    /// <summary>
    /// Renames a file or folder. If the names differ only in letter case, an intermediate name is used because some
    /// file systems treat both as the same.
    /// </summary>
    private void Move(string from, string to)
    {
        var isCaseChange =
            string.Equals(Path.GetFullPath(from), Path.GetFullPath(to), StringComparison.OrdinalIgnoreCase)
            && from != to;
        if (isCaseChange)
        {
            var between = NameBeside(Path.GetFullPath(from), "tmp");
            Directory.Move(from, between);
            _undo.Push(() => Directory.Move(between, from));
            from = between;
        }

        Directory.Move(from, to);
        _undo.Push(() => Directory.Move(to, from));
    }

    private void CreateFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        var missing = new Stack<string>();
        for (var path = folder; path is not null && !Directory.Exists(path); path = Path.GetDirectoryName(path))
            missing.Push(path);
        foreach (var path in missing)
        {
            Directory.CreateDirectory(path);
            _createdFolders.Add(path);
        }
    }

    private void Undo()
    {
        while (_undo.TryPop(out var step))
            Try(step);
        RemoveTemporary();
        foreach (var folder in Enumerable.Reverse(_createdFolders))
            Try(() => Directory.Delete(folder));
    }

    private void RemoveTemporary()
    {
        foreach (var file in _temporary)
            Try(() => File.Delete(file));
        _temporary.Clear();
    }

    private static void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Continue with the remaining steps.
        }
    }

    private static string NameBeside(string path, string ending)
    {
        var name = Path.GetFileName(path);
        return Path.Combine(
            Path.GetDirectoryName(path)!,
            $".{name[..Math.Min(name.Length, 40)]}.{Guid.NewGuid():N}.{ending}"
        );
    }
}

/// <summary>Thrown if a file cannot be written. Nothing was changed.</summary>
/// <param name="path">The path as the user knows it.</param>
internal sealed class FileChangeException(string path, Exception reason) : Exception(MessageOf(path, reason), reason)
{
    private const int NoSpace = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);
    private const int ReadOnly = 30;

    private static string MessageOf(string path, Exception reason) =>
        $"'{path}' cannot be written: {Explain(reason)} Nothing was changed.";

    private static string Explain(Exception reason) =>
        reason switch
        {
            UnauthorizedAccessException => "you have no permission to write there.",
            PathTooLongException => "the path is too long.",
            IOException { HResult: NoSpace or NoSpaceOnWindows } => "the disk is full.",
            IOException { HResult: ReadOnly } => "the disk is read-only.",
            _ => reason.Message.TrimEnd('.') + ".",
        };
}
