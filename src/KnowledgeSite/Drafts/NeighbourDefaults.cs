using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Drafts;

/// <summary>Default values for a new page, taken from the pages around it.</summary>
/// <param name="site">The existing site, or null if it has no pages.</param>
internal sealed class NeighbourDefaults(Site? site, PageKind kind, SourcePath path)
{
    private IReadOnlyList<SitePage> Neighbours { get; } =
    [.. site?.Pages.Where(p => p.Path.Folder == path.Folder && !p.IsFolderPage) ?? []];

    /// <summary>The parent page: the index page of its folder, or else of the nearest folder above.</summary>
    public SitePage? Parent { get; } =
        site is null
            ? null
            : PageAddresses
                .Ancestors(PagePath.IsFolderPage(path) ? path.Folder.Folder : path.Folder)
                .Select(f => site.Folders.GetValueOrDefault(f)?.Page)
                .FirstOrDefault(p => p is not null && p.Path != path);

    /// <summary>A sentence that links to the parent, such as "Part of [Workflow](index.md)."</summary>
    public string? LinkUp =>
        Parent is null ? null : $"Part of [{InText(Parent.Title)}]({AsTarget(Parent.Path.RelativeTo(path.Folder))}).";

    /// <summary>A link from the parent to the page.</summary>
    public string? LinkDown(string title) =>
        Parent is null ? null : $"[{InText(title)}]({AsTarget(path.RelativeTo(Parent.Path.Folder))})";

    /// <summary>The order that places the page after its neighbours. Null unless all of them have an order.</summary>
    public int? Order =>
        Neighbours.Count > 0 && Neighbours.All(p => p.Content.FrontMatter.Order is not null)
            ? Neighbours.Max(p => p.Content.FrontMatter.Order) + 1
            : null;

    public string? Owner => MostFrequent(Nearest.Select(p => p.Content.FrontMatter.Owner).OfType<string>());

    public string? ReviewIn =>
        MostFrequent(
            Nearest.Select(p => p.Content.FrontMatter.ReviewIn).OfType<ReviewInterval>().Select(i => i.ToString())
        );

    /// <summary>The tags that all pages of the same kind in the folder have.</summary>
    public IReadOnlyList<string> Tags
    {
        get
        {
            var tagLists = Neighbours
                .Where(p => p.Content.FrontMatter.Kind == kind)
                .Select(p => p.Content.FrontMatter.Tags.Select(t => t.Value).ToList())
                .ToList();
            return tagLists.Count < 2
                ? []
                :
                [
                    .. tagLists[0]
                        .Where(t => tagLists.TrueForAll(tags => tags.Contains(t, StringComparer.OrdinalIgnoreCase))),
                ];
        }
    }

    private IEnumerable<SitePage> Nearest =>
        Neighbours.Count > 0 ? Neighbours
        : Parent is null ? []
        : [Parent];

    private static string? MostFrequent(IEnumerable<string> texts) =>
        texts
            .GroupBy(t => t)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key;

    private static string InText(string title) =>
        title.Replace("[", @"\[", StringComparison.Ordinal).Replace("]", @"\]", StringComparison.Ordinal);

    private static string AsTarget(string path) =>
        string.Join('/', path.Split('/').Select(p => p == ".." ? p : Uri.EscapeDataString(p)));
}

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
            return $"Ladder '{named}' does not exist.{SuggestionIndex.DidYouMean(named, _ladders.Select(l => l.Id))}";
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
                + $"'{ladder.Id}'.{SuggestionIndex.DidYouMean(wanted, ladder.Levels.Select(l => l.Id))}";
        var places = new LadderIds(ladder);
        return request.Serves.FirstOrDefault(s => !places.Contains(s)) is { } unknown
            ? $"'{unknown}' is not a cell, signal, dimension or level of the ladder "
                + $"'{ladder.Id}'.{SuggestionIndex.DidYouMean(unknown, places.Ids)}"
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
