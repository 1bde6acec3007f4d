using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Engine;

/// <summary>
/// What a step made of each document, kept for the next run: the same document (not one that equals it) gives the same
/// result and the same findings. For steps that look at nothing but their document, and for one run after the other.
/// </summary>
public sealed class StepCache<TIn, TOut>
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

        /// <summary>Most steps make nothing of most documents.</summary>
        public static Outcome Create(TOut? result, IReadOnlyList<Diagnostic> findings) =>
            result is null && findings.Count == 0 ? Nothing : new(result, findings);
    }
}
