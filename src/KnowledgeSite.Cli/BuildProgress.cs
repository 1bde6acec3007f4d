using System.Runtime.CompilerServices;
using KnowledgeSite.Engine;
using Spectre.Console;

namespace KnowledgeSite.Cli;

/// <summary>Shows that a long build is at work. A short one, and one nobody watches, shows nothing.</summary>
internal static class BuildProgress
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(600);

    public static async Task<BuildResult> ShowAsync(
        Func<IProgress<PhaseTiming>?, Task<BuildResult>> build,
        bool isShown
    )
    {
        if (!isShown)
            return await build(null);
        var progress = new LastPhase();
        var running = build(progress);
        if (await Task.WhenAny(running, Task.Delay(Patience)) != running)
            await SpinAsync(running, progress);
        return await running;
    }

    /// <summary>Apart, so that a build that shows nothing does not load the library for it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task SpinAsync(Task running, LastPhase progress) =>
        AnsiConsole
            .Status()
            .StartAsync(
                "Building",
                async status =>
                {
                    while (!running.IsCompleted)
                    {
                        if (progress.Latest is { } phase)
                            status.Status = Markup.Escape(
                                $"Building: {phase.Pipeline} {phase.Phase}, {phase.Documents:N0} documents"
                            );
                        await Task.WhenAny(running, Task.Delay(100));
                    }
                }
            );

    private sealed class LastPhase : IProgress<PhaseTiming>
    {
        public PhaseTiming? Latest { get; private set; }

        public void Report(PhaseTiming value) => Latest = value;
    }
}
