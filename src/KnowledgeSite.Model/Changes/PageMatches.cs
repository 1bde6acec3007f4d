using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>
/// Matches the pages of two states of a site: by path, else by the renames that version control detects, else by
/// redirects from the former URL, else by identical text.
/// </summary>
internal sealed class PageMatches
{
    private readonly Dictionary<SourcePath, SitePage> _before;
    private readonly Dictionary<SourcePath, SitePage> _matches = [];
    private readonly HashSet<SourcePath> _matchedBefore = [];

    /// <param name="renames">The former path of each renamed file, by its current path.</param>
    public PageMatches(Site? before, Site after, IReadOnlyDictionary<SourcePath, SourcePath> renames)
    {
        _before = before?.Pages.ToDictionary(p => p.Path) ?? [];
        foreach (var page in after.Pages.Where(p => _before.ContainsKey(p.Path)))
            Match(page, _before[page.Path]);
        if (before is null || _matches.Count == _before.Count)
            return;

        foreach (var page in Unmatched(after).Where(p => renames.ContainsKey(p.Path)))
            TryMatch(page, _before.GetValueOrDefault(renames[page.Path]));
        var left = Gone.ToList();
        var byAddress = left.ToDictionary(p => p.Address);
        var byText = left.Where(p => p.Content.Source.Text is not null)
            .DistinctBy(p => p.Content.Source.Text!.Value)
            .ToDictionary(p => p.Content.Source.Text!.Value, StringComparer.Ordinal);
        var redirects = after
            .Redirects.Where(r => byAddress.ContainsKey(r.From))
            .ToLookup(r => r.To, r => byAddress[r.From]);
        foreach (var page in Unmatched(after))
            TryMatch(
                page,
                redirects[page.Address].FirstOrDefault(p => !_matchedBefore.Contains(p.Path))
                    ?? byText.GetValueOrDefault(page.Content.Source.Text?.Value ?? "")
            );
    }

    /// <summary>The former state of a page, or null if it is new.</summary>
    public SitePage? Before(SitePage page) => _matches.GetValueOrDefault(page.Path);

    /// <summary>The removed pages, sorted by path.</summary>
    public IEnumerable<SitePage> Gone =>
        _before.Values.Where(p => !_matchedBefore.Contains(p.Path)).OrderBy(p => p.Path);

    private List<SitePage> Unmatched(Site after) => [.. after.Pages.Where(p => !_matches.ContainsKey(p.Path))];

    private void TryMatch(SitePage page, SitePage? before)
    {
        if (before is not null && !_matchedBefore.Contains(before.Path))
            Match(page, before);
    }

    private void Match(SitePage page, SitePage before)
    {
        _matches[page.Path] = before;
        _matchedBefore.Add(before.Path);
    }
}
