using KnowledgeSite.Content;
using KnowledgeSite.Content.Forms;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Drafts;

/// <summary>Writes drafts of pages that a build takes as they stand, even where warnings are errors.</summary>
/// <param name="site">Null where there is no page yet.</param>
public sealed class DraftWriter(Site? site, DateOnly today)
{
    /// <summary>Kinds of which a draft can be made.</summary>
    public static IReadOnlyList<PageKind> Kinds { get; } =
    [.. Enum.GetValues<PageKind>().Where(k => k != PageKind.Source)];

    /// <summary>What a kind is, in a few words.</summary>
    public static string Meaning(PageKind kind) => PageKindDescriptions.Get(kind);

    /// <summary>
    /// What to ask, one after the other: each with what is known by then, and null where there is nothing to ask.
    /// </summary>
    public IEnumerable<Func<DraftRequest, DraftQuestion?>> Questions => new DraftQuestions(site).All;

    /// <summary>Why there cannot be a page at the path; null where there can.</summary>
    public string? RefusalOfPath(DraftRequest request) => DraftPath.Parse(request, site).Refusal;

    public DraftOutcome Write(DraftRequest request)
    {
        if (request.Kind == PageKind.Source)
            return DraftOutcome.No(
                $"A source is no page but an entry of {Bibliography.FileName}: '- id: larson-2021', and below "
                    + "it 'title:'. Pages cite it with [@larson-2021]."
            );
        var (path, refusal) = DraftPath.Parse(request, site);
        if (path is null)
            return DraftOutcome.No(refusal!);
        var ground = new LadderContext(site, request, path);
        if ((NamesRefusal(request) ?? ground.Refusal()) is { } wrong)
            return DraftOutcome.No(wrong);
        var page = new PageDraft(
            site,
            request with
            {
                Title = string.IsNullOrWhiteSpace(request.Title) ? ground.Title : request.Title,
            },
            path,
            today
        );
        return request.Kind switch
        {
            PageKind.Workshop => page.Write(new WorkshopDraft(request, ground.Ladder!).Add, WorkshopDraft.Text),
            PageKind.Role => page.Write(head => Role(head, ground)),
            PageKind.Archetype => page.Write(head => Archetype(head, ground)),
            PageKind.Level => DimensionScaffold.LevelRefusal(ground.Ladder!, path) is { } loose
                ? DraftOutcome.No(loose)
                : page.Write(_ => { }),
            PageKind.Dimension => DimensionScaffold.Dimension(page, ground.Ladder!, path),
            PageKind.Ladder => LadderDraft.Write(page, site, request, path),
            _ => page.Write(_ => { }),
        };
    }

    private string? NamesRefusal(DraftRequest request)
    {
        if (site is null)
            return null;
        if (
            site.Settings.Tags is { Count: > 0 } tags
            && request.Tags.FirstOrDefault(t => !tags.Contains(t, StringComparer.OrdinalIgnoreCase)) is { } tag
        )
            return $"'{tag}' is not among the tags in {SiteSettings.FileName}.{Suggestion.DidYouMean(tag, tags)}";
        if (site.Settings.Owners is { Count: > 0 } owners && request.Owner is { } owner && !owners.ContainsKey(owner))
            return $"'{owner}' is not among the owners in "
                + $"{SiteSettings.FileName}.{Suggestion.DidYouMean(owner, owners.Keys)}";
        return null;
    }

    private static void Role(FrontMatterWriter head, LadderContext ground)
    {
        var (ladder, level) = (ground.Ladder!, ground.Level!);
        head.Set(RoleKeys.Ladder, ladder.Id)
            .Lists(RoleKeys.Requires, [.. ladder.Cells.Where(c => c.Level == level).Select(c => c.Id)], []);
    }

    private static void Archetype(FrontMatterWriter head, LadderContext ground)
    {
        var ladder = ground.Ladder!;
        head.Set(ArchetypeKeys.Ladder, ladder.Id)
            .Set(ArchetypeKeys.From, ground.Level!.Id)
            .Line($"# {ArchetypeKeys.Shows.Name}:  # {ArchetypeKeys.Shows.Description}");
        foreach (var dimension in ladder.Dimensions)
            head.Line($"#   {dimension.Id}: …");
    }
}
