namespace KnowledgeSite.SiteModel;

/// <summary>
/// Finds pages with similar content. Computed page by page, so that the cost is spread over rendering.
/// </summary>
/// <param name="find">Must be thread-safe.</param>
internal sealed class RelatedPages(Func<SitePage, IReadOnlyList<RelatedPage>> find)
{
    /// <summary>
    /// The related pages, the nearest first, without pages that are linked in either direction or are the previous or
    /// next page.
    /// </summary>
    public IReadOnlyList<RelatedPage> Find(SitePage page) => find(page);
}

/// <summary>A related page and the reasons for the relation.</summary>
/// <param name="Words">Rare words that both pages use, the rarest first.</param>
/// <param name="Targets">The targets that both pages link to.</param>
/// <param name="Tags">The rare tags that both pages have.</param>
/// <param name="Sources">The titles of rarely cited works that both pages cite.</param>
internal sealed record RelatedPage(
    SitePage Page,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Targets,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Sources
);
