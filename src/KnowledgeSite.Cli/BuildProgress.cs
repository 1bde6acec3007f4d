using System.Runtime.CompilerServices;
using KnowledgeSite.Engine;
using Spectre.Console;

namespace KnowledgeSite.Cli;

/// <summary>Shows the progress of a build in an interactive terminal if the build takes longer than a moment.</summary>
internal static class BuildProgress
{
    private static readonly TimeSpan DelayBeforeDisplay = TimeSpan.FromMilliseconds(600);

    public static async Task<BuildResult> ShowAsync(
        Func<IProgress<PhaseTiming>?, Task<BuildResult>> build,
        bool isShown
    )
    {
        if (!isShown)
            return await build(null);
        var progress = new LastPhase();
        var running = build(progress);
        if (await Task.WhenAny(running, Task.Delay(DelayBeforeDisplay)) != running)
            await SpinAsync(running, progress);
        return await running;
    }

    /// <summary>A method of its own, so that Spectre.Console is loaded only if something is shown.</summary>
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
