using KnowledgeSite.Files;

namespace KnowledgeSite.Diagnostics;

/// <summary>One problem: its rule, position and message.</summary>
/// <param name="Severity">The severity of the rule, unless the settings of the site change it.</param>
/// <param name="Location">The position, or null for a problem of the site as a whole.</param>
public sealed record Diagnostic(DiagnosticRule Rule, Severity Severity, SourceLocation? Location, string Message)
{
    /// <summary>The number of further problems with this rule in the same file that have no diagnostic.</summary>
    public int Uncounted { get; init; }

    public static Diagnostic At(DiagnosticRule rule, SourceFile file, SourceSpan span, params object?[] arguments) =>
        new(rule, rule.Severity, SourceLocation.Create(file, span), rule.Message(arguments));

    /// <summary>Creates a diagnostic for a whole file, or for a file that has no text to show.</summary>
    public static Diagnostic At(DiagnosticRule rule, SourcePath path, params object?[] arguments) =>
        new(rule, rule.Severity, SourceLocation.Start(path), rule.Message(arguments));

    public static Diagnostic OfSite(DiagnosticRule rule, params object?[] arguments) =>
        new(rule, rule.Severity, null, rule.Message(arguments));

    /// <summary>
    /// The order of printing: by path, line, column, rule and message. Only equal diagnostics compare as equal.
    /// </summary>
    public static readonly Comparer<Diagnostic> Order = Comparer<Diagnostic>.Create(
        (a, b) =>
        {
            var byPath = string.CompareOrdinal(a.Location?.Path.Value, b.Location?.Path.Value);
            if (byPath != 0)
                return byPath;
            var byPlace = (a.Location?.Line ?? 0, a.Location?.Column ?? 0).CompareTo(
                (b.Location?.Line ?? 0, b.Location?.Column ?? 0)
            );
            if (byPlace != 0)
                return byPlace;
            var byRule = string.CompareOrdinal(a.Rule.Id, b.Rule.Id);
            return byRule != 0 ? byRule : string.CompareOrdinal(a.Message, b.Message);
        }
    );
}
