namespace KnowledgeSite.Engine;

/// <summary>
/// A step that processes each document on its own. Documents are processed in parallel; the results keep the order of
/// the input.
/// </summary>
/// <param name="cache">The results of the last run; null to process all documents.</param>
internal abstract class ParallelModule<TIn, TOut>(StepCache<TIn, TOut>? cache = null)
    : IModule<IReadOnlyList<TIn>, IReadOnlyList<TOut>>
    where TIn : class
    where TOut : class
{
    public IReadOnlyList<TOut> Execute(IReadOnlyList<TIn> documents, ModuleContext context)
    {
        if (cache is not null)
            return [.. cache.Run(documents, (i, own) => Execute(documents[i], own), context).OfType<TOut>()];
        var results = new TOut?[documents.Count];
        EachDocument.Run(documents, (i, document) => results[i] = Execute(document, context), context.Cancellation);
        return [.. results.OfType<TOut>()];
    }

    /// <summary>Processes one document; returns null if it has no result.</summary>
    protected abstract TOut? Execute(TIn document, ModuleContext context);
}

/// <summary>
/// Processes documents in parallel, with one thread per processor. More threads would not help: most steps are limited
/// by memory or the disk.
/// </summary>
internal static class EachDocument
{
    /// <exception cref="OperationCanceledException">The build was interrupted.</exception>
    public static void Run<T>(IReadOnlyList<T> documents, Action<int, T> action, CancellationToken cancellation) =>
        Parallel.For(
            0,
            documents.Count,
            new ParallelOptions
            {
                CancellationToken = cancellation,
                MaxDegreeOfParallelism = Environment.ProcessorCount,
            },
            i => action(i, documents[i])
        );
}
