namespace KnowledgeSite.Engine;

/// <summary>
/// A step that processes each document on its own. Documents are processed in parallel; the results keep the order of
/// the input.
/// </summary>
/// <param name="cache">The results of the last run; null to process all documents.</param>
internal abstract class ParallelModule<TIn, TOut>(StepCache<TIn, TOut>? cache = null) : IModule<TIn, TOut>
    where TIn : class
    where TOut : class
{
    public IReadOnlyList<TOut> Execute(IReadOnlyList<TIn> documents, ModuleContext context)
    {
        if (cache is not null)
            return [.. cache.Run(documents, Execute, context).OfType<TOut>()];
        var results = new TOut?[documents.Count];
        EachDocument.Run(documents, (i, document) => results[i] = Execute(document, context), context.Cancellation);
        return [.. results.OfType<TOut>()];
    }

    /// <summary>Processes one document; returns null if it has no result.</summary>
    protected abstract TOut? Execute(TIn document, ModuleContext context);
}
