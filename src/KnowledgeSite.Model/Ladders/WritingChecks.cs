using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Gives advice on the wording of signals. A statement can suppress a rule with <c>allow</c> and a reason.
/// </summary>
internal static partial class WritingChecks
{
    /// <summary>
    /// The Jaccard index of the words of two signals in one dimension from which they count as nearly the same.
    /// </summary>
    private const double NearlySame = 0.8;

    private static readonly HashSet<string> NotObservable = new(
        [
            "understands",
            "knows",
            "is",
            "has",
            "appreciates",
            "believes",
            "cares",
            "tries to",
            "aims to",
            "helps",
            "ensures",
            "drives",
            "feels",
            "thinks",
            "realises",
            "realizes",
            "possesses",
            "strives to",
            "can",
            "may",
            "should",
            "will",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    public static void Report(Ladder ladder, DiagnosticBag diagnostics)
    {
        foreach (var dimension in ladder.Dimensions)
        {
            var page = ladder.Base is null ? dimension.Page : dimension.Overlay;
            if (page is null)
                continue;
            var signals = page
                .Cells.SelectMany(c =>
                    c.Signals.Where(s => s.Id is not null).Select(s => (Signal: s, Allows: $"{c.Allows} {s.Allows}"))
                )
                .ToList();
            var verbs = signals
                .Select(s => FirstWord(s.Signal.Statement.Text))
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var (signal, allows) in signals)
                Check(page.Source, signal, allows, verbs, diagnostics);
            ReportNearlySame(ladder, page.Source, signals, diagnostics);
        }
    }

    private static void Check(
        SourceFile source,
        WrittenSignal signal,
        string allows,
        HashSet<string> verbs,
        DiagnosticBag diagnostics
    )
    {
        var text = signal.Statement.Text;
        var first = FirstWord(text);
        if (
            NotObservable.Contains(first)
            || NotObservable.Contains(first += " to") && text.StartsWith(first, StringComparison.Ordinal)
        )
            Report(WritingRules.NotObservable, first);
        if (Joined().Matches(text).FirstOrDefault(m => verbs.Contains(m.Groups[1].Value)) is { } second)
            Report(WritingRules.TwoExpectations, second.Value);
        if (MakesLight().Match(text) is { Success: true } light)
            Report(WritingRules.Trivialising, light.Value);

        void Report(DiagnosticRule rule, string words)
        {
            if (allows.Contains(rule.Id, StringComparison.Ordinal))
                return;
            var at = source.Text!.Value.IndexOf(words, signal.Span.Start, StringComparison.Ordinal);
            diagnostics.Add(
                Diagnostic.At(
                    rule,
                    source,
                    at >= 0 && at < signal.Span.End ? new(at, words.Length) : signal.Span,
                    words
                )
            );
        }
    }

    private static void ReportNearlySame(
        Ladder ladder,
        SourceFile source,
        List<(WrittenSignal Signal, string Allows)> signals,
        DiagnosticBag diagnostics
    )
    {
        var words = signals.ConvertAll(s =>
            Word()
                .Matches(s.Signal.Statement.Text.ToLowerInvariant())
                .Select(m => m.Value)
                .ToHashSet(StringComparer.Ordinal)
        );
        for (var i = 1; i < signals.Count; i++)
        {
            var (signal, allows) = signals[i];
            if (words[i].Count < 5 || allows.Contains(LadderRules.NearlySame.Id, StringComparison.Ordinal))
                continue;
            var id = signal.Id!.Value;
            var other = Enumerable
                .Range(0, i)
                .Where(j => Likeness(words[i], words[j]) >= NearlySame)
                .Select(j => signals[j].Signal.Id!.Value)
                .FirstOrDefault(o => !ladder.RaisedBy(id).Contains(o) && !ladder.RaisedBy(o).Contains(id));
            if (other is not null)
                diagnostics.Add(
                    Diagnostic.At(
                        LadderRules.NearlySame,
                        source,
                        signal.Span,
                        other,
                        ComesAfter(ladder, id, other)
                            ? $"let it raise the other: " + $"'raises={other}'"
                            : "delete one of them"
                    )
                );
        }
    }

    private static bool ComesAfter(Ladder ladder, string later, string earlier) =>
        ladder.LevelOf(later) is { } to
        && ladder.LevelOf(earlier) is { } from
        && to != from
        && ladder.Graph.PathTo(to).Contains(from);

    private static double Likeness(HashSet<string> a, HashSet<string> b)
    {
        var shared = a.Count(b.Contains);
        return (double)shared / (a.Count + b.Count - shared);
    }

    private static string FirstWord(string text) => Word().Match(text).Value;

    [GeneratedRegex(@"[\p{L}\p{N}'’-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\band (?:then )?(\p{L}+s)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    [GeneratedRegex(
        @"\b(just|simply|obviously|of course|easily|easy|trivially|trivial|merely|basically|clearly)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex MakesLight();
}
