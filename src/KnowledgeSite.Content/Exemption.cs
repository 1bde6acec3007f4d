using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>A health rule that an author disables for some pages, with a reason.</summary>
/// <param name="Pattern">The pattern of paths in <c>site.yaml</c>, or null for an entry in the front matter of a
/// page.</param>
public sealed partial record Exemption(string RuleId, string? Pattern, string Reason)
{
    /// <summary>
    /// Reads the entries of <c>allow</c> in front matter: <c>KS751 Reached from the start page of the intranet</c>.
    /// </summary>
    internal static IReadOnlyList<Exemption> ReadForPage(
        SourceFile file,
        IReadOnlyList<Located<string>> texts,
        DiagnosticBag diagnostics
    ) =>
        Read(
            file,
            texts,
            m => new(m.Groups[1].Value, null, $"{m.Groups[2].Value} {m.Groups[3].Value}".Trim()),
            "KS751 Reached from the intranet",
            diagnostics
        );

    /// <summary>
    /// Reads the entries of <c>allow</c> in <c>site.yaml</c> that begin with a rule id: <c>KS756 print/* For the
    /// printer</c>. Other entries allow HTML.
    /// </summary>
    internal static IReadOnlyList<Exemption> ReadForSite(
        SourceFile file,
        IReadOnlyList<Located<string>> texts,
        DiagnosticBag diagnostics
    ) =>
        Read(
            file,
            [.. texts.Where(t => NamesRule(t.Value))],
            m => m.Groups[3].Length == 0 ? null : new(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value),
            "KS756 print/* For the printer",
            diagnostics
        );

    internal static bool NamesRule(string text) => RuleIdStart().IsMatch(text);

    private static List<Exemption> Read(
        SourceFile file,
        IReadOnlyList<Located<string>> texts,
        Func<Match, Exemption?> read,
        string example,
        DiagnosticBag diagnostics
    )
    {
        var exemptions = new List<Exemption>();
        foreach (var text in texts)
        {
            if (
                Entry().Match(text.Value) is { Success: true } match
                && IsHealthRule(match.Groups[1].Value)
                && read(match) is { } exemption
            )
                exemptions.Add(exemption);
            else
                diagnostics.Add(
                    Diagnostic.At(HealthRules.ExemptionWithoutReason, file, text.Span, text.Value, example)
                );
        }

        return exemptions;
    }

    private static bool IsHealthRule(string id) =>
        id != HealthRules.ExemptionWithoutReason.Id
        && id.StartsWith("KS75", StringComparison.Ordinal) | id.StartsWith("KS76", StringComparison.Ordinal)
        && RuleCatalogue.All.Any(r => r.Id == id);

    [GeneratedRegex(@"^KS\d", RegexOptions.CultureInvariant)]
    private static partial Regex RuleIdStart();

    [GeneratedRegex(@"^(KS\d{3}):?\s+(\S+)\s*(.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Entry();
}
