using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using System.Threading.Channels;
using KnowledgeSite.Rendering;
using KnowledgeSite.Sources;

[assembly: MetadataUpdateHandler(typeof(KnowledgeSite.Cli.Preview.TemplateUpdates))]

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// Watches the input and theme folders and rebuilds the site after each change. An invalid file never stops it.
/// </summary>
internal sealed class SiteWatcher : IAsyncDisposable
{
    /// <summary>The debounce interval: editors often write a file several times per save.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(8);

    /// <summary>
    /// The longest time to wait for a pause. A file that is written without a pause is then shown half-written.
    /// </summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMilliseconds(60);

    private static readonly FileChange Templates = new("templates", null);

    private static readonly TimeSpan MinimumIdleTime = TimeSpan.FromMilliseconds(400);

    private readonly Channel<FileChange> _changes = Channel.CreateUnbounded<FileChange>(new() { SingleReader = true });
    private readonly WatchedFolder _input;
    private readonly WatchedFolder _themeFolder;
    private readonly CodeFileWatch _codeFiles;
    private readonly SitePreview _preview;
    private readonly Task<VersionControl> _repository;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _idleTime;

    private readonly Assembly? _templates;
    private Theme.Theme _theme = new();
    private TaskCompletionSource _nextChange = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isComplete;
    private bool _isRecompiled;
    private Task<bool>? _waiting;

    /// <param name="idleTime">How long no file may change before the search index is rebuilt. Null for twice as long as
    /// a rebuild takes.</param>
    public SiteWatcher(
        BuildOptions options,
        string theme,
        Task<VersionControl> repository,
        PreviewLog log,
        TimeSpan? idleTime = null
    )
    {
        Options = options;
        Log = log;
        _repository = repository;
        _idleTime = idleTime ?? MinimumIdleTime;
        _preview = new(options, options.Output is null ? null : ToolCache.Open(options));
        _input = new(options.Input, _changes.Writer, options.Output ?? "");
        _codeFiles = new(options.Input);
        _templates = ThemeFolder.TemplatesIn(theme);
        _themeFolder = new(theme, _changes.Writer, Path.Combine(theme, "bin"), Path.Combine(theme, "obj"));
        Shown = new(new(null, [], null, [], []));
        TemplateUpdates.Happened += Recompiled;
    }

    public BuildOptions Options { get; }

    public PreviewLog Log { get; }

    public ShownSite Shown { get; private set; }

    /// <summary>Completes when <see cref="Shown"/> has been replaced.</summary>
    public Task NextChange => Volatile.Read(ref _nextChange).Task;

    /// <summary>Completes when there is a site to show.</summary>
    public Task ReadyAsync(CancellationToken cancellation) => _ready.Task.WaitAsync(cancellation);

    public async Task BeginAsync(CancellationToken cancellation)
    {
        var warmUp = Task.Run(_theme.WarmUp, cancellation);
        var own = _theme;
        _theme = ThemeFolder.Read(_themeFolder.Snapshot, _templates);
        await RebuildAsync(() => _preview.NextAsync(_input.Snapshot, _theme, _repository, cancellation), own);
        await warmUp;
        _ready.TrySetResult();
    }

    /// <summary>Rebuilds the site after each change until it is cancelled.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (!_isComplete)
                    await CompleteAsync(cancellation);
                var isNotified = await WaitForChangeAsync(UntilNextScan(), cancellation);
                var clock = Stopwatch.StartNew();
                if (isNotified)
                    await DrainAsync(cancellation);
                await UpdateAsync(isNotified, clock, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        TemplateUpdates.Happened -= Recompiled;
        _input.Dispose();
        _themeFolder.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Recompiled() => _changes.Writer.TryWrite(Templates);

    private TimeSpan UntilNextScan() =>
        ((TimeSpan[])[_input.UntilNextScan, _themeFolder.UntilNextScan, _codeFiles.UntilNextScan]).Min();

    /// <summary>True if a file changed within that time.</summary>
    private async Task<bool> WaitForChangeAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        var touched = _waiting ??= _changes.Reader.WaitToReadAsync(cancellation).AsTask();
        if (await Task.WhenAny(touched, Task.Delay(timeout, cancellation)) != touched)
        {
            cancellation.ThrowIfCancellationRequested();
            return false;
        }

        _waiting = null;
        return await touched;
    }

