using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Drafts;

/// <summary>
/// Creates drafts of pages that pass a build without changes, even if warnings are treated as errors.
/// </summary>
/// <param name="site">The existing site, or null if it has no pages yet.</param>
internal sealed class DraftWriter(Site? site, DateOnly today)
{
    /// <summary>The kinds of pages for which drafts can be created.</summary>
    public static IReadOnlyList<PageKind> Kinds { get; } =
    [.. Enum.GetValues<PageKind>().Where(k => k != PageKind.Source)];

    /// <summary>A short description of a kind.</summary>
    public static string Meaning(PageKind kind) => PageKindDescriptions.Get(kind);

    /// <summary>
    /// The questions, in order. Each function takes the request with the answers so far and returns the next question,
    /// or null to skip it.
    /// </summary>
    public IEnumerable<Func<DraftRequest, DraftQuestion?>> Questions => new DraftQuestions(site).All;

    /// <summary>The reason why a page at this path is not possible, or null if it is.</summary>
    public string? RefusalOfPath(DraftRequest request) => DraftPath.Parse(request, site).Refusal;

    public DraftOutcome Write(DraftRequest request)
    {
        if (request.Kind == PageKind.Source)
            return DraftOutcome.Refuse(
                $"A source is not a page but an entry in {Bibliography.FileName}: '- id: larson-2021' with "
                    + "a 'title:' below it. Pages cite it with [@larson-2021]."
            );
        var (path, refusal) = DraftPath.Parse(request, site);
        if (path is null)
            return DraftOutcome.Refuse(refusal!);
        var context = new LadderContext(site, request, path);
        if ((NamesRefusal(request) ?? context.Refusal()) is { } problem)
            return DraftOutcome.Refuse(problem);
        var page = new PageDraft(
            site,
            request with
            {
                Title = string.IsNullOrWhiteSpace(request.Title) ? context.Title : request.Title,
            },
            path,
            today
        );
        return request.Kind switch
        {
            PageKind.Workshop => page.Write(new WorkshopDraft(request, context.Ladder!).Add, WorkshopDraft.Text),
            PageKind.Role => page.Write(head => Role(head, context)),
            PageKind.Archetype => page.Write(head => Archetype(head, context)),
            PageKind.Level => DimensionScaffold.LevelRefusal(context.Ladder!, path) is { } reason
                ? DraftOutcome.Refuse(reason)
                : page.Write(_ => { }),
            PageKind.Dimension => DimensionScaffold.Dimension(page, context.Ladder!, path),
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
            return $"'{tag}' is not a tag in {SiteSettings.FileName}.{Suggestion.DidYouMean(tag, tags)}";
        if (site.Settings.Owners is { Count: > 0 } owners && request.Owner is { } owner && !owners.ContainsKey(owner))
            return $"'{owner}' is not among the owners in "
                + $"{SiteSettings.FileName}.{Suggestion.DidYouMean(owner, owners.Keys)}";
        return null;
    }

    private static void Role(FrontMatterWriter head, LadderContext context)
    {
        var (ladder, level) = (context.Ladder!, context.Level!);
        head.Set(RoleKeys.Ladder, ladder.Id)
            .Lists(RoleKeys.Requires, [.. ladder.Cells.Where(c => c.Level == level).Select(c => c.Id)], []);
    }

    private static void Archetype(FrontMatterWriter head, LadderContext context)
    {
        var ladder = context.Ladder!;
        head.Set(ArchetypeKeys.Ladder, ladder.Id)
            .Set(ArchetypeKeys.From, context.Level!.Id)
            .Line($"# {ArchetypeKeys.Shows.Name}:  # {ArchetypeKeys.Shows.Description}");
        foreach (var dimension in ladder.Dimensions)
            head.Line($"#   {dimension.Id}: …");
    }
}
