using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>Resolves the references of archetypes, roles and workshops to ladders, and reports invalid ones.</summary>
/// <param name="written">The names of all ladders that have a file, even if it cannot be read.</param>
internal sealed class LadderReferences(
    IReadOnlyDictionary<string, Ladder> ladders,
    IReadOnlySet<string> written,
    IReadOnlyList<Page> pages,
    DiagnosticBag diagnostics
)
{
    public IReadOnlyList<Ladder> Resolve()
    {
        foreach (var page in pages)
            if (NamedBy(page) is { } named && !written.Contains(named.Value))
                diagnostics.Add(
                    Diagnostic.At(
                        LadderRules.UnknownLadder,
                        page.Source,
                        named.Span,
                        named.Value,
                        SuggestionIndex.DidYouMean(
                            named.Value,
                            ladders.Keys,
                            "Write the name of a folder that has a 'ladder.yaml'."
                        )
                    )
                );
        return
        [
            .. ladders.Values.Select(l =>
                l with
                {
                    Archetypes = [.. Archetypes(l)],
                    Roles = [.. Roles(l)],
                    Workshops = [.. Workshops(l)],
                }
            ),
        ];
    }

    private static Located<string>? NamedBy(Page page) =>
        page.FrontMatter.Facts switch
        {
            ArchetypeFacts facts => facts.Ladder,
            RoleFacts facts => facts.Ladder,
            WorkshopFacts facts => facts.Ladder,
            _ => null,
        };

    /// <summary>The archetypes of a ladder, including those of its base.</summary>
    private IEnumerable<Archetype> Archetypes(Ladder ladder)
    {
        foreach (var page in pages)
        {
            if (page.FrontMatter.Facts is not ArchetypeFacts { Ladder: { } named, From: { } from } facts)
                continue;
            if (named.Value != ladder.Id && named.Value != ladder.Base?.Id)
                continue;
            var isOwn = named.Value == ladder.Id;
            var level = ladder.Graph.Find(from.Value);
            if (level is null && isOwn)
                diagnostics.Add(
                    Diagnostic.At(
                        LadderRules.UnknownLevel,
                        page.Source,
                        from.Span,
                        from.Value,
                        SuggestionIndex.DidYouMean(
                            from.Value,
                            ladder.Levels.Select(l => l.Id),
                            "Write the id of one of its levels."
                        )
                    )
                );
            var dimensions = ladder.Dimensions.Select(d => d.Id).ToList();
            foreach (var (key, _) in facts.Shows.Where(s => isOwn && !dimensions.Contains(s.Key.Value)))
                diagnostics.Add(
                    Diagnostic.At(
                        LadderRules.UnknownDimension,
                        page.Source,
                        key.Span,
                        key.Value,
                        SuggestionIndex.DidYouMean(key.Value, dimensions, "Write the id of one of its dimensions.")
                    )
                );
            if (level is not null)
                yield return new(
                    page,
                    level,
                    facts
                        .Shows.DistinctBy(s => s.Key.Value)
                        .ToDictionary(s => s.Key.Value, s => s.Text, StringComparer.Ordinal)
                );
        }
    }

    private IEnumerable<ServingWorkshop> Workshops(Ladder ladder)
    {
        var served = new LadderIds(ladder);
        var similar = new SuggestionIndex(served.Ids);
        foreach (var page in pages)
        {
            if (
                page.FrontMatter is not { Excluded: false, Facts: WorkshopFacts { Ladder: { } named } facts }
                || named.Value != ladder.Id
            )
                continue;
            foreach (
                var unknown in facts.Serves.Where(s =>
                    !served.Contains(s.Value) && !ladder.Faults.Explain(s.Value, similar)
                )
            )
                diagnostics.Add(
                    Diagnostic.At(
                        WorkshopRules.ServesUnknown,
                        page.Source,
                        unknown.Span,
                        unknown.Value,
                        similar.DidYouMean(unknown.Value, "Correct the id, or remove it.")
                    )
                );
            var ids = facts
                .Serves.Select(s => s.Value)
                .Where(served.Contains)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            yield return new(
                page,
                [.. ids.Select(served.Cell).OfType<Cell>().Distinct()],
                [.. ids.Select(served.Dimension).OfType<Dimension>()],
                [.. ids.Select(served.Level).OfType<Level>()]
            );
        }
    }

    private IEnumerable<RoleRequirement> Roles(Ladder ladder)
    {
        var cells = ladder.Cells.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var similar = new SuggestionIndex(cells.Keys);
        foreach (var page in pages)
        {
            if (page.FrontMatter.Facts is not RoleFacts { Ladder: { } named } facts || named.Value != ladder.Id)
                continue;
            foreach (
                var unknown in facts.Requires.Where(r =>
                    !cells.ContainsKey(r.Value) && !ladder.Faults.Explain(r.Value, similar)
                )
            )
                diagnostics.Add(
                    Diagnostic.At(
                        LadderRules.UnknownCell,
                        page.Source,
                        unknown.Span,
                        unknown.Value,
                        similar.DidYouMean(unknown.Value, "Write the id of one of its cells.")
                    )
                );
            yield return new(
                page,
                [.. facts.Requires.Where(r => cells.ContainsKey(r.Value)).Select(r => cells[r.Value])]
            );
        }
    }
}

/// <summary>Finds cells, dimensions and levels of a ladder by id. The id of a signal stands for its cell.</summary>
internal sealed class LadderIds(Ladder ladder)
{
    private readonly Dictionary<string, Cell> _cells = ladder
        .Cells.SelectMany(c => c.Signals.Select(s => s.Id).Prepend(c.Id).Select(id => (id, c)))
        .DistinctBy(s => s.id)
        .ToDictionary(s => s.id, s => s.c, StringComparer.Ordinal);

    public IEnumerable<string> Ids =>
        [.. _cells.Keys, .. ladder.Dimensions.Select(d => d.Id), .. ladder.Levels.Select(l => l.Id)];

    public bool Contains(string id) => Cell(id) is not null || Dimension(id) is not null || Level(id) is not null;

    public Cell? Cell(string id) => _cells.GetValueOrDefault(id);

    public Dimension? Dimension(string id) => ladder.FindDimension(id);

    public Level? Level(string id) => ladder.Graph.Find(id);
}
