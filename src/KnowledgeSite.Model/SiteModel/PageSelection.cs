using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>The published pages, and for the others the reason why they are not published.</summary>
internal sealed record PageSelection(IReadOnlyList<Page> Published, IReadOnlyDictionary<SourcePath, string> LeftOut)
{
    public static PageSelection Create(IReadOnlyList<Page> pages, IEnumerable<SourcePath> sources, DateOnly today)
    {
        var leftOut = new Dictionary<SourcePath, string>();
        var published = new List<Page>(pages.Count);
        foreach (var page in pages)
        {
            if (Reason(page, today) is { } reason)
                leftOut.Add(page.Path, reason);
            else
                published.Add(page);
        }

        foreach (var path in sources.Where(p => p.IsMarkdown).Except(pages.Select(p => p.Path)))
            leftOut.TryAdd(
                path,
                PagePath.IsPage(path) ? "it cannot be read" : "its name, or its folder's, begins with '_'"
            );
        return new(published, leftOut);
    }

    private static string? Reason(Page page, DateOnly today) =>
        page.FrontMatter switch
        {
            { DraftLine: { } line } => $"it is marked '{line}'",
            { Excluded: true } => "it is excluded",
            { Published: { } day } when day > today => $"its date is {day:yyyy-MM-dd}",
            _ => null,
        };
}
