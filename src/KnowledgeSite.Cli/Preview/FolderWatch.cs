using System.Threading.Channels;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// Reports which files of a folder may have changed, as far as the operating system says so. After a failure it reports
/// that any file may have changed.
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
    /// False if changes can be found only by scanning: the folder does not exist, the system cannot watch it, or has no
    /// watches left.
    /// </summary>
    public bool IsWatching => _watcher is not null;

    /// <summary>Starts watching if it is not active, for example after the folder was created again.</summary>
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

/// <param name="Path">The path relative to the folder, or null if any file may have changed.</param>
internal sealed record FileChange(string Folder, string? Path);
