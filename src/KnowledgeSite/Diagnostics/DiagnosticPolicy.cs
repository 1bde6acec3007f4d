using KnowledgeSite.Files;

namespace KnowledgeSite.Diagnostics;

/// <summary>
/// What a site makes of the rules: severities set in <c>site.yaml</c>, <c>--strict</c>, and whether anyone prepared the
/// folder.
/// </summary>
/// <param name="Prepared">False where the input has no <c>site.yaml</c>: then only
/// <see cref="DiagnosticRule.AlwaysError"/> rules give errors.</param>
public sealed record DiagnosticPolicy(IReadOnlyDictionary<string, Severity> Severities, bool Strict, bool Prepared)
{
    /// <summary>Diagnostics of one rule that are listed of one file.</summary>
    private const int MostOfRule = 100;

    /// <summary>What a person types to start the tool; messages that name a command begin it so.</summary>
    public string Tool { get; init; } = DiagnosticRule.Tool;

    /// <param name="diagnostics">In their printed order.</param>
    /// <returns>Of many diagnostics of one rule in one file the first ones; the last of these says how many are not
    /// listed.</returns>
    public IReadOnlyList<Diagnostic> Apply(IEnumerable<Diagnostic> diagnostics) =>
        Limit([
            .. diagnostics
                .Select(d => d with { Severity = SeverityOf(d.Rule), Message = MessageOf(d) })
                .Where(d => d.Severity != Severity.Off),
        ]);

    private static List<Diagnostic> Limit(List<Diagnostic> diagnostics)
    {
        if (diagnostics.Count <= MostOfRule)
            return diagnostics;
        var totals = diagnostics.CountBy(KeyOf).ToDictionary();
        var (listed, limited) = (new Dictionary<(SourcePath?, string), int>(), new List<Diagnostic>());
        foreach (var diagnostic in diagnostics)
        {
            var key = KeyOf(diagnostic);
            var number = listed[key] = listed.GetValueOrDefault(key) + 1;
            if (diagnostic.Location is null || number < MostOfRule || totals[key] == MostOfRule)
                limited.Add(diagnostic);
            else if (number == MostOfRule)
                limited.Add(diagnostic with { Message = diagnostic.Message + More(totals[key] - MostOfRule) });
        }

        return limited;

        static (SourcePath?, string) KeyOf(Diagnostic diagnostic) => (diagnostic.Location?.Path, diagnostic.Rule.Id);

        static string More(int count) => $" More such problems in this file that are not listed: {count:N0}.";
    }

    private string MessageOf(Diagnostic diagnostic) =>
        diagnostic.Rule.NamesCommand
            ? diagnostic.Message.Replace($"'{DiagnosticRule.Tool} ", $"'{Tool} ", StringComparison.Ordinal)
            : diagnostic.Message;

    private Severity SeverityOf(DiagnosticRule rule)
    {
        var severity = rule.Severity;
        if (!Prepared && rule.OnlyPrepared)
            severity = Severity.Off;
        if (severity == Severity.Error && !Prepared && !rule.AlwaysError)
            severity = Severity.Warning;
        if (Severities.TryGetValue(rule.Id, out var chosen))
            severity = chosen;
        return Strict && severity == Severity.Warning ? Severity.Error : severity;
    }
}
