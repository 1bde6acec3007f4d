using System.Collections.Concurrent;
using System.Diagnostics;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Engine;

/// <summary>
/// One execution of a set of pipelines. Each pipeline runs Input and Process as soon as its dependencies have finished
/// theirs; then all run PostProcess, then all run Output.
/// </summary>
internal sealed class PipelineRun
{
    private readonly IReadOnlyList<Pipeline> _pipelines;
    private readonly DiagnosticBag _diagnostics;
    private readonly IProgress<PhaseTiming>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly ConcurrentDictionary<string, IReadOnlyList<object>> _latest = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<PhaseTiming> _timings = [];

    private PipelineRun(
        IReadOnlyList<Pipeline> pipelines,
        DiagnosticBag diagnostics,
        IProgress<PhaseTiming>? progress,
        CancellationToken cancellation
    ) => (_pipelines, _diagnostics, _progress, _cancellation) = (pipelines, diagnostics, progress, cancellation);

    /// <exception cref="PipelineException">The pipeline graph is invalid; nothing has run.</exception>
    public static async Task<PipelineRun> ExecuteAsync(
        IReadOnlyList<Pipeline> pipelines,
        DiagnosticBag diagnostics,
        IProgress<PhaseTiming>? progress,
        CancellationToken cancellation
    )
    {
        var run = new PipelineRun(PipelineGraph.Sort(pipelines), diagnostics, progress, cancellation);
        await run.ProcessAsync();
        await run.PhaseAsync(Phase.PostProcess);
        await run.PhaseAsync(Phase.Output);
        return run;
    }

    /// <summary>The final documents of a pipeline.</summary>
    public IReadOnlyList<T> DocumentsOf<T>(string pipeline)
        where T : class => (IReadOnlyList<T>)_latest[pipeline];

    /// <summary>The timings, sorted by pipeline in topological order, then by phase.</summary>
    public IReadOnlyList<PhaseTiming> Timings =>
        [.. _pipelines.SelectMany(p => _timings.Where(t => t.Pipeline == p.Name).OrderBy(t => t.Phase))];

    private async Task ProcessAsync()
    {
        var tasks = new Dictionary<string, Task>(StringComparer.Ordinal);
        foreach (var pipeline in _pipelines)
        {
            var dependencies = pipeline.Dependencies.Select(d => tasks[d]).ToArray();
            tasks[pipeline.Name] = Task.Run(
                async () =>
                {
                    _latest[pipeline.Name] = [];
                    Execute(pipeline, Phase.Input, NoDependencies(pipeline));
                    await Task.WhenAll(dependencies);
                    Execute(pipeline, Phase.Process, DependenciesOf(pipeline));
                },
                _cancellation
            );
        }

        await Task.WhenAll(tasks.Values);
    }

    private async Task PhaseAsync(Phase phase)
    {
        var before = _latest.ToDictionary(StringComparer.Ordinal);
        await Task.WhenAll(
            _pipelines.Select(p => Task.Run(() => Execute(p, phase, name => Find(before, name)), _cancellation))
        );
    }

    private void Execute(Pipeline pipeline, Phase phase, Func<string, IReadOnlyList<object>> others)
    {
        var steps = pipeline.Steps.Where(s => s.Phase == phase).ToList();
        if (steps.Count == 0)
            return;

        var clock = Stopwatch.StartNew();
        var documents = pipeline.Steps[0] == steps[0] ? Array.Empty<NoDocument>() : _latest[pipeline.Name];
        var context = new ModuleContext(others, _diagnostics, _cancellation);
        foreach (var step in steps)
        {
            _cancellation.ThrowIfCancellationRequested();
            documents = step.Execute(documents, context);
        }

        _latest[pipeline.Name] = documents;
        var timing = new PhaseTiming(pipeline.Name, phase, clock.Elapsed, documents.Count);
        _timings.Add(timing);
        _progress?.Report(timing);
    }

    private static Func<string, IReadOnlyList<object>> NoDependencies(Pipeline pipeline) =>
        name =>
            throw new PipelineException(
                $"Pipeline '{pipeline.Name}' reads the documents of '{name}' in its Input phase."
            );

    private Func<string, IReadOnlyList<object>> DependenciesOf(Pipeline pipeline) =>
        name =>
            pipeline.Dependencies.Contains(name, StringComparer.Ordinal)
                ? _latest[name]
                : throw new PipelineException(
                    $"Pipeline '{pipeline.Name}' reads the documents of '{name}' but does not depend on it."
                );

    private static IReadOnlyList<object> Find(Dictionary<string, IReadOnlyList<object>> documents, string name) =>
        documents.TryGetValue(name, out var found)
            ? found
            : throw new PipelineException($"There is no pipeline '{name}'.");
}
