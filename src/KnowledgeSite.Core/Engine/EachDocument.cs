namespace KnowledgeSite.Engine;

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
