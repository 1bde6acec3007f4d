using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The history of all pages, across all names that their files have had. Computed in one pass over the changes.
/// </summary>
public sealed class PageHistory
{
    private readonly Dictionary<SourcePath, PageChanges> _ofPages = [];

    private PageHistory(IReadOnlyList<SiteChange> changes) => Changes = changes;

    internal static PageHistory None { get; } = new([]);

    /// <summary>The changes to pages, the latest first.</summary>
    public IReadOnlyList<SiteChange> Changes { get; }

    /// <summary>The history of a page; null if it is unknown.</summary>
    public PageChanges? Find(SitePage page) => _ofPages.GetValueOrDefault(page.Path);

    internal static PageHistory Gather(VersionControl repository, IEnumerable<SitePage> pages)
    {
        if (repository.Changes.Count == 0)
            return None;
        var called = pages.ToDictionary(p => p.Path, p => p.Path);
        var changes = new List<SiteChange>();
        foreach (var change in repository.Changes)
        {
            var touched = change
                .Files.Select(f => (File: f, Page: called.GetValueOrDefault(f.Path)))
                .Where(f => f.Page is not null)
                .ToList();
            if (touched.Count == 0)
                continue;
            changes.Add(new(change, [.. touched.Select(t => t.Page!).Order()]));
            // Before this change, the page had another name or did not exist.
            foreach (var (file, _) in touched.Where(t => t.File.Was is not null || t.File.IsNew))
                called.Remove(file.Path);
            foreach (var (file, page) in touched.Where(t => t.File.Was is not null))
                called.TryAdd(file.Was!, page!);
        }

        var history = new PageHistory(changes);
        foreach (var page in changes.SelectMany(c => c.Pages.Select(p => (Page: p, c.Change))).GroupBy(c => c.Page))
            history._ofPages[page.Key] = new(
                page.Max(c => DateOnly.FromDateTime(c.Change.Time.DateTime)),
                People(page.Select(c => c.Change))
            );
        return history;
    }

    private static IReadOnlyList<string> People(IEnumerable<Change> changes) =>
        [
            .. changes
                .SelectMany(c => c.People)
                .CountBy(p => p, StringComparer.Ordinal)
                .OrderByDescending(p => p.Value)
                .ThenBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => p.Key),
        ];
}

/// <param name="Pages">The current paths of the pages it changed.</param>
public sealed record SiteChange(Change Change, IReadOnlyList<SourcePath> Pages);

/// <summary>The version control history of one page.</summary>
/// <param name="Last">The date of its last change, in the author's time zone.</param>
/// <param name="People">The names of its authors, those with the most changes first.</param>
public sealed record PageChanges(DateOnly Last, IReadOnlyList<string> People)
{
    /// <summary>True if the page was changed after the date of its last review.</summary>
    public bool IsAfterReview(FrontMatter frontMatter) => frontMatter.Reviewed is { } reviewed && Last > reviewed;
}
