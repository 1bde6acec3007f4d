using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Engine;

/// <summary>
/// Processes documents in parallel, with one thread per processor. More threads would not help: most steps are limited
/// by memory or the disk.
/// </summary>
internal static class EachDocument
{
    /// <summary>
    /// A step that processes each document on its own. The results keep the order of the documents; a document for
    /// which the function returns null has no result.
    /// </summary>
    /// <param name="cache">The results of the last run; null to process all documents.</param>
    /// <param name="isCurrent">Whether a cached result may be used, if it depends on more than its document.</param>
    public static Func<IReadOnlyList<TIn>, ModuleContext, IReadOnlyList<TOut>> Select<TIn, TOut>(
        Func<TIn, DiagnosticBag, TOut?> function,
        StepCache<TIn, TOut>? cache = null,
        Func<TOut, bool>? isCurrent = null
    )
        where TIn : class
        where TOut : class =>
        (documents, context) =>
        {
            if (cache is not null)
                return
                [
                    .. cache.Run(documents, (i, own) => function(documents[i], own), context, isCurrent).OfType<TOut>(),
                ];
            var results = new TOut?[documents.Count];
            Run(documents, (i, document) => results[i] = function(document, context.Diagnostics), context.Cancellation);
            return [.. results.OfType<TOut>()];
        };

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
