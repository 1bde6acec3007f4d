namespace KnowledgeSite.Engine;

/// <summary>
/// Runs over documents on every processor. No more threads than that: most steps wait for memory or the disk, not for
/// time.
/// </summary>
public static class EachDocument
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
