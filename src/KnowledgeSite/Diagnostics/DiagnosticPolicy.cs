namespace KnowledgeSite.Diagnostics;

/// <summary>What a site makes of the rules: severities set in <c>site.yaml</c>, <c>--strict</c>, and whether anyone prepared the folder.</summary>
/// <param name="Prepared">False where the input has no <c>site.yaml</c>: then only <see cref="DiagnosticRule.AlwaysError"/> rules give errors.</param>
public sealed record DiagnosticPolicy(IReadOnlyDictionary<string, Severity> Severities, bool Strict, bool Prepared)
{
    /// <summary>What a person types to start the tool; messages that name a command begin it so.</summary>
    public string Tool { get; init; } = DiagnosticRule.Tool;

    public IReadOnlyList<Diagnostic> Apply(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Select(d => d with { Severity = SeverityOf(d.Rule), Message = MessageOf(d) }).Where(d => d.Severity != Severity.Off)];

    private string MessageOf(Diagnostic diagnostic) => diagnostic.Rule.NamesCommand ? diagnostic.Message.Replace($"'{DiagnosticRule.Tool} ", $"'{Tool} ", StringComparison.Ordinal) : diagnostic.Message;

    private Severity SeverityOf(DiagnosticRule rule)
    {
        var severity = rule.Severity;
        if (!Prepared && rule.OnlyPrepared) severity = Severity.Off;
        if (severity == Severity.Error && !Prepared && !rule.AlwaysError) severity = Severity.Warning;
        if (Severities.TryGetValue(rule.Id, out var chosen)) severity = chosen;
        return Strict && severity == Severity.Warning ? Severity.Error : severity;
    }
}
