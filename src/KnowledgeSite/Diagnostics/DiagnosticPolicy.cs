namespace KnowledgeSite.Diagnostics;

/// <summary>What a site makes of the rules: severities set in <c>site.yaml</c>, <c>--strict</c>, and whether anyone prepared the folder.</summary>
/// <param name="Prepared">False where the input has no <c>site.yaml</c>: then only <see cref="DiagnosticRule.AlwaysError"/> rules give errors.</param>
public sealed record DiagnosticPolicy(IReadOnlyDictionary<string, Severity> Severities, bool Strict, bool Prepared)
{
    public IReadOnlyList<Diagnostic> Apply(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Select(d => d with { Severity = SeverityOf(d.Rule) }).Where(d => d.Severity != Severity.Off)];

    private Severity SeverityOf(DiagnosticRule rule)
    {
        var severity = rule.Severity;
        if (!Prepared && rule.OnlyPrepared) severity = Severity.Off;
        if (severity == Severity.Error && !Prepared && !rule.AlwaysError) severity = Severity.Warning;
        if (Severities.TryGetValue(rule.Id, out var chosen)) severity = chosen;
        return Strict && severity == Severity.Warning ? Severity.Error : severity;
    }
}
