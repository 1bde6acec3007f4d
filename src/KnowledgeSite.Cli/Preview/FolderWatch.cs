using System.Threading.Channels;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// Tells which files of a folder were touched, as far as the system tells it. Where it cannot, it says that anything
/// may have been.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly string _folder;
    private readonly ChannelWriter<FileChange> _touched;
    private FileSystemWatcher? _watcher;

    public FolderWatch(string folder, ChannelWriter<FileChange> touched)
    {
        (_folder, _touched) = (Path.GetFullPath(folder), touched);
        Begin();
    }

    /// <summary>
    /// False where changes are found by looking alone: the folder is not there, the system cannot watch it or has no
    /// watches left.
    /// </summary>
    public bool IsWatching => _watcher is not null;

    /// <summary>Tries again where there is no watching, such as after the folder has come back.</summary>
    public void Begin()
    {
        if (_watcher is not null && Directory.Exists(_folder))
            return;
        End();
        if (!Directory.Exists(_folder))
            return;
        try
        {
            var watcher = new FileSystemWatcher(_folder)
            {
                IncludeSubdirectories = true,
                InternalBufferSize = 64 * 1024,
                NotifyFilter =
                    NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Changed += (_, e) =>
            {
                if (!Directory.Exists(e.FullPath))
                    Notify(e.FullPath);
            };
            watcher.Created += (_, e) => Notify(e.FullPath);
            watcher.Deleted += (_, e) => Notify(e.FullPath);
            watcher.Renamed += (_, e) =>
            {
                Notify(e.OldFullPath);
                Notify(e.FullPath);
            };
            watcher.Error += (_, _) =>
            {
                End();
                _touched.TryWrite(new(_folder, null));
            };
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
        }
        catch (Exception e)
            when (e is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            End();
        }
    }

    public void Dispose() => End();

    private void End() => Interlocked.Exchange(ref _watcher, null)?.Dispose();

    private void Notify(string path) =>
        _touched.TryWrite(new(_folder, Path.GetRelativePath(_folder, path).Replace('\\', '/')));
}

/// <param name="Path">In the folder; null where any file may have been touched.</param>
internal sealed record FileChange(string Folder, string? Path);
