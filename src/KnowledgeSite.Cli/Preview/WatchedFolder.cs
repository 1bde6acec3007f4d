using System.Diagnostics;
using System.Threading.Channels;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// A folder as it is now: told by the system what is touched, and looked through now and then, since no system tells
/// everything.
/// </summary>
internal sealed class WatchedFolder : IDisposable
{
    /// <summary>Of the time, what looking through may take.</summary>
    private const int Share = 50;

    private static readonly TimeSpan WhenTold = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WhenNotTold = TimeSpan.FromMilliseconds(250);

    private readonly string _full;
    private readonly FolderWatch _watch;
    private readonly HashSet<SourcePath> _touched = [];
    private readonly Stopwatch _sinceLook = Stopwatch.StartNew();
    private bool _isAnything;
    private TimeSpan _cost;

    public WatchedFolder(string folder, ChannelWriter<FileChange> touches, params string[] except)
    {
        (Name, _full) = (folder.Replace('\\', '/').TrimEnd('/'), Path.GetFullPath(folder));
        _watch = new(folder, touches);
        Snapshot = FolderSnapshot.Read(folder, [.. except.Where(e => e.Length > 0)]);
        _cost = _sinceLook.Elapsed;
    }

    /// <summary>As the person who started the preview wrote it.</summary>
    public string Name { get; }

    public FolderSnapshot Snapshot { get; private set; }

    public TimeSpan UntilNextLook =>
        Max(TimeSpan.Zero, Max(_watch.IsWatching ? WhenTold : WhenNotTold, _cost * Share) - _sinceLook.Elapsed);

    /// <summary>Takes what is about this folder.</summary>
    public void Take(FileChange touch)
    {
        if (touch.Folder != _full)
            return;
        if (touch.Path is null)
            _isAnything = true;
        else
            _touched.Add(new(touch.Path));
    }

    /// <summary>What has changed of what was touched.</summary>
    public IReadOnlyList<SourcePath> TakeChanges()
    {
        if (_touched.Count == 0 && !_isAnything)
            return [];
        var next = Snapshot.After(_touched);
        if (_isAnything)
            next = Scan(next);
        (_isAnything, var before, Snapshot) = (false, Snapshot, next);
        _touched.Clear();
        return next.DifferencesFrom(before);
    }

    /// <summary>What has changed at all.</summary>
    public IReadOnlyList<SourcePath> Scan()
    {
        if (UntilNextLook > TimeSpan.Zero)
            return [];
        var before = Snapshot;
        Snapshot = Scan(before);
        return Snapshot.DifferencesFrom(before);
    }

    public void Dispose() => _watch.Dispose();

    private FolderSnapshot Scan(FolderSnapshot known)
    {
        _watch.Begin();
        _sinceLook.Restart();
        var next = known.Scanned();
        _cost = _sinceLook.Elapsed;
        return next;
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
