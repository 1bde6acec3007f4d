using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Engine;

/// <summary>The services that a module may use besides its own documents.</summary>
public sealed class ModuleContext
{
    private readonly Func<string, IReadOnlyList<object>> _documents;

    internal ModuleContext(
        Func<string, IReadOnlyList<object>> documents,
        DiagnosticBag diagnostics,
        CancellationToken cancellation
    ) => (_documents, Diagnostics, Cancellation) = (documents, diagnostics, cancellation);

    /// <summary>A copy of this context with its own list of diagnostics.</summary>
    internal ModuleContext With(DiagnosticBag diagnostics) => new(_documents, diagnostics, Cancellation);

    public DiagnosticBag Diagnostics { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The documents of another pipeline.</summary>
    /// <exception cref="PipelineException">This pipeline must not read that one in the current phase.</exception>
    public IReadOnlyList<T> DocumentsOf<T>(string pipeline)
        where T : class => (IReadOnlyList<T>)_documents(pipeline);
}
