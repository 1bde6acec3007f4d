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
        (Name, _full) = (folder.Replace('\\', '/').TrimEnd('/'), Path.GetFullPath(folder));
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
        (_mayAllHaveChanged, var before, Snapshot) = (false, Snapshot, next);
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
