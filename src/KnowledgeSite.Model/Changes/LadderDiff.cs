using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>Compares the ladders of two sites. Ladders are matched by the names of their folders.</summary>
internal sealed class LadderDiff(Site? before, Site after)
{
    public IReadOnlyList<LadderReport> All()
    {
        var then = before?.Ladders.Select(l => l.Ladder).ToDictionary(l => l.Id, StringComparer.Ordinal) ?? [];
        var changed = new List<LadderReport>();
        foreach (var ladder in after.Ladders.Select(l => l.Ladder))
        {
            var was = then.GetValueOrDefault(ladder.Id);
            var change = LadderChange.Between(
                was is null ? Nothing(ladder) : LadderSnapshot.Create(was),
                LadderSnapshot.Create(ladder)
            );
            if (was is null || !change.IsEmpty)
                changed.Add(Compare(was, ladder, change, changed));
        }

        var now = after.Ladders.Select(l => l.Ladder.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in then.Values.Where(l => !now.Contains(l.Id)).OrderBy(l => l.Id, StringComparer.Ordinal))
            changed.Add(Compare(gone, null, LadderChange.Between(LadderSnapshot.Create(gone), Nothing(gone)), changed));
        return changed;
    }

    /// <summary>
    /// Compares one ladder. Changes that its base has too are left out, so bases must be compared before their
    /// overlays.
    /// </summary>
    private static LadderReport Compare(Ladder? then, Ladder? now, LadderChange change, List<LadderReport> others)
    {
        var below = others.Find(o => o.Ladder.Id == (now ?? then)!.Base?.Id);
        var known = below?.Change.Statements.Select(Key).ToHashSet() ?? [];
        var places = new StatementLocations(then, now);
        return new(
            then,
            now,
            change,
            then is null || now is null
                ? []
                :
                [
                    .. change
                        .Statements.Where(s => !known.Contains(Key(s)))
                        .Select(s => new ChangedStatement(s, places.Find(s))),
                ],
            then is null || now is null
                ? []
                :
                [
                    .. change
                        .Levels.Where(l =>
                            below?.Change.Levels.Any(b => b.Id == l.Id && b.Facts.SequenceEqual(l.Facts)) != true
                        )
                        .Select(l => new ChangedLevel(l, places.Find(l))),
                ],
            then is null ? null : Coverage.Compute(then),
            now is null ? null : Coverage.Compute(now),
            then is null || now is null
                ? []
                :
                [
                    .. change
                        .Statements.Where(s =>
                            s
                                is {
                                        Part: StatementPart.Sentence,
                                        Turn: StatementChangeType.Gone or StatementChangeType.AsksNoMore
                                    }
                                    or { Part: StatementPart.Sentence, After: null }
                        )
                        .Select(s => s.Cell)
                        .Distinct(StringComparer.Ordinal),
                ],
            below is not null && change.Statements.Any(s => known.Contains(Key(s))) ? below.Ladder : null
        );
    }

    private static LadderSnapshot Nothing(Ladder ladder) => new(ladder.Id, ladder.Title, [], [], []);

    private static (StatementPart, StatementChangeType, string, string?, string?, string?) Key(StatementChange s) =>
        (s.Part, s.Turn, s.Cell, s.Id, s.Before, s.After);
}

/// <summary>Finds the positions of statements: in the current files, or else in the former ones.</summary>
internal sealed class StatementLocations(Ladder? before, Ladder? after)
{
    private readonly Lazy<Dictionary<string, FileLine>> _now = new(() => Find(after));
    private readonly Lazy<Dictionary<string, FileLine>> _then = new(() => Find(before));

    public FileLine? Find(StatementChange change) =>
        change is { Part: StatementPart.Signal, Id: { } id } ? Find(id) ?? Find(change.Cell) : Find(change.Cell);

    public FileLine? Find(LevelChange change) => LevelIn(after, change.Id) ?? LevelIn(before, change.Id);

    private FileLine? Find(string id) => _now.Value.GetValueOrDefault(id) ?? _then.Value.GetValueOrDefault(id);

    private static FileLine? LevelIn(Ladder? ladder, string id) =>
        ladder?.File.Levels.FirstOrDefault(l => l.Id?.Value == id)?.Id is { } found
            ? new(ladder.File.Source.Path, LineOf(ladder.File.Source, found.Span))
            : null;

    private static Dictionary<string, FileLine> Find(Ladder? ladder)
    {
        var places = new Dictionary<string, FileLine>(StringComparer.Ordinal);
        foreach (var cell in ladder?.Cells ?? [])
        {
            var page = cell.Extension?.Page ?? cell.Page;
            if (page.Cells.FirstOrDefault(c => c.Id.Value == cell.Id) is { } written)
                places.TryAdd(cell.Id, new(page.Path, LineOf(page.Source, written.Id.Span)));
            foreach (var signal in cell.Signals)
                places.TryAdd(signal.Id, new(signal.Page.Path, LineOf(signal.Page.Source, signal.Span)));
        }

        return places;
    }

    private static int LineOf(SourceFile file, SourceSpan span) => file.Text!.PositionAt(span.Start).Line;
}
