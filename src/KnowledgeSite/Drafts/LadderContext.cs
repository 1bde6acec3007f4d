using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Drafts;

/// <summary>
/// The ladder and level to which a new page belongs: either given, or guessed from the path of the page.
/// </summary>
internal sealed class LadderContext(Site? site, DraftRequest request, SourcePath path)
{
    private readonly IReadOnlyList<Ladder> _ladders = [.. site?.Ladders.Select(l => l.Ladder) ?? []];

    /// <summary>The ladder, or null if the site has none or none of the given name.</summary>
    public Ladder? Ladder =>
        request.Ladder is { } named
            ? _ladders.FirstOrDefault(l => l.Id == named)
            : _ladders.FirstOrDefault(l => path.IsWithin(l.Folder)) ?? Candidates.FirstOrDefault();

    /// <summary>
    /// The ladders to which the page may belong: those to which pages in the same folder belong, or else all that
    /// extend no other.
    /// </summary>
    private List<Ladder> Candidates
    {
        get
        {
            var own = _ladders.Where(l => l.Base is null).ToList();
            var near = own.FindAll(l => PagesNaming(l).Any(p => p.Path.Folder == path.Folder));
            return near.Count > 0 ? near : own;
        }
    }

    private static IEnumerable<Page> PagesNaming(Ladder ladder) =>
        ladder
            .Workshops.Select(w => w.Page)
            .Concat(ladder.Archetypes.Select(a => a.Page))
            .Concat(ladder.Roles.Select(r => r.Page));

    public Level? Level =>
        Ladder is not { } ladder ? null
        : request.Level is { } named ? ladder.Levels.FirstOrDefault(l => l.Id == named)
        : Guess(ladder);

    /// <summary>
    /// The title that the ladder gives to the level or dimension of the page. Null for other kinds of pages.
    /// </summary>
    public string? Title =>
        request.Kind switch
        {
            PageKind.Level => Ladder?.Levels.FirstOrDefault(l => l.Id == path.NameWithoutExtension)?.Title,
            PageKind.Dimension => Ladder?.Dimensions.FirstOrDefault(d => d.Id == path.NameWithoutExtension)?.Title,
            _ => null,
        };

    public string? Refusal()
    {
        var needs =
            request.Kind
            is PageKind.Archetype
                or PageKind.Role
                or PageKind.Workshop
                or PageKind.Level
                or PageKind.Dimension;
        if (request.Ladder is { } named && Ladder is null)
            return $"Ladder '{named}' does not exist.{Suggestion.DidYouMean(named, _ladders.Select(l => l.Id))}";
        if (Ladder is not { } ladder)
            return needs
                ? $"{Named(request.Kind)} belongs to a ladder, and the site has none yet. Create one first: "
                    + "'new ladder ladders/our-levels'."
                : null;
        if (
            request.Kind is PageKind.Archetype or PageKind.Role or PageKind.Workshop
            && request.Ladder is null
            && !_ladders.Any(l => path.IsWithin(l.Folder))
            && Candidates is { Count: > 1 } several
        )
            return $"There are several ladders. Give the one to which "
                + $"{Named(request.Kind).ToLowerInvariant()} belongs: "
                + $"{string.Join(" or ", several.Select(l => $"'--ladder {l.Id}'"))}.";
        if (request.Level is { } wanted && Level is null)
            return $"'{wanted}' is not a level of the ladder "
                + $"'{ladder.Id}'.{Suggestion.DidYouMean(wanted, ladder.Levels.Select(l => l.Id))}";
        var places = new LadderIds(ladder);
        return request.Serves.FirstOrDefault(s => !places.Contains(s)) is { } unknown
            ? $"'{unknown}' is not a cell, signal, dimension or level of the ladder "
                + $"'{ladder.Id}'.{Suggestion.DidYouMean(unknown, places.Ids)}"
            : null;
    }

    /// <summary>
    /// The level whose id occurs in the file name (the longest such id), else the most frequent first level of the
    /// ladder's archetypes, else the first level.
    /// </summary>
    private Level Guess(Ladder ladder)
    {
        var name = $"-{path.NameWithoutExtension}-";
        return ladder
                .Levels.Where(l => name.Contains($"-{l.Id}-", StringComparison.OrdinalIgnoreCase))
                .MaxBy(l => l.Id.Length)
            ?? ladder.Archetypes.GroupBy(a => a.From).MaxBy(g => g.Count())?.Key
            ?? ladder.Levels[0];
    }

    private static string Named(PageKind kind) =>
        kind == PageKind.Archetype ? "An archetype" : $"A {kind.ToString().ToLowerInvariant()}";
}
