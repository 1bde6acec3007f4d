namespace KnowledgeSite.Engine;

/// <summary>
/// The four phases of a pipeline, named as in Statiq. All pipelines finish one phase before the next begins, but a
/// pipeline does not wait for the Input of others.
/// </summary>
internal enum Phase
{
    Input,
    Process,
    PostProcess,
    Output,
}

/// <summary>
/// A named list of modules in four phases. It is also the handle by which the modules of other pipelines read its
/// result. Pipelines are immutable, so each can only read pipelines that were defined before it: a cycle or an unknown
/// pipeline cannot be written.
/// </summary>
internal abstract class Pipeline
{
    private protected Pipeline(string name, Pipeline? source, IReadOnlyList<Step> steps)
    {
        Name = name;
        Source = source;
        Steps = steps;
        Dependencies = [.. steps.SelectMany(s => s.Reads).Distinct()];
    }

    public string Name { get; }

    /// <summary>The pipelines whose results the modules read.</summary>
    public IReadOnlyList<Pipeline> Dependencies { get; }

    /// <summary>The pipeline whose result the first module takes; null if the pipeline starts from nothing.</summary>
    internal Pipeline? Source { get; }

    internal IReadOnlyList<Step> Steps { get; }

    /// <summary>The phase after which the result is complete.</summary>
    internal Phase LastPhase => Steps is [.., var last] ? last.Phase : Source?.LastPhase ?? Phase.Input;

    /// <summary>A pipeline that starts from nothing.</summary>
    public static Pipeline<NoInput> Named(string name) => new(name, null, []);

    /// <summary>A pipeline that starts from the result of another.</summary>
    public static Pipeline<T> Named<T>(string name, Pipeline<T> source)
        where T : class => new(name, source, []);

    /// <summary>A pipeline whose result is already known, such as that of an earlier run.</summary>
    public static Pipeline<T> Constant<T>(string name, T result)
        where T : class => new(name, null, [new(Phase.Input, "a constant", [], (_, _) => result)]);

    /// <param name="Module">The name of the module, for messages.</param>
    internal sealed record Step(
        Phase Phase,
        string Module,
        IReadOnlyList<Pipeline> Reads,
        Func<object, ModuleContext, object?> Execute
    );
}

/// <summary>
/// A pipeline whose result is a <typeparamref name="T"/>: one value, or a list of documents. Adding a step returns a
/// new pipeline.
/// </summary>
internal sealed class Pipeline<T> : Pipeline
    where T : class
{
    internal Pipeline(string name, Pipeline? source, IReadOnlyList<Step> steps)
        : base(name, source, steps) { }

    public Pipeline<TOut> Input<TOut>(IModule<T, TOut> module)
        where TOut : class => With(Phase.Input, module);

    public Pipeline<TOut> Process<TOut>(IModule<T, TOut> module)
        where TOut : class => With(Phase.Process, module);

    public Pipeline<TOut> PostProcess<TOut>(IModule<T, TOut> module)
        where TOut : class => With(Phase.PostProcess, module);

    public Pipeline<TOut> Output<TOut>(IModule<T, TOut> module)
        where TOut : class => With(Phase.Output, module);

    /// <summary>Adds a step that is a function. It reads no other pipelines than those listed.</summary>
    public Pipeline<TOut> Process<TOut>(Func<T, ModuleContext, TOut?> function, params IReadOnlyList<Pipeline> reads)
        where TOut : class => With(Phase.Process, "a function", reads, function);

    /// <summary>Adds a step that is a function. It reads no other pipelines than those listed.</summary>
    public Pipeline<TOut> PostProcess<TOut>(
        Func<T, ModuleContext, TOut?> function,
        params IReadOnlyList<Pipeline> reads
    )
        where TOut : class => With(Phase.PostProcess, "a function", reads, function);

    private Pipeline<TOut> With<TOut>(Phase phase, IModule<T, TOut> module)
        where TOut : class => With<TOut>(phase, module.GetType().Name, module.Reads, module.Execute);

    /// <exception cref="PipelineException">The phase is before that of the last step, or before that in which a
    /// pipeline that the step reads is complete.</exception>
    private Pipeline<TOut> With<TOut>(
        Phase phase,
        string name,
        IReadOnlyList<Pipeline> others,
        Func<T, ModuleContext, TOut?> execute
    )
        where TOut : class
    {
        if (Steps is [.., var last] && phase < last.Phase)
            throw new PipelineException(
                $"Pipeline '{Name}': {name} is in phase {phase}, after a step in {last.Phase}."
            );
        IReadOnlyList<Pipeline> reads = Steps.Count == 0 && Source is not null ? [Source, .. others] : others;
        if (reads.FirstOrDefault(r => phase == Phase.Input || r.LastPhase > phase) is { } early)
            throw new PipelineException(
                $"Pipeline '{Name}': {name} reads '{early.Name}' in phase {phase}, but it is complete only in "
                    + $"{(early.LastPhase > Phase.Process ? early.LastPhase : Phase.Process)}."
            );
        var step = new Step(phase, name, reads, (input, context) => execute((T)input, context));
        return new(Name, Source, [.. Steps, step]);
    }
}

/// <summary>
/// The exception for an error in the definition of the pipelines. It is never caused by an author's mistake.
/// </summary>
internal sealed class PipelineException(string message) : Exception(message);
