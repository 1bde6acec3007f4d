using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Engine;

/// <summary>
/// Caches the result and the diagnostics of a step for each document, keyed by reference. Only for steps that depend on
/// nothing but their document. Not thread-safe.
/// </summary>
internal sealed class StepCache<TIn, TOut>
    where TIn : class
    where TOut : class
{
    private readonly ReferenceCache<TIn, Outcome> _known = new();

    internal TOut?[] Run(IReadOnlyList<TIn> documents, Func<TIn, ModuleContext, TOut?> execute, ModuleContext context)
    {
        var outcomes = _known.Get(documents);
        var unknown = Enumerable.Range(0, outcomes.Length).Where(i => outcomes[i] is null).ToList();
        EachDocument.Run(
            unknown,
            (_, i) =>
            {
                var findings = new DiagnosticBag();
                var result = execute(documents[i], context.With(findings));
                outcomes[i] = Outcome.Create(result, findings.Sorted());
            },
            context.Cancellation
        );

        _known.Keep(documents, outcomes);
        foreach (var outcome in outcomes)
            context.Diagnostics.AddRange(outcome!.Findings);
        return Array.ConvertAll(outcomes, o => o!.Result);
    }

    private sealed record Outcome(TOut? Result, IReadOnlyList<Diagnostic> Findings)
    {
        private static readonly Outcome Nothing = new(null, []);

        /// <summary>
        /// Shares one instance between documents without a result, which are the majority in most steps.
        /// </summary>
        public static Outcome Create(TOut? result, IReadOnlyList<Diagnostic> findings) =>
            result is null && findings.Count == 0 ? Nothing : new(result, findings);
    }
}
