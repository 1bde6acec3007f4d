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
            PageKind.Document when site is not { Ladders.Count: > 0 } => DraftOutcome.Refuse(
                "Documents are made from a ladder, and the site has none yet. Create one first: "
                    + "'new ladder ladders/our-levels'."
            ),
            PageKind.Document => page.Write(DocumentDraft.Add, DocumentDraft.Text),
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
            return $"'{tag}' is not a tag in {SiteSettings.FileName}.{SuggestionIndex.DidYouMean(tag, tags)}";
        if (site.Settings.Owners is { Count: > 0 } owners && request.Owner is { } owner && !owners.ContainsKey(owner))
            return $"'{owner}' is not among the owners in "
                + $"{SiteSettings.FileName}.{SuggestionIndex.DidYouMean(owner, owners.Keys)}";
        return null;
    }

    private static void Role(FrontMatterWriter head, LadderContext context)
    {
        var ladder = context.Ladder!;
        var level = context.Level!;
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

/// <summary>
/// The properties of a page to create. Properties that are not given are null, and get defaults from the pages around
/// it.
/// </summary>
/// <param name="Path">The path below the input folder as the user gave it. The extension is optional. For a section it
/// is the path of the folder.</param>
internal sealed record DraftRequest(PageKind Kind, string Path)
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Owner { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Ladder { get; init; }

    /// <summary>The level of a role, or the first level of an archetype.</summary>
    public string? Level { get; init; }

    /// <summary>The ids of cells, signals, dimensions or levels that a workshop helps with.</summary>
    public IReadOnlyList<string> Serves { get; init; } = [];

    /// <summary>The ladder that a new ladder extends.</summary>
    public string? Extends { get; init; }
}

/// <summary>
/// A scaffold of a page. It is valid as it is, has placeholders to replace, and gives advice in comments that readers
/// do not see.
/// </summary>
/// <param name="Files">The files to write, beginning with the page.</param>
/// <param name="Next">The next steps for the author, one sentence each.</param>
internal sealed record Draft(IReadOnlyList<DraftFile> Files, IReadOnlyList<string> Next);

/// <param name="IsNew">False for an existing file that is changed.</param>
internal sealed record DraftFile(SourcePath Path, string Text, bool IsNew);

/// <summary>
/// Either a draft, or the reason why there is none together with the fix. Exactly one of the two is set.
/// </summary>
internal sealed record DraftOutcome(Draft? Draft, string? Refusal)
{
    internal static DraftOutcome From(Draft draft) => new(draft, null);

    internal static DraftOutcome Refuse(string refusal) => new(null, refusal);
}

/// <summary>Resolves the path that a user gives for a new page, and validates it.</summary>
internal static class DraftPath
{
    /// <returns>The path of the file to create, or the reason why it is not valid.</returns>
    public static (SourcePath? Path, string? Refusal) Parse(DraftRequest request, Site? site)
    {
        var written = request.Path.Replace('\\', '/');
        var isFolder = request.Kind is PageKind.Section or PageKind.Ladder;
        if (SourcePath.Root.Resolve(written.StartsWith('/') ? "../" : written) is not { } path)
            return (
                null,
                $"'{request.Path}' is outside the input folder. Give a path below it, such as 'guides/setup'."
            );
        if (isFolder && (path.IsRoot || !path.IsMarkdown))
            path = path.Append("index.md");
        else if (!path.IsMarkdown)
            path = path.IsRoot ? path : new($"{path}.md");
        return Refusal(request, path, isFolder, site) is { } refusal ? (null, refusal) : (path, null);
    }

    private static string? Refusal(DraftRequest request, SourcePath path, bool isFolder, Site? site)
    {
        if (path.IsRoot || (!isFolder && request.Path.EndsWith('/')))
            return $"'{request.Path}' is a folder. Give the path of a page in it, such as "
                + $"'{request.Path.TrimEnd('/')}/setup'.";
        if (new SourcePath(request.Path).IsNotebook)
            return $"'{request.Path}' is a notebook, which Jupyter creates. Save it in the input "
                + "folder, and it is a page.";
        if (path.Segments.FirstOrDefault(s => s[0] is '_' or '.') is { } hidden)
            return $"'{hidden}' is ignored, because it begins with '{hidden[0]}'. Choose another name.";
        if (path.Segments.Any(s => s.AsSpan().IndexOfAny("<>:\"|?*#%") >= 0 || s.Any(char.IsControl)))
            return $"'{request.Path}' contains a character that causes problems in URLs or on other "
                + "systems. Use letters, digits and '-'.";
        if (isFolder && !PagePath.IsFolderPage(path))
            return $"The index page of a folder is its 'index.md'. Give the folder instead: "
                + $"'{path.WithoutExtension()}'.";
        if (!isFolder && PagePath.IsFolderPage(path))
            return $"'{path}' is the index page of its folder. Create a section instead: 'new section "
                + $"{(path.Folder.IsRoot ? "." : path.Folder)}'.";
        var address = SitePath.OfPage(PagePath.IsFolderPage(path) ? path.Folder : path.WithoutExtension());
        if (site?.Pages.FirstOrDefault(p => p.Address == address || p.Path == path) is { } other)
            return $"'{other.Path}' exists already, at {other.Address}. Choose another path.";
        return null;
    }
}
