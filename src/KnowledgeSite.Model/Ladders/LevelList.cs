using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Reads the levels of a ladder. In the result, every <c>next</c> names an existing level, and there are no cycles.
/// </summary>
internal sealed partial class LevelList(
    LadderFile file,
    Ladder? baseLadder,
    LadderFaults faults,
    DiagnosticBag diagnostics
)
{
    /// <summary>
    /// The pattern of a level's id, which is part of URLs, of heading ids in braces and of statement ids with dots.
    /// </summary>
    public const string IdPattern = @"^[\p{L}\p{N}_-]+$";

    public IReadOnlyList<Level> Read()
    {
        var written = Named();
        var levels = baseLadder is null ? [.. written.Select(w => w.ToLevel(null))] : Merge(baseLadder, written);
        levels = [.. levels.Select(l => l with { Next = [.. l.Next.Where(n => IsKnown(n, levels))] })];
        levels = RemoveCycles(levels);
        var reached = levels.SelectMany(l => l.Next).Select(n => n.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var lost in levels.Skip(1).Where(l => !reached.Contains(l.Id) && !faults.HasLevel(l.Id)))
            Report(LadderRules.Unreachable, lost.Span, lost.Id);
        return levels;
    }

    private List<WrittenLevel> Named()
    {
        var named = new List<WrittenLevel>();
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var level in file.Levels)
        {
            if (level.Id is not { } id)
                ReportFault(LadderRules.NoLevelId, "", level.Span);
            else if (!Usable().IsMatch(id.Value))
                ReportFault(LadderRules.NoLevelId, id.Value, id.Span);
            else if (!addresses.Add(SitePath.Slug(id.Value)))
                ReportFault(LadderRules.SameLevel, id.Value, id.Span, id.Value);
            else
                named.Add(level);
        }

        return named;
    }

    private List<Level> Merge(Ladder baseLadder, List<WrittenLevel> written)
    {
        foreach (var other in written.Where(w => !baseLadder.Levels.Any(l => l.Id == w.Id!.Value)))
            IsKnown(other.Id!, baseLadder.Levels);
        return [.. baseLadder.Levels.Select(l => written.Find(w => w.Id!.Value == l.Id)?.ToLevel(l) ?? l)];
    }

    private bool IsKnown(Located<string> id, IReadOnlyList<Level> levels)
    {
        if (levels.Any(l => l.Id == id.Value))
            return true;
        var meant = new SuggestionIndex(levels.Select(l => l.Id)).Nearest(id.Value);
        if (meant is not null)
            faults.AddLevel(meant);
        ReportFault(
            LadderRules.UnknownLevel,
            id.Value,
            id.Span,
            id.Value,
            SuggestionIndex.Format(meant, "Correct the id, or add the level.")
        );
        return false;
    }

    /// <summary>Removes each step that closes a cycle.</summary>
    private List<Level> RemoveCycles(List<Level> levels)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        foreach (var level in levels.ToList())
            Climb(level.Id);
        return levels;

        void Climb(string id)
        {
            if (!done.Add(id))
                return;
            path.Add(id);
            var index = levels.FindIndex(l => l.Id == id);
            foreach (var next in levels[index].Next)
            {
                if (path.IndexOf(next.Value) is >= 0 and var start)
                {
                    ReportFault(
                        LadderRules.LevelCycle,
                        next.Value,
                        next.Span,
                        string.Join(" → ", path.Skip(start).Append(next.Value))
                    );
                    levels[index] = levels[index] with { Next = [.. levels[index].Next.Where(n => n != next)] };
                }
                else
                {
                    Climb(next.Value);
                }
            }

            path.RemoveAt(path.Count - 1);
        }
    }

    private void ReportFault(DiagnosticRule rule, string level, SourceSpan span, params object?[] arguments)
    {
        faults.AddLevel(level);
        Report(rule, span, arguments);
    }

    private void Report(DiagnosticRule rule, SourceSpan span, params object?[] arguments) =>
        diagnostics.Add(Diagnostic.At(rule, file.Source, span, arguments));

    [GeneratedRegex(IdPattern, RegexOptions.CultureInvariant)]
    private static partial Regex Usable();
}
