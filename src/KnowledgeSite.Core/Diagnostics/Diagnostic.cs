using System.Collections.Concurrent;
using KnowledgeSite.Files;

namespace KnowledgeSite.Diagnostics;

/// <summary>One problem: its rule, position and message.</summary>
/// <param name="Severity">The severity of the rule, unless the settings of the site change it.</param>
/// <param name="Location">The position, or null for a problem of the site as a whole.</param>
public sealed record Diagnostic(DiagnosticRule Rule, Severity Severity, SourceLocation? Location, string Message)
{
    /// <summary>The number of further problems with this rule in the same file that have no diagnostic.</summary>
    public int Uncounted { get; init; }

    internal static Diagnostic At(DiagnosticRule rule, SourceFile file, SourceSpan span, params object?[] arguments) =>
        new(rule, rule.Severity, SourceLocation.Create(file, span), rule.Message(arguments));

    /// <summary>Creates a diagnostic for a whole file, or for a file that has no text to show.</summary>
    public static Diagnostic At(DiagnosticRule rule, SourcePath path, params object?[] arguments) =>
        new(rule, rule.Severity, SourceLocation.Start(path), rule.Message(arguments));

    internal static Diagnostic OfSite(DiagnosticRule rule, params object?[] arguments) =>
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

/// <summary>
/// How serious a problem is. <see cref="Off"/> hides it, <see cref="Info"/> never changes the exit code, and
/// <see cref="Warning"/> changes it only with <c>--strict</c>.
/// </summary>
public enum Severity
{
    /// <summary>The rule is not reported.</summary>
    Off,

    /// <summary>A hint; it never fails a build.</summary>
    Info,

    /// <summary>A problem that fails a strict build.</summary>
    Warning,

    /// <summary>A problem that fails every build.</summary>
    Error,
}

/// <summary>Collects diagnostics. Adding is thread-safe.</summary>
public sealed class DiagnosticBag
{
    private ConcurrentBag<Diagnostic>? _diagnostics;

    internal void Add(Diagnostic diagnostic) =>
        LazyInitializer.EnsureInitialized(ref _diagnostics, () => []).Add(diagnostic);

    internal void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            Add(diagnostic);
    }

    /// <summary>The distinct diagnostics, in the order of printing.</summary>
    public IReadOnlyList<Diagnostic> Sorted() =>
        _diagnostics is null ? [] : [.. _diagnostics.Distinct().Order(Diagnostic.Order)];
}

/// <summary>A position in a source file, as line and column.</summary>
/// <param name="Line">The line, counted from one.</param>
/// <param name="Column">The column in UTF-16 units, counted from one.</param>
/// <param name="Length">The length on that line in UTF-16 units, at least one.</param>
/// <param name="Excerpt">The text around the position, or null if the file has no text.</param>
public sealed record SourceLocation(SourcePath Path, int Line, int Column, int Length, SourceExcerpt? Excerpt)
{
    internal static SourceLocation Start(SourcePath path) => new(path, 1, 1, 1, null);

    internal static SourceLocation Create(SourceFile file, SourceSpan span)
    {
        if (file.Text is not { } text)
            return Start(file.Path);
        var position = text.PositionAt(span.Start);
        text = text.Origin?.Text ?? text;
        var line = text.LineSpan(position.Line);
        var offset = line.Start + position.Column - 1;
        var length = Math.Clamp(span.Length, 1, Math.Max(1, line.End - offset));
        return new(file.Path, position.Line, position.Column, length, SourceExcerpt.Create(text.Value, line, offset));
    }
}

/// <summary>
/// The text that is shown with a diagnostic: a short line as a whole, or the part of a long line around the position.
/// The length is limited because ten thousand diagnostics can be in one very long line.
/// </summary>
/// <param name="Text">The text, with <c>…</c> where the line was cut.</param>
/// <param name="Offset">The offset of the position in <paramref name="Text"/>.</param>
public sealed record SourceExcerpt(string Text, int Offset)
{
    private const int MaxLength = 120;
    private const int MaxBefore = 40;
    private const string Ellipsis = "…";

    /// <param name="position">An offset in the text, on that line.</param>
    internal static SourceExcerpt Create(string text, SourceSpan line, int position)
    {
        var start = line.Length <= MaxLength ? line.Start : Math.Max(line.Start, position - MaxBefore);
        var end = Math.Min(line.End, start + MaxLength);
        if (SplitsCharacter(text, start))
            start++;
        if (SplitsCharacter(text, end))
            end--;
        var before = start > line.Start ? Ellipsis : "";
        var after = end < line.End ? Ellipsis : "";
        return new($"{before}{text.AsSpan(start..end)}{after}", before.Length + position - start);
    }

    private static bool SplitsCharacter(string text, int at) =>
        at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}
