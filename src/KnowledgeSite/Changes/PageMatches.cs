using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>
/// Which page of before each page of now is: the one of the same path, else the one that the version control saw moved,
/// else the one whose address it took over, else one with the very same text.
/// </summary>
internal sealed class PageMatches
{
    private readonly Dictionary<SourcePath, SitePage> _before;
    private readonly Dictionary<SourcePath, SitePage> _was = [];
    private readonly HashSet<SourcePath> _taken = [];

    /// <param name="renames">By the path of now, the one of before.</param>
    public PageMatches(Site? before, Site after, IReadOnlyDictionary<SourcePath, SourcePath> renames)
    {
        _before = before?.Pages.ToDictionary(p => p.Path) ?? [];
        foreach (var page in after.Pages.Where(p => _before.ContainsKey(p.Path)))
            Match(page, _before[page.Path]);
        if (before is null || _was.Count == _before.Count)
            return;

        foreach (var page in Unmatched(after).Where(p => renames.ContainsKey(p.Path)))
            TryMatch(page, _before.GetValueOrDefault(renames[page.Path]));
        var left = Gone.ToList();
        var (byAddress, byText) = (
            left.ToDictionary(p => p.Address),
            left.Where(p => p.Content.Source.Text is not null)
                .DistinctBy(p => p.Content.Source.Text!.Value)
                .ToDictionary(p => p.Content.Source.Text!.Value, StringComparer.Ordinal)
        );
        var redirects = after
            .Redirects.Where(r => byAddress.ContainsKey(r.From))
            .ToLookup(r => r.To, r => byAddress[r.From]);
        foreach (var page in Unmatched(after))
            TryMatch(
                page,
                redirects[page.Address].FirstOrDefault(p => !_taken.Contains(p.Path))
                    ?? byText.GetValueOrDefault(page.Content.Source.Text?.Value ?? "")
            );
    }

    /// <summary>Null for a page that is new.</summary>
    public SitePage? Before(SitePage page) => _was.GetValueOrDefault(page.Path);

    /// <summary>By path.</summary>
    public IEnumerable<SitePage> Gone => _before.Values.Where(p => !_taken.Contains(p.Path)).OrderBy(p => p.Path);

    private List<SitePage> Unmatched(Site after) => [.. after.Pages.Where(p => !_was.ContainsKey(p.Path))];

    private void TryMatch(SitePage page, SitePage? before)
    {
        if (before is not null && !_taken.Contains(before.Path))
            Match(page, before);
    }

    private void Match(SitePage page, SitePage before)
    {
        _was[page.Path] = before;
        _taken.Add(before.Path);
    }
}
