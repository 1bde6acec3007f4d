using KnowledgeSite.Files;

namespace KnowledgeSite.Diagnostics;

/// <summary>One finding: a rule, and where the input breaks it.</summary>
/// <param name="Severity">The rule's own, unless the site's settings say otherwise.</param>
/// <param name="Location">Null for a finding about the site as a whole.</param>
public sealed record Diagnostic(DiagnosticRule Rule, Severity Severity, SourceLocation? Location, string Message)
{
    public static Diagnostic At(DiagnosticRule rule, SourceFile file, SourceSpan span, params object?[] arguments) =>
        new(rule, rule.Severity, SourceLocation.Create(file, span), rule.Message(arguments));

    /// <summary>A finding about a file as a whole, or one whose text cannot be shown.</summary>
    public static Diagnostic At(DiagnosticRule rule, SourcePath path, params object?[] arguments) =>
        new(rule, rule.Severity, SourceLocation.Start(path), rule.Message(arguments));

    public static Diagnostic OfSite(DiagnosticRule rule, params object?[] arguments) =>
        new(rule, rule.Severity, null, rule.Message(arguments));

    /// <summary>The printed order: path, line, column, rule; then the message, so that the order is total.</summary>
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
