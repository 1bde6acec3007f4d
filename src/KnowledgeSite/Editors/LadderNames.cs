using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Editors;

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
