using System.Collections.Concurrent;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>Finds the workflow that a stage belongs to: the stages beside it in its folder.</summary>
internal sealed class StageFactory(Site site)
{
    /// <summary>More are no way that anyone takes in at a glance.</summary>
    private const int Most = 12;

    private readonly ConcurrentDictionary<SourcePath, StagePart?> _made = new();

    /// <summary>Null for a page that is no stage, and for a stage by itself.</summary>
    public StagePart? PartOf(SitePage page) =>
        page.Content.FrontMatter.Kind == PageKind.Stage && !page.IsFolderPage
            ? _made.GetOrAdd(page.Folder, folder => Create(site.Folders[folder]))
            : null;

    private static StagePart? Create(SiteFolder folder)
    {
        var stages = folder
            .Entries.Where(e => e.Page?.Content.FrontMatter.Kind == PageKind.Stage)
            .Take(Most + 1)
            .Select(e => new LinkView(e.Label, e.Address))
            .ToList();
        return stages.Count is > 1 and <= Most ? new(stages) : null;
    }
}
