using System.Net;
using KnowledgeSite.Cli;
using KnowledgeSite.Cli.Preview;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli.Preview;

/// <summary>A preview of a temporary folder on a free port.</summary>
internal sealed class RunningPreview : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _end = new();
    private readonly StringWriter _log = new();
    private Task _following = Task.CompletedTask;

    public TemporaryFolder Folder { get; } = new();

    public SiteWatcher Site { get; private set; } = null!;

    public PreviewServer Server { get; private set; } = null!;

    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    public string Printed
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    public static async Task<RunningPreview> StartAsync(string? baseUrl, params (string Path, string Text)[] files)
    {
        var preview = new RunningPreview();
        foreach (var (path, text) in files)
            preview.Write(path, text);
        await preview.BeginAsync(baseUrl);
        return preview;
    }

    public static Task<RunningPreview> StartAsync(params (string Path, string Text)[] files) => StartAsync(null, files);

    public void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// Writes in one step, as editors do, because otherwise a build could read a file that is still empty.
    /// </summary>
    public void Write(string path, byte[] bytes)
    {
        Folder.Write("being-written", bytes);
        var file = Folder.Combine("input/" + path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Move(Folder.Combine("being-written"), file, overwrite: true);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(Http.BaseAddress!, path));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Patience);
    }

    public async Task<string> TextAsync(string path)
    {
        using var response = await GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Waits until the condition is true.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds)
    {
        var deadline = Task.Delay(Patience);
        while (true)
        {
            var changed = Site.NextChange;
            if (await holds())
                return;
            if (await Task.WhenAny(changed, deadline) == deadline)
                throw new TimeoutException($"It never came to that. Printed:\n{Printed}");
        }
    }

    public Task UntilShownAsync(string path, string text) =>
        UntilAsync(async () => (await TextAsync(path)).Contains(text, StringComparison.Ordinal));

    public async Task<EventReader> FollowAsync(string page, string? seen = null)
    {
        seen ??= EventReader.SeenIn(await TextAsync(page));
        return new(await GetAsync($"/_preview/events?page={Uri.EscapeDataString(page)}&seen={seen}"));
    }

    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await _following.WaitAsync(Patience);
        await Server.DisposeAsync();
        await Site.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_end.IsCancellationRequested)
            await EndAsync();
        Http.Dispose();
        _end.Dispose();
        Folder.Dispose();
    }

    private async Task BeginAsync(string? baseUrl)
    {
        var options = new BuildOptions(
            Folder.Combine("input"),
            Folder.Combine("input/output"),
            false,
            baseUrl is null ? null : new Uri(baseUrl),
            new DateOnly(2026, 11, 20)
        );
        Site = new(
            options,
            Folder.Combine("theme"),
            Task.FromResult(VersionControl.None),
            new PreviewLog(options, new(TextWriter.Synchronized(_log), TextWriter.Null)),
            TimeSpan.FromMilliseconds(1)
        );
        Server = (await PreviewServer.StartAsync(Site, 0, CancellationToken.None))!;
        Http.BaseAddress = new($"http://127.0.0.1:{Server.Port}");
        Http.DefaultRequestVersion = HttpVersion.Version11;
        await Site.BeginAsync(CancellationToken.None);
        Site.Log.ReportStart(Server, Site.Shown.Result, TimeSpan.Zero, isOtherPort: false);
        _following = Task.Run(() => Site.FollowAsync(_end.Token));
    }
}
