using KnowledgeSite.Files;

namespace KnowledgeSite.Diagnostics;

/// <summary>
/// Decides the severity of diagnostics, by the settings in <c>site.yaml</c>, <c>--strict</c> and whether the input
/// folder is prepared.
/// </summary>
/// <param name="Severities">The severities that <c>site.yaml</c> sets, by rule id.</param>
/// <param name="Prepared">False if the input folder has no <c>site.yaml</c>. Then only rules with
/// <see cref="DiagnosticRule.AlwaysError"/> are errors by default.</param>
internal sealed record DiagnosticPolicy(IReadOnlyDictionary<string, Severity> Severities, bool Strict, bool Prepared)
{
    /// <summary>The maximum number of diagnostics of one rule that are listed for one file.</summary>
    private const int MaxPerRule = 100;

    /// <summary>The command that starts the tool, as it is shown in messages.</summary>
    public string Tool { get; init; } = DiagnosticRule.Tool;

    /// <summary>Sets the severities, removes what is off, and limits the number per rule and file.</summary>
    /// <param name="diagnostics">All diagnostics, in the order of printing.</param>
    /// <returns>The diagnostics to print. If one rule has too many in one file, the message of the last one that is
    /// listed says how many are not.</returns>
    public IReadOnlyList<Diagnostic> Apply(IEnumerable<Diagnostic> diagnostics) =>
        Limit([
            .. diagnostics
                .Select(d => d with { Severity = SeverityOf(d.Rule), Message = MessageOf(d) })
                .Where(d => d.Severity != Severity.Off),
        ]);

    /// <summary>True if one of the diagnostics is an error.</summary>
    public bool FindsErrors(DiagnosticBag diagnostics) =>
        diagnostics.Sorted().Any(d => SeverityOf(d.Rule) == Severity.Error);

    private static List<Diagnostic> Limit(List<Diagnostic> diagnostics)
    {
        if (diagnostics.Count <= MaxPerRule)
            return diagnostics;
        var totals = diagnostics.AggregateBy(KeyOf, 0, (total, d) => total + 1 + d.Uncounted).ToDictionary();
        var listed = new Dictionary<(SourcePath?, string), int>();
        var limited = new List<Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            var key = KeyOf(diagnostic);
            var number = listed[key] = listed.GetValueOrDefault(key) + 1;
            if (diagnostic.Location is null || number < MaxPerRule || totals[key] == MaxPerRule)
                limited.Add(diagnostic);
            else if (number == MaxPerRule)
                limited.Add(diagnostic with { Message = diagnostic.Message + More(totals[key] - MaxPerRule) });
        }

        return limited;

        static (SourcePath?, string) KeyOf(Diagnostic diagnostic) => (diagnostic.Location?.Path, diagnostic.Rule.Id);

        static string More(int count) => $" This file has {count:N0} more of these, which are not listed.";
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
