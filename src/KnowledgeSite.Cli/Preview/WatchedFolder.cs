using System.Diagnostics;
using System.Threading.Channels;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// The current state of a folder. It is updated from notifications of the operating system, and by occasional scans
/// because notifications can be missed.
/// </summary>
internal sealed class WatchedFolder : IDisposable
{
    /// <summary>
    /// The interval between scans, as a multiple of the duration of a scan: scans use at most 1/50 of the time.
    /// </summary>
    private const int IntervalFactor = 50;

    private static readonly TimeSpan IntervalWhenWatching = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan IntervalWithoutWatch = TimeSpan.FromMilliseconds(250);

    private readonly string _full;
    private readonly FolderWatch _watch;
    private readonly HashSet<SourcePath> _touched = [];
    private readonly Stopwatch _sinceScan = Stopwatch.StartNew();
    private bool _mayAllHaveChanged;
    private TimeSpan _cost;

    public WatchedFolder(string folder, ChannelWriter<FileChange> touches, params string[] except)
    {
        Name = folder.Replace('\\', '/').TrimEnd('/');
        _full = Path.GetFullPath(folder);
        _watch = new(folder, touches);
        Snapshot = FolderSnapshot.Read(folder, [.. except.Where(e => e.Length > 0)]);
        _cost = _sinceScan.Elapsed;
    }

    /// <summary>The folder's path as given on the command line.</summary>
    public string Name { get; }

    public FolderSnapshot Snapshot { get; private set; }

    public TimeSpan UntilNextScan =>
        Max(
            TimeSpan.Zero,
            Max(_watch.IsWatching ? IntervalWhenWatching : IntervalWithoutWatch, _cost * IntervalFactor)
                - _sinceScan.Elapsed
        );

    /// <summary>Records a change if it concerns this folder.</summary>
    public void Take(FileChange touch)
    {
        if (touch.Folder != _full)
            return;
        if (touch.Path is null)
            _mayAllHaveChanged = true;
        else
            _touched.Add(new(touch.Path));
    }

    /// <summary>Updates the snapshot from the recorded notifications and returns the files that have changed.</summary>
    public IReadOnlyList<SourcePath> TakeChanges()
    {
        if (_touched.Count == 0 && !_mayAllHaveChanged)
            return [];
        var next = Snapshot.Update(_touched);
        if (_mayAllHaveChanged)
            next = Scan(next);
        _mayAllHaveChanged = false;
        var before = Snapshot;
        Snapshot = next;
        _touched.Clear();
        return next.DifferencesFrom(before);
    }

    /// <summary>Scans the whole folder if a scan is due and returns the files that have changed.</summary>
    public IReadOnlyList<SourcePath> Scan()
    {
        if (UntilNextScan > TimeSpan.Zero)
            return [];
        var before = Snapshot;
        Snapshot = Scan(before);
        return Snapshot.DifferencesFrom(before);
    }

    public void Dispose() => _watch.Dispose();

    private FolderSnapshot Scan(FolderSnapshot known)
    {
        _watch.Begin();
        _sinceScan.Restart();
        var next = known.Rescan();
        _cost = _sinceScan.Elapsed;
        return next;
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}

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
        _folder = Path.GetFullPath(folder);
        _touched = touched;
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
