using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Engine;

/// <summary>
/// A step of a pipeline: it takes the immutable result of the step before it and returns another. A result is one
/// value, such as the site, or a list of documents, such as the pages. The first step of a pipeline that starts from
/// nothing takes <see cref="NoInput"/>.
/// </summary>
internal interface IModule<in TIn, out TOut>
    where TIn : class
    where TOut : class
{
    /// <summary>
    /// The other pipelines whose results this module reads with <see cref="ModuleContext.Read"/>. They run first.
    /// </summary>
    IReadOnlyList<Pipeline> Reads => [];

    /// <summary>
    /// Runs the step. Null means that there is no result: the rest of the pipeline, and every pipeline that reads it,
    /// is skipped.
    /// </summary>
    TOut? Execute(TIn input, ModuleContext context);
}

/// <summary>The input of a pipeline that starts from nothing.</summary>
internal sealed class NoInput
{
    public static readonly NoInput Instance = new();

    private NoInput() { }
}

/// <summary>What a module may use besides its own input.</summary>
internal sealed class ModuleContext(
    Func<Pipeline, object> read,
    DiagnosticBag diagnostics,
    CancellationToken cancellation
)
{
    public DiagnosticBag Diagnostics => diagnostics;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The result of another pipeline.</summary>
    /// <exception cref="PipelineException">The module does not list the pipeline in
    /// <see cref="IModule{TIn, TOut}.Reads"/>.</exception>
    public T Read<T>(Pipeline<T> pipeline)
        where T : class => (T)read(pipeline);
}
