namespace KnowledgeSite.SiteModel;

/// <summary>What pages have in common. Asked page by page, so that the cost is spread over those who ask.</summary>
/// <param name="find">Safe to call from many threads.</param>
public sealed class RelatedPages(Func<SitePage, IReadOnlyList<RelatedPage>> find)
{
    /// <summary>
    /// The nearest first; none that the page leads to, that leads to it, or that stands before or after it.
    /// </summary>
    public IReadOnlyList<RelatedPage> Find(SitePage page) => find(page);
}

/// <summary>A page that has something in common with another.</summary>
/// <param name="Words">Rare words that both use, the rarest first.</param>
/// <param name="Targets">What both link to.</param>
/// <param name="Tags">Tags that few pages have.</param>
public sealed record RelatedPage(
    SitePage Page,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Targets,
    IReadOnlyList<string> Tags
);
