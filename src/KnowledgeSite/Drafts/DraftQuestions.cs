using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Drafts;

/// <summary>The questions for a page of each kind, in order. A question is skipped if its answer is known.</summary>
internal sealed class DraftQuestions(Site? site)
{
    private const string NoBase = "(none: a ladder of its own)";

    public IEnumerable<Func<DraftRequest, DraftQuestion?>> All =>
        [Title, Description, Tags, Owner, Extends, Ladder, Level, Serves];

    private DraftQuestion? Title(DraftRequest request) =>
        request.Title is not null || DraftPath.Parse(request, null).Path is not { } path
            ? null
            : new(
                "What is the title?",
                new LadderContext(site, request, path).Title ?? PagePath.ToTitle(path),
                [],
                false,
                (r, a) => r with { Title = a[0] }
            );

    private static DraftQuestion? Description(DraftRequest request) =>
        request.Description is not null
            ? null
            : new(
                "What is the page about? One sentence, or leave it empty for now.",
                "",
                [],
                false,
                (r, a) => r with { Description = a[0] }
            );

    private DraftQuestion? Tags(DraftRequest request) =>
        request.Tags.Count > 0 || site?.Settings.Tags is not { Count: > 0 } tags
            ? null
            : new(
                "Which tags? If you choose none, those of the pages beside it are used.",
                null,
                tags,
                true,
                (r, a) => r with { Tags = a }
            );

    private DraftQuestion? Owner(DraftRequest request)
    {
        if (request.Owner is not null || site is null || DraftPath.Parse(request, null).Path is not { } path)
            return null;
        var known =
            site.Settings.Owners.Count > 0
                ? site.Settings.Owners.Keys
                : site.Pages.Select(p => p.Content.FrontMatter.Owner).OfType<string>();
        var defaultOwner = new NeighbourDefaults(site, request.Kind, path).Owner;
        var owners = known
            .Distinct(StringComparer.Ordinal)
            .OrderBy(o => o != defaultOwner)
            .ThenBy(o => o, StringComparer.Ordinal)
            .ToList();
        return owners.Count == 0
            ? null
            : new("Who owns it?", defaultOwner ?? owners[0], owners, false, (r, a) => r with { Owner = a[0] });
    }

    private DraftQuestion? Extends(DraftRequest request) =>
        request.Kind != PageKind.Ladder || request.Extends is not null || Bases is not { Count: > 0 } bases
            ? null
            : new(
                "Does it extend an existing ladder?",
                NoBase,
                [NoBase, .. bases],
                false,
                (r, a) => a[0] == NoBase ? r : r with { Extends = a[0] }
            );

    private DraftQuestion? Ladder(DraftRequest request) =>
        request.Kind is not (PageKind.Archetype or PageKind.Role or PageKind.Workshop)
        || request.Ladder is not null
        || site?.Ladders is not { Count: > 1 } ladders
            ? null
            : new(
                "Which ladder does it belong to?",
                Bases[0],
                [.. Bases, .. ladders.Select(l => l.Ladder.Id).Except(Bases)],
                false,
                (r, a) => r with { Ladder = a[0] }
            );

    private DraftQuestion? Level(DraftRequest request)
    {
        if (
            request.Kind is not (PageKind.Archetype or PageKind.Role)
            || request.Level is not null
            || ContextOf(request) is not { Ladder: { } ladder, Level: { } usual }
        )
            return null;
        var levels = ladder.Levels.Select(l => l.Id).ToList();
        return new(
            request.Kind == PageKind.Role ? "At which level?" : "From which level on does it occur?",
            usual.Id,
            [usual.Id, .. levels.Where(l => l != usual.Id)],
            false,
            (r, a) => r with { Level = a[0] }
        );
    }

    private DraftQuestion? Serves(DraftRequest request) =>
        request.Kind != PageKind.Workshop || request.Serves.Count > 0 || ContextOf(request)?.Ladder is not { } ladder
            ? null
            : new(
                "Which parts of the ladder does it help with? You can name cells and signals later.",
                null,
                [.. ladder.Dimensions.Select(d => d.Id), .. ladder.Levels.Select(l => l.Id)],
                true,
                (r, a) => r with { Serves = a }
            );

    private List<string> Bases =>
        [.. site?.Ladders.Select(l => l.Ladder).Where(l => l.Base is null).Select(l => l.Id) ?? []];

    private LadderContext? ContextOf(DraftRequest request) =>
        DraftPath.Parse(request, null).Path is { } path ? new(site, request, path) : null;
}

/// <summary>A question to the author of a page before it is created.</summary>
/// <param name="Default">The default answer.</param>
/// <param name="Choices">The possible answers. Empty if any text is allowed.</param>
/// <param name="AllowsSeveral">Whether any number of the choices may be selected.</param>
/// <param name="Answer">Returns the request with the answers added.</param>
internal sealed record DraftQuestion(
    string Text,
    string? Default,
    IReadOnlyList<string> Choices,
    bool AllowsSeveral,
    Func<DraftRequest, IReadOnlyList<string>, DraftRequest> Answer
);
