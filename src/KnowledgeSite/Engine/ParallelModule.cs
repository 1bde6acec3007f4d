namespace KnowledgeSite.Engine;

/// <summary>
/// A step that takes each document on its own: many at a time, the results put back in the order of the input.
/// </summary>
/// <param name="memory">What it made of documents in the last run; null where it begins anew.</param>
public abstract class ParallelModule<TIn, TOut>(StepCache<TIn, TOut>? memory = null) : IModule<TIn, TOut>
    where TIn : class
    where TOut : class
{
    public IReadOnlyList<TOut> Execute(IReadOnlyList<TIn> documents, ModuleContext context)
    {
        if (memory is not null)
            return [.. memory.Run(documents, Execute, context).OfType<TOut>()];
        var results = new TOut?[documents.Count];
        EachDocument.Run(documents, (i, document) => results[i] = Execute(document, context), context.Cancellation);
        return [.. results.OfType<TOut>()];
    }

    /// <summary>The document made of this one, or null where nothing comes of it.</summary>
    protected abstract TOut? Execute(TIn document, ModuleContext context);
}
