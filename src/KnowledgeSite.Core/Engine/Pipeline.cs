namespace KnowledgeSite.Engine;

/// <summary>A named list of modules in four phases, and the names of the pipelines whose documents it needs.</summary>
internal abstract class Pipeline
{
    private protected Pipeline(string name, IReadOnlyList<string> dependencies, IReadOnlyList<Step> steps) =>
        (Name, Dependencies, Steps) = (name, dependencies, steps);

    public string Name { get; }

    public IReadOnlyList<string> Dependencies { get; }

    internal IReadOnlyList<Step> Steps { get; }

    public static Pipeline<NoDocument> Named(string name, params string[] dependencies) => new(name, dependencies, []);

    internal sealed record Step(
        Phase Phase,
        string Module,
        Func<IReadOnlyList<object>, ModuleContext, IReadOnlyList<object>> Execute
    );
}

/// <summary>
/// A pipeline whose last module returns documents of type <typeparamref name="T"/>. It is immutable: adding a step
/// returns a new pipeline.
/// </summary>
internal sealed class Pipeline<T> : Pipeline
    where T : class
{
    internal Pipeline(string name, IReadOnlyList<string> dependencies, IReadOnlyList<Step> steps)
        : base(name, dependencies, steps) { }

    public Pipeline<TOut> Input<TOut>(IModule<T, TOut> module)
        where TOut : class => With(Phase.Input, module);

    public Pipeline<TOut> Process<TOut>(IModule<T, TOut> module)
        where TOut : class => With(Phase.Process, module);

    public Pipeline<TOut> PostProcess<TOut>(IModule<T, TOut> module)
        where TOut : class => With(Phase.PostProcess, module);

    public Pipeline<TOut> Output<TOut>(IModule<T, TOut> module)
        where TOut : class => With(Phase.Output, module);

    private Pipeline<TOut> With<TOut>(Phase phase, IModule<T, TOut> module)
        where TOut : class
    {
        if (Steps.Count > 0 && phase < Steps[^1].Phase)
            throw new PipelineException(
                $"Pipeline '{Name}': {module.GetType().Name} is in phase {phase}, after a step in {Steps[^1].Phase}."
            );
        var step = new Step(
            phase,
            module.GetType().Name,
            (documents, context) => module.Execute((IReadOnlyList<T>)documents, context)
        );
        return new(Name, Dependencies, [.. Steps, step]);
    }
}
