using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Threading.Channels;
using KnowledgeSite.Rendering;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// Follows what is written into the input and the theme, and has the site that comes of it. Whatever a file becomes, it
/// goes on.
/// </summary>
internal sealed class SiteWatcher : IAsyncDisposable
{
    /// <summary>
    /// So long nothing may have come for a change to be over: programs that save touch a file several times.
    /// </summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(8);

    /// <summary>A file that is written without a pause is shown half-written after that.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(60);

    private static readonly FileChange Templates = new("templates", null);

    private static readonly TimeSpan LeastRest = TimeSpan.FromMilliseconds(400);

    private readonly Channel<FileChange> _touches = Channel.CreateUnbounded<FileChange>(new() { SingleReader = true });
    private readonly WatchedFolder _input;
    private readonly WatchedFolder _look;
    private readonly SitePreview _preview;
    private readonly Task<VersionControl> _repository;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _rest;

    private readonly Assembly? _templates;
    private Theme.Theme _theme = new();
    private TaskCompletionSource _nextChange = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isComplete;
    private bool _isRecompiled;
    private Task<bool>? _waiting;

    /// <param name="rest">How long nothing may be touched before the search is made anew; null for twice as long as
    /// that takes.</param>
    public SiteWatcher(
        BuildOptions options,
        string theme,
        Task<VersionControl> repository,
        PreviewLog log,
        TimeSpan? rest = null
    )
    {
        (Options, Log, _repository, _rest) = (options, log, repository, rest ?? LeastRest);
        _preview = new(options);
        _input = new(options.Input, _touches.Writer, options.Output ?? "");
        _templates = ThemeFolder.TemplatesIn(theme);
        _look = new(theme, _touches.Writer, Path.Combine(theme, "bin"), Path.Combine(theme, "obj"));
        Shown = new(new(null, [], null, [], []));
        TemplateUpdates.Happened += Recompiled;
    }

    public BuildOptions Options { get; }

    public PreviewLog Log { get; }

    public ShownSite Shown { get; private set; }

    /// <summary>Ends when <see cref="Shown"/> is another.</summary>
    public Task NextChange => Volatile.Read(ref _nextChange).Task;

    /// <summary>Ends when there is something to show.</summary>
    public Task ReadyAsync(CancellationToken cancellation) => _ready.Task.WaitAsync(cancellation);

    public async Task BeginAsync(CancellationToken cancellation)
    {
        var warmUp = Task.Run(_theme.WarmUp, cancellation);
        var own = _theme;
        _theme = ThemeFolder.Read(_look.Snapshot, _templates);
        await RebuildAsync(() => _preview.NextAsync(_input.Snapshot, _theme, _repository, cancellation), own);
        await warmUp;
        _ready.TrySetResult();
    }

    /// <summary>Until somebody ends it.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (!_isComplete)
                    await CompleteAsync(cancellation);
                var isTold = await WaitForChangeAsync(Until(_input, _look), cancellation);
                var clock = Stopwatch.StartNew();
                if (isTold)
                    await DrainAsync(cancellation);
                await UpdateAsync(isTold, clock, cancellation);
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
        _look.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Recompiled() => _touches.Writer.TryWrite(Templates);

    private static TimeSpan Until(params WatchedFolder[] folders) => folders.Min(f => f.UntilNextLook);

    /// <summary>True where something was touched in that time.</summary>
    private async Task<bool> WaitForChangeAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var touched = _waiting ??= _touches.Reader.WaitToReadAsync(cancellation).AsTask();
        if (await Task.WhenAny(touched, Task.Delay(patience, cancellation)) != touched)
        {
            cancellation.ThrowIfCancellationRequested();
            return false;
        }

        _waiting = null;
        return await touched;
    }

    /// <summary>Gathers what is touched until it is quiet.</summary>
    private async Task DrainAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        do
        {
            while (_touches.Reader.TryRead(out var touch))
            {
                _isRecompiled |= touch == Templates;
                _input.Take(touch);
                _look.Take(touch);
            }
        } while (clock.Elapsed < LongestWait && await WaitForChangeAsync(Quiet, cancellation));
    }

    private async Task UpdateAsync(bool isTold, Stopwatch clock, CancellationToken cancellation)
    {
        var pages = isTold ? _input.TakeChanges() : _input.Scan();
        var look = isTold ? _look.TakeChanges() : _look.Scan();
        var before = _theme;
        if (_isRecompiled)
            look = [.. look, new(Templates.Folder)];
        _isRecompiled = false;
        if (look.Count > 0)
            _theme = ThemeFolder.Read(_look.Snapshot, _templates);
        if (pages.Count > 0)
            await RebuildAsync(() => _preview.NextAsync(_input.Snapshot, _theme, _repository, cancellation), before);
        else if (look.Count > 0)
            await RebuildAsync(
                () => _preview.RestyledAsync(Shown.Result, _theme, cancellation),
                before,
                isComplete: _isComplete
            );
        else
            return;
        Log.Changed(
            [.. pages.Select(p => Reports.Report.PathOf(Options.Input, p)), .. look.Select(p => $"{_look.Name}/{p}")],
            Shown.Result,
            clock.Elapsed
        );
    }

    /// <summary>
    /// Makes what needs all pages, as soon as nothing has been touched for a while; whatever is touched meanwhile comes
    /// first.
    /// </summary>
    private async Task CompleteAsync(CancellationToken cancellation)
    {
        if (await WaitForChangeAsync(_rest, cancellation))
        {
            _waiting = Task.FromResult(true);
            return;
        }

        var clock = Stopwatch.StartNew();
        using var unwanted = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (result, theme, token) = (Shown.Result, _theme, unwanted.Token);
        var making = Task.Run(() => _preview.CompletedAsync(result, theme, token), token);
        _waiting ??= _touches.Reader.WaitToReadAsync(cancellation).AsTask();
        if (await Task.WhenAny(making, _waiting) != making)
        {
            // It ends by itself, and nobody waits for that.
            await unwanted.CancelAsync();
            SetDebounce(clock.Elapsed, _rest);
            return;
        }

        await RebuildAsync(() => making, _theme, isComplete: true);
        SetDebounce(clock.Elapsed, LeastRest);
    }

    /// <summary>
    /// What takes long, or would have, waits longer: begun in vain between two edits, it would only take the processors
    /// from the second.
    /// </summary>
    private void SetDebounce(TimeSpan taken, TimeSpan least)
    {
        if (_rest >= LeastRest)
            _rest = TimeSpan.FromTicks(Math.Max(least.Ticks, taken.Ticks * 2));
    }

    /// <param name="look">That goes on where the present one cannot be used.</param>
    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "A bug of ours must not end the preview: the next change may well be without it."
    )]
    private async Task RebuildAsync(Func<Task<BuildResult>> make, Theme.Theme look, bool isComplete = false)
    {
        try
        {
            Show(await Task.Run(make));
        }
        catch (ThemeException mistake) when (!ReferenceEquals(look, _theme))
        {
            Log.Say($"{mistake.Message} The look stays as it was.");
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
        Interlocked.Exchange(ref _nextChange, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
