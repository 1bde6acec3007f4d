using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Engine;

/// <summary>What a module may reach beside its own documents.</summary>
public sealed class ModuleContext
{
    private readonly Func<string, IReadOnlyList<object>> _documents;

    internal ModuleContext(
        Func<string, IReadOnlyList<object>> documents,
        DiagnosticBag diagnostics,
        CancellationToken cancellation
    ) => (_documents, Diagnostics, Cancellation) = (documents, diagnostics, cancellation);

    /// <summary>The same, with a tray of its own for findings.</summary>
    internal ModuleContext With(DiagnosticBag diagnostics) => new(_documents, diagnostics, Cancellation);

    public DiagnosticBag Diagnostics { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The documents of another pipeline.</summary>
    /// <exception cref="PipelineException">The phase does not let this pipeline see that one.</exception>
    public IReadOnlyList<T> DocumentsOf<T>(string pipeline)
        where T : class => (IReadOnlyList<T>)_documents(pipeline);
}
