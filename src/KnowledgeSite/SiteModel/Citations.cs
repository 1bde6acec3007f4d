using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>Which pages link to a certain id of a page.</summary>
public sealed class Citations
{
    private readonly ILookup<(SitePath Address, string Id), SitePage> _pages;

    public Citations(Site site)
    {
        _pages = site.Pages.SelectMany(page => site.Links[page.Path].OfType<ResolvedLink.Internal>().Where(l => !l.IsSamePage && l.Suffix.Contains('#', StringComparison.Ordinal))
                .Select(l => (Place: (l.Address, Id: Uri.UnescapeDataString(l.Suffix[(l.Suffix.IndexOf('#', StringComparison.Ordinal) + 1)..])), Page: page)))
            .ToLookup(l => l.Place, l => l.Page);
    }

    /// <summary>By title, each once.</summary>
    public IReadOnlyList<SitePage> Of(SitePath address, string id) =>
        [.. _pages[(address, id)].Distinct().OrderBy(p => p.Title, NaturalOrder.Comparer)];
}