    /// <summary>Collects changes until none arrive for the debounce interval.</summary>
    private async Task DrainAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        do
        {
            while (_changes.Reader.TryRead(out var touch))
            {
                _isRecompiled |= touch == Templates;
                _input.Take(touch);
                _themeFolder.Take(touch);
            }
        } while (clock.Elapsed < MaxWait && await WaitForChangeAsync(Quiet, cancellation));
    }

    private async Task UpdateAsync(bool isNotified, Stopwatch clock, CancellationToken cancellation)
    {
        var pages = isNotified ? _input.TakeChanges() : _input.Scan();
        var look = isNotified ? _themeFolder.TakeChanges() : _themeFolder.Scan();
        var code = _codeFiles.Scan();
        var before = _theme;
        if (_isRecompiled)
            look = [.. look, new(Templates.Folder)];
        _isRecompiled = false;
        if (look.Count > 0)
            _theme = ThemeFolder.Read(_themeFolder.Snapshot, _templates);
        if (pages.Count > 0 || code.Count > 0)
            await RebuildAsync(() => _preview.NextAsync(_input.Snapshot, _theme, _repository, cancellation), before);
        else if (look.Count > 0)
            await RebuildAsync(
                () => SitePreview.RestyledAsync(Shown.Result, _theme, cancellation),
                before,
                isComplete: _isComplete
            );
        else
            return;
        Log.ReportChange(
            [
                .. pages.Select(p => Reports.Report.PathOf(Options.Input, p)),
                .. code.Select(f => Path.GetRelativePath(".", f).Replace('\\', '/')),
                .. look.Select(p => $"{_themeFolder.Name}/{p}"),
            ],
            Shown.Result,
            clock.Elapsed
        );
    }

    /// <summary>
    /// Builds the parts that need all pages, such as the search index, once no file has changed for a while. A new
    /// change interrupts it.
    /// </summary>
    private async Task CompleteAsync(CancellationToken cancellation)
    {
        if (await WaitForChangeAsync(_idleTime, cancellation))
        {
            _waiting = Task.FromResult(true);
            return;
        }

        var clock = Stopwatch.StartNew();
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var result = Shown.Result;
        var theme = _theme;
        var token = interruption.Token;
        var completion = Task.Run(() => _preview.CompletedAsync(result, token), token);
        _waiting ??= _changes.Reader.WaitToReadAsync(cancellation).AsTask();
        if (await Task.WhenAny(completion, _waiting) != completion)
        {
            // The cancelled task ends on its own. There is no need to wait for it.
            await interruption.CancelAsync();
            SetDebounce(clock.Elapsed, _idleTime);
            return;
        }

        await RebuildAsync(() => completion, _theme, isComplete: true);
        SetDebounce(clock.Elapsed, MinimumIdleTime);
    }

    /// <summary>
    /// Waits longer before the next completion if it takes long. A completion that starts between two edits is wasted
    /// and slows down the rebuild of the second edit.
    /// </summary>
    private void SetDebounce(TimeSpan taken, TimeSpan least)
    {
        if (_idleTime >= MinimumIdleTime)
            _idleTime = TimeSpan.FromTicks(Math.Max(least.Ticks, taken.Ticks * 2));
    }

    /// <param name="look">The theme to fall back to if the current one cannot be used.</param>
    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "An internal error must not stop the preview, because the next change may avoid it."
    )]
    private async Task RebuildAsync(Func<Task<BuildResult>> make, Theme.Theme look, bool isComplete = false)
    {
        try
        {
            Show(await Task.Run(make));
        }
        catch (ThemeException mistake) when (!ReferenceEquals(look, _theme))
        {
            Log.WriteLine($"{mistake.Message} The preview keeps the previous theme.");
            _theme = look;
            await RebuildAsync(make, look, isComplete);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            Log.Failed(bug);
        }

        _isComplete = isComplete;
    }

    private void Show(BuildResult result)
    {
        Shown = new(result);
        _codeFiles.Follow(result.Site);
        Interlocked.Exchange(ref _nextChange, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}

/// <summary>
/// Receives the notification of <c>dotnet watch</c> that it has replaced templates in the running preview.
/// </summary>
internal static class TemplateUpdates
{
    public static event Action? Happened;

    /// <summary>Called by the runtime, which finds the method by its name.</summary>
    internal static void UpdateApplication(Type[]? updatedTypes) => Happened?.Invoke();
}
