using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Engine;

/// <summary>
/// What a step made of each document, kept for the next run: the same document (not one that equals it) gives the same result and the same findings.
/// For steps that look at nothing but their document, and for one run after the other.
/// </summary>
public sealed class StepMemory<TIn, TOut>
    where TIn : class
    where TOut : class
{
    private Dictionary<TIn, Outcome> _known = new(ReferenceEqualityComparer.Instance);

    internal TOut?[] Run(IReadOnlyList<TIn> documents, Func<TIn, ModuleContext, TOut?> execute, ModuleContext context)
    {
        var outcomes = new Outcome[documents.Count];
        var unknown = Enumerable.Range(0, documents.Count).Where(i => !_known.TryGetValue(documents[i], out outcomes[i]!)).ToList();
        EachDocument.Run(unknown, (_, i) =>
        {
            var findings = new DiagnosticBag();
            outcomes[i] = new(execute(documents[i], context.With(findings)), findings.Sorted());
        }, context.Cancellation);

        if (unknown.Count > 0 || documents.Count != _known.Count) Keep(documents, outcomes);
        foreach (var outcome in outcomes) context.Diagnostics.AddRange(outcome.Findings);
        return Array.ConvertAll(outcomes, o => o.Result);
    }

    private void Keep(IReadOnlyList<TIn> documents, Outcome[] outcomes)
    {
        var known = new Dictionary<TIn, Outcome>(documents.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < outcomes.Length; i++) known[documents[i]] = outcomes[i];
        _known = known;
    }

    private sealed record Outcome(TOut? Result, IReadOnlyList<Diagnostic> Findings);
}
