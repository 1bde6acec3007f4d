using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search.Related;

/// <summary>Related pages as an earlier run found them, for the pages of a later one.</summary>
/// <param name="site">Of the earlier run.</param>
public sealed class KnownRelations(Site site, RelatedPages related)
{
    private readonly Dictionary<SourcePath, SitePage> _pages = site.Pages.ToDictionary(p => p.Path);

    public RelatedPages For(Site later)
    {
        var present = new Lazy<Dictionary<SourcePath, SitePage>>(() => later.Pages.ToDictionary(p => p.Path));
        return new(page => _pages.TryGetValue(page.Path, out var earlier)
            ? [.. related.Of(earlier).Where(r => present.Value.ContainsKey(r.Page.Path)).Select(r => r with { Page = present.Value[r.Page.Path] })]
            : []);
    }
}
