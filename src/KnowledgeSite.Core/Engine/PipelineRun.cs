using System.Collections.Concurrent;
using System.Diagnostics;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Engine;

/// <summary>
/// One execution of pipelines and of all pipelines that they read. In each phase, a pipeline runs as soon as those that
/// it reads have finished the phase.
/// </summary>
internal sealed class PipelineRun
{
    private readonly List<Pipeline> _pipelines = [];
    private readonly ConcurrentDictionary<Pipeline, object> _results = [];
    private readonly ConcurrentBag<PhaseTiming> _timings = [];
    private readonly DiagnosticBag _diagnostics;
    private readonly IProgress<PhaseTiming>? _progress;
    private readonly CancellationToken _cancellation;

    private PipelineRun(DiagnosticBag diagnostics, IProgress<PhaseTiming>? progress, CancellationToken cancellation)
    {
        _diagnostics = diagnostics;
        _progress = progress;
        _cancellation = cancellation;
    }

    /// <param name="pipelines">The pipelines whose results are wanted.</param>
    /// <param name="earlier">A run whose results are used for the pipelines that took part in it; null for none.
    /// </param>
    /// <exception cref="PipelineException">Two pipelines have the same name, or one has no module. Nothing has run.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public static async Task<PipelineRun> ExecuteAsync(
        IReadOnlyList<Pipeline> pipelines,
        DiagnosticBag diagnostics,
        IProgress<PhaseTiming>? progress = null,
        PipelineRun? earlier = null,
        CancellationToken cancellation = default
    )
    {
        var run = new PipelineRun(diagnostics, progress, cancellation);
        foreach (var pipeline in pipelines)
            run.Add(pipeline, earlier);
        await run.RunAsync(Phase.Process);
        await run.RunAsync(Phase.PostProcess);
        await run.RunAsync(Phase.Output);
        return run;
    }

    /// <summary>The result of a pipeline; null if it has none or did not take part.</summary>
    public T? Find<T>(Pipeline<T> pipeline)
        where T : class => (T?)_results.GetValueOrDefault(pipeline);

    /// <summary>The timings, sorted by pipeline, each after those that it reads, then by phase.</summary>
    public IReadOnlyList<PhaseTiming> Timings =>
        [.. _pipelines.SelectMany(p => _timings.Where(t => t.Pipeline == p.Name).OrderBy(t => t.Phase))];

    /// <summary>Adds a pipeline after those that it reads.</summary>
    private void Add(Pipeline pipeline, PipelineRun? earlier)
    {
        if (_results.ContainsKey(pipeline) || _pipelines.Contains(pipeline))
            return;
        if (earlier?._results.GetValueOrDefault(pipeline) is { } known)
        {
            _results[pipeline] = known;
            return;
        }

        foreach (var dependency in pipeline.Dependencies)
            Add(dependency, earlier);
        if (pipeline.Steps.Count == 0)
            throw new PipelineException($"Pipeline '{pipeline.Name}' has no module.");
        if (_pipelines.Exists(p => p.Name == pipeline.Name))
            throw new PipelineException($"More than one pipeline is named '{pipeline.Name}'.");
        _pipelines.Add(pipeline);
    }

    /// <param name="phase">Process runs Input as well, without waiting for other pipelines.</param>
    private async Task RunAsync(Phase phase)
    {
        var tasks = new Dictionary<Pipeline, Task>();
        foreach (var pipeline in _pipelines)
        {
            var dependencies = pipeline.Dependencies.Where(tasks.ContainsKey).Select(d => tasks[d]).ToArray();
            tasks[pipeline] = Task.Run(
                async () =>
                {
                    if (phase == Phase.Process)
                        Execute(pipeline, Phase.Input);
                    await Task.WhenAll(dependencies);
                    Execute(pipeline, phase);
                },
                _cancellation
            );
        }

        await Task.WhenAll(tasks.Values);
    }

    private void Execute(Pipeline pipeline, Phase phase)
    {
        var steps = pipeline.Steps.Where(s => s.Phase == phase).ToList();
        if (steps.Count == 0)
            return;

        var clock = Stopwatch.StartNew();
        var isFirst = pipeline.Steps[0] == steps[0];
        var result =
            isFirst && pipeline.Source is null
                ? NoInput.Instance
                : _results.GetValueOrDefault(isFirst ? pipeline.Source! : pipeline);
        foreach (var step in steps)
        {
            _cancellation.ThrowIfCancellationRequested();
            result =
                result is not null && step.Reads.All(_results.ContainsKey)
                    ? step.Execute(result, new ModuleContext(p => Read(pipeline, step, p), _diagnostics, _cancellation))
                    : null;
        }

        if (result is null)
        {
            _results.TryRemove(pipeline, out _);
            return;
        }

        _results[pipeline] = result;
        var count = result is IReadOnlyCollection<object> documents ? documents.Count : 1;
        var timing = new PhaseTiming(pipeline.Name, phase, clock.Elapsed, count);
        _timings.Add(timing);
        _progress?.Report(timing);
    }

    private object Read(Pipeline pipeline, Pipeline.Step step, Pipeline other) =>
        step.Reads.Contains(other)
            ? _results[other]
            : throw new PipelineException(
                $"Pipeline '{pipeline.Name}': {step.Module} reads '{other.Name}', but does not list it."
            );
}

/// <summary>The wall-clock time of one phase of one pipeline, and the number of documents it returned.</summary>
internal sealed record PhaseTiming(string Pipeline, Phase Phase, TimeSpan Elapsed, int Documents);
