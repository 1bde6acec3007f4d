using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>
/// Finds pages in a folder that have the same title as an earlier page. Equal titles in different folders are allowed,
/// because lists and search results show the folder.
/// </summary>
internal static class TitleChecks
{
    public static IEnumerable<Diagnostic> Check(Site site) =>
        from page in site.Pages
        where page.Address != SitePath.Home
        group page by (ListedIn(page), page.Title.ToUpperInvariant()) into alike
        from second in alike.Skip(1)
        select Diagnostic.At(
            HealthRules.SameTitle,
            second.Content.Source,
            second.Content.TitleSpan,
            alike.First().Path,
            second.Title
        );

    /// <summary>
    /// The folder in whose list the page appears. The index page of a folder appears in the parent folder.
    /// </summary>
    private static SourcePath ListedIn(SitePage page) => page.IsFolderPage ? page.Folder.Folder : page.Folder;
}
