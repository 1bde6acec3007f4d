using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

/// <summary>Tests a build that is stopped while it writes: readers still see the last site.</summary>
public sealed class InterruptedBuildTests(InterruptedBuildTests.LargeSite site)
    : IClassFixture<InterruptedBuildTests.LargeSite>
{
    private const int InterruptSignal = 2;
    private const int TerminateSignal = 15;

    /// <summary>
    /// On a busy machine a build may end before it handles the signal; then the next one is interrupted.
    /// </summary>
    private const int MaxAttempts = 10;

    [Fact]
    public async Task A_killed_build_leaves_the_last_site_and_the_next_one_succeeds()
    {
        var last = site.Contents();
        using (var process = await site.StartWritingAsync())
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.Equal(last, site.Contents());
        await AssertNextSucceedsAsync();
    }

    /// <summary>Control-C sends the first signal; a service or container that is stopped gets the second.</summary>
    [Theory]
    [InlineData(InterruptSignal)]
    [InlineData(TerminateSignal)]
    public async Task A_build_stopped_by_a_signal_says_so_and_leaves_the_last_site(int signal)
    {
        if (OperatingSystem.IsWindows())
            return;
        RestoreDefaultAction(signal);
        IReadOnlyDictionary<string, string> last;
        ToolRun run;
        var attempts = 0;
        do
        {
            Assert.True(attempts++ < MaxAttempts, "Every build ended before the signal reached it.");
            last = site.Contents();
            using var process = await site.StartWritingAsync();
            Assert.Equal(0, Send(process.Id, signal));
            run = await Tool.EndAsync(process);
        } while (run.ExitCode == 0);

        Assert.Equal((130, ""), (run.ExitCode, run.Output));
        Assert.Contains("The existing site was not changed.", run.Errors, StringComparison.Ordinal);
        Assert.Equal(last, site.Contents());
        Assert.Equal([".output.cache", "input", "output"], site.Entries());
        await AssertNextSucceedsAsync();
    }

    private async Task AssertNextSucceedsAsync()
    {
        await site.BuildAsync();
        Assert.Contains(
            $"<title>Page 7 · {site.Title}</title>",
            site.Read("s0/p7/index.html"),
            StringComparison.Ordinal
        );
        Assert.Equal([".output.cache", "input", "output"], site.Entries().Where(e => e != ".output.next"));
    }

    /// <summary>
    /// Sends a signal at once; on a busy machine the build could end before a <c>kill</c> process has started.
    /// </summary>
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Send(int process, int signal);

    /// <summary>
    /// Restores the default action of a signal. A shell starts background jobs with interrupts ignored; this process
    /// and its children inherit that, and .NET leaves an ignored signal ignored.
    /// </summary>
    private static void RestoreDefaultAction(int signal) => SetAction(signal, IntPtr.Zero);

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr SetAction(int signal, IntPtr action);

    /// <summary>A site that takes long enough to write. It is built once for all tests.</summary>
    public sealed class LargeSite : IAsyncLifetime, IDisposable
    {
        private const int Pages = 1000;

        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

        private readonly TemporaryFolder _folder = new();
        private int _edition;

        /// <summary>The title of the site, which is on each page.</summary>
        public string Title => string.Create(CultureInfo.InvariantCulture, $"Edition {_edition}");

        public async Task InitializeAsync()
        {
            _folder.Write("input/index.md", "# Home\n\nText.\n");
            for (var i = 0; i < Pages; i++)
                _folder.Write(
                    $"input/s{i / 100}/p{i}.md",
                    $"# Page {i}\n\nText with a [link](p{i / 100 * 100}.md).\n\n"
                        + $"{string.Concat(Enumerable.Repeat("Words. ", 50))}\n"
                );
            ChangeTitle();
            await BuildAsync();
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => _folder.Dispose();

        public async Task BuildAsync() => Assert.Equal(0, (await Tool.RunAsync(_folder.Root)).ExitCode);

        /// <summary>Starts a build that writes every page, and waits until it has begun to write.</summary>
        internal async Task<Process> StartWritingAsync()
        {
            ChangeTitle();
            var next = _folder.Combine(".output.next");
            if (Directory.Exists(next))
                Directory.Delete(next, recursive: true);
            var process = Tool.Start(_folder.Root);
            var clock = Stopwatch.StartNew();
            while (!Directory.Exists(next) || !Directory.EnumerateFiles(next, "*", SearchOption.AllDirectories).Any())
            {
                Assert.True(
                    clock.Elapsed < Patience && !process.HasExited,
                    "The build ended before it could be stopped."
                );
                await Task.Delay(2);
            }

            return process;
        }

        /// <summary>The files of the built site.</summary>
        public IReadOnlyDictionary<string, string> Contents() => _folder.Contents("output");

        public string Read(string path) => _folder.Read("output/" + path);

        /// <summary>The names in the folder of the site.</summary>
        public IEnumerable<string?> Entries() =>
            Directory
                .EnumerateFileSystemEntries(_folder.Root)
                .Select(e => Path.GetFileName(e))
                .Order(StringComparer.Ordinal);

        private void ChangeTitle()
        {
            _edition++;
            _folder.Write("input/site.yaml", $"title: {Title}");
        }
    }
}
