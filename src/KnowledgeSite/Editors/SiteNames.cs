using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Editors;

/// <summary>
/// The names of a site that authors use in front matter and settings. They are sorted if their order has no meaning.
/// </summary>
internal sealed class SiteNames(Site site)
{
    public IReadOnlyList<LadderNames> Ladders { get; } =
    [.. site.Ladders.Select(l => new LadderNames(l.Ladder)).OrderBy(l => l.Id, StringComparer.Ordinal)];

    public IReadOnlyList<string> Find(SiteList list) =>
        list switch
        {
            SiteList.Tags => Sorted(site.Settings.Tags.Count > 0 ? site.Settings.Tags : site.Tags.Select(t => t.Name)),
            SiteList.Owners => Sorted(
                site.Settings.Owners.Count > 0
                    ? site.Settings.Owners.Keys
                    : site.Pages.Select(p => p.Content.FrontMatter.Owner).OfType<string>()
            ),
            SiteList.Sources => Sorted(site.Works.Works.Select(w => w.Id.Value)),
            SiteList.Ladders => [.. Ladders.Select(l => l.Id)],
            _ => [.. Ladders.SelectMany(l => l.Find(list) ?? []).Distinct(StringComparer.Ordinal)],
        };

    /// <summary>Whether the list is complete, so that no other name is valid.</summary>
    public bool IsClosed(SiteList list) =>
        list switch
        {
            SiteList.Tags => site.Settings.Tags.Count > 0,
            SiteList.Owners => site.Settings.Owners.Count > 0,
            _ => true,
        };

    private static IReadOnlyList<string> Sorted(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>The names of one ladder that front matter can use.</summary>
internal sealed class LadderNames(Ladder ladder)
{
    public string Id => ladder.Id;

    /// <summary>The names in a list, or null for a list that is not about ladders.</summary>
    public IReadOnlyList<string>? Find(SiteList list) =>
        list switch
        {
            SiteList.Levels => [.. ladder.Levels.Select(l => l.Id)],
            SiteList.Dimensions => [.. ladder.Dimensions.Select(d => d.Id)],
            SiteList.Cells => [.. ladder.Cells.Select(c => c.Id)],
            SiteList.Places =>
            [
                .. ladder.Dimensions.Select(d => d.Id),
                .. ladder.Levels.Select(l => l.Id),
                .. ladder.Cells.Select(c => c.Id),
            ],
            _ => null,
        };
}
