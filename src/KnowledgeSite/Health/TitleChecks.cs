using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>
/// Pages of one folder that have one title, each but the first. In different folders a title is told apart by what
/// stands around it: a list is that of a folder, a result of the search names its folders.
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

    /// <summary>The page of a folder is listed with its neighbours, in the folder above.</summary>
    private static SourcePath ListedIn(SitePage page) => page.IsFolderPage ? page.Folder.Folder : page.Folder;
}
