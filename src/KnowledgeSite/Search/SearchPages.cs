using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search;

/// <summary>Which pages of a site can be found, and what they are called elsewhere than on themselves.</summary>
internal static class SearchPages
{
    /// <summary>What an author says on purpose is worth several links.</summary>
    private const int LinksOfSaidName = 3;

    public static IReadOnlyList<SearchPage> Of(Site site)
    {
        var workshops = site.Workshops.ToDictionary(w => w.Page);
        return
        [
            .. site.Pages.Where(p => p.Content.FrontMatter.Search).Select(p => Written(site, p) with { Made = workshops.TryGetValue(p, out var workshop) ? WorkshopText.Of(workshop) : [] }),
            .. site.Works.Page is { } list ? [new SearchPage(list.Address, list.Title, NameOf(PageKind.Source), [], 0, [], list)] : Array.Empty<SearchPage>(),
            .. site.Ladders.SelectMany(l => Made(site, l)),
        ];
    }

    /// <summary>Names that stand on no page: what an author says a page is also called, the codes and titles that a ladder has for its levels, and what readers call one level beside the next.</summary>
    public static IEnumerable<(SitePath Page, string Name, int Links)> NamesOf(Site site) =>
        site.Pages.SelectMany(p => p.Content.FrontMatter.AlsoCalled.Select(n => (p.Address, n.Value, LinksOfSaidName))).Concat(
            from places in site.Ladders
            from level in places.Ladder.Levels
            from name in new[] { level.Code, level.Title }
            where !string.IsNullOrEmpty(name)
            select (places.Of(level), name, 1)).Concat(
            from places in site.Ladders
            from step in places.Ladder.Graph.Steps
            from name in new[] { $"{step.From.Title} vs {step.To.Title}", $"compare {step.From.Title} and {step.To.Title}", $"difference between {step.From.Title} and {step.To.Title}" }
            select (places.Comparison(step.From, step.To), name, LinksOfSaidName));

    private static SearchPage Written(Site site, SitePage page)
    {
        var folder = page.IsFolderPage ? page.Folder.Folder : page.Folder;
        var trail = page.Folder.IsRoot ? [] : Trail(site, folder);
        return new(page.Address, page.Title, NameOf(page.Content.FrontMatter.Kind), trail, 0, [], page);
    }

    private static IEnumerable<SearchPage> Made(Site site, LadderPlaces places)
    {
        var ladder = NameOf(PageKind.Ladder);
        IReadOnlyList<string> trail = [.. Trail(site, places.Ladder.Folder)];
        yield return new(places.Matrix, $"{places.Ladder.Title}: matrix", ladder, trail, 0, [], null);
        foreach (var (from, to) in places.Ladder.Graph.Steps) yield return new(places.Comparison(from, to), $"{from.Title} to {to.Title}", ladder, trail, 0, [], null);
        foreach (var level in places.Ladder.Levels.Where(l => places.PageOf(l) is null)) yield return new(places.Of(level), level.Title, NameOf(PageKind.Level), trail, 0, [], null);
    }

    private static string NameOf(PageKind kind) => kind.ToString().ToLowerInvariant();

    private static IReadOnlyList<string> Trail(Site site, SourcePath folder)
    {
        var labels = new List<string>();
        for (; !folder.IsRoot; folder = folder.Folder) labels.Insert(0, site.Folders[folder].Label);
        return labels;
    }
}
