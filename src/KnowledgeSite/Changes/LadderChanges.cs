using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>Compares the ladders of two sites. A ladder is known by its folder's name.</summary>
internal sealed class LadderChanges(Site? before, Site after)
{
    public IReadOnlyList<ChangedLadder> All()
    {
        var then = before?.Ladders.Select(l => l.Ladder).ToDictionary(l => l.Id, StringComparer.Ordinal) ?? [];
        var changed = new List<ChangedLadder>();
        foreach (var ladder in after.Ladders.Select(l => l.Ladder))
        {
            var was = then.GetValueOrDefault(ladder.Id);
            var change = LadderChange.Between(
                was is null ? Nothing(ladder) : LadderSnapshot.Of(was),
                LadderSnapshot.Of(ladder)
            );
            if (was is null || !change.IsEmpty)
                changed.Add(Of(was, ladder, change, changed));
        }

        var now = after.Ladders.Select(l => l.Ladder.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in then.Values.Where(l => !now.Contains(l.Id)).OrderBy(l => l.Id, StringComparer.Ordinal))
            changed.Add(Of(gone, null, LadderChange.Between(LadderSnapshot.Of(gone), Nothing(gone)), changed));
        return changed;
    }

    /// <summary>Bases come before their overlays.</summary>
    private static ChangedLadder Of(Ladder? then, Ladder? now, LadderChange change, List<ChangedLadder> others)
    {
        var below = others.Find(o => o.Ladder.Id == (now ?? then)!.Base?.Id);
        var known = below?.Change.Statements.Select(Key).ToHashSet() ?? [];
        var places = new StatementPlaces(then, now);
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
                        .Select(s => new ChangedStatement(s, places.Of(s))),
                ],
            then is null || now is null
                ? []
                :
                [
                    .. change
                        .Levels.Where(l =>
                            below?.Change.Levels.Any(b => b.Id == l.Id && b.Facts.SequenceEqual(l.Facts)) != true
                        )
                        .Select(l => new ChangedLevel(l, places.Of(l))),
                ],
            then is null ? null : Coverage.Of(then),
            now is null ? null : Coverage.Of(now),
            then is null || now is null
                ? []
                :
                [
                    .. change
                        .Statements.Where(s =>
                            s
                                is {
                                        Part: StatementPart.Sentence,
                                        Turn: StatementTurn.Gone or StatementTurn.AsksNoMore
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

    private static (StatementPart, StatementTurn, string, string?, string?, string?) Key(StatementChange s) =>
        (s.Part, s.Turn, s.Cell, s.Id, s.Before, s.After);
}

/// <summary>Finds where statements are written: as they are now, else as they were.</summary>
internal sealed class StatementPlaces(Ladder? before, Ladder? after)
{
    private readonly Lazy<Dictionary<string, ChangedPlace>> _now = new(() => Of(after));
    private readonly Lazy<Dictionary<string, ChangedPlace>> _then = new(() => Of(before));

    public ChangedPlace? Of(StatementChange change) =>
        change is { Part: StatementPart.Signal, Id: { } id } ? Find(id) ?? Find(change.Cell) : Find(change.Cell);

    public ChangedPlace? Of(LevelChange change) => LevelIn(after, change.Id) ?? LevelIn(before, change.Id);

    private ChangedPlace? Find(string id) => _now.Value.GetValueOrDefault(id) ?? _then.Value.GetValueOrDefault(id);

    private static ChangedPlace? LevelIn(Ladder? ladder, string id) =>
        ladder?.File.Levels.FirstOrDefault(l => l.Id?.Value == id)?.Id is { } found
            ? new(ladder.File.Source.Path, LineOf(ladder.File.Source, found.Span))
            : null;

    private static Dictionary<string, ChangedPlace> Of(Ladder? ladder)
    {
        var places = new Dictionary<string, ChangedPlace>(StringComparer.Ordinal);
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
