using System.Collections.Concurrent;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>Finds the workflow of a stage: all stages in its folder.</summary>
internal sealed class StageFactory(Site site)
{
    /// <summary>The maximum number of stages that are shown as a workflow.</summary>
    private const int MaxStages = 12;

    private readonly ConcurrentDictionary<SourcePath, StagePart?> _made = new();

    /// <summary>The workflow of a stage; null for other pages, and for a stage without others.</summary>
    public StagePart? PartOf(SitePage page) =>
        page.Content.FrontMatter.Kind == PageKind.Stage && !page.IsFolderPage
            ? _made.GetOrAdd(page.Folder, folder => Create(site.Folders[folder]))
            : null;

    private static StagePart? Create(SiteFolder folder)
    {
        var stages = folder
            .Entries.Where(e => e.Page?.Content.FrontMatter.Kind == PageKind.Stage)
            .Take(MaxStages + 1)
            .Select(e => new LinkView(e.Label, e.Address))
            .ToList();
        return stages.Count is > 1 and <= MaxStages ? new(stages) : null;
    }
}

/// <summary>All stages of a stage's workflow in order, including the stage itself.</summary>
public sealed record StagePart(IReadOnlyList<LinkView> Stages) : ArticlePart;
