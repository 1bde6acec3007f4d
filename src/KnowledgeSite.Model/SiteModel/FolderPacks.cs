using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>Finds the folders that have a pack.</summary>
internal sealed class FolderPacks(
    IReadOnlyDictionary<SourcePath, SiteFolder> folders,
    IEnumerable<FolderSettings> settings,
    IReadOnlyList<LadderUrls> ladders,
    IReadOnlyList<WorkshopUrls> workshops,
    DiagnosticBag diagnostics
)
{
    private readonly Dictionary<SourcePath, bool> _asked = settings
        .Where(s => s.Pack is not null)
        .ToDictionary(s => s.Folder, s => s.Pack!.Value);
    private readonly Dictionary<SourcePath, LadderUrls> _ladders = ladders
        .DistinctBy(l => l.Ladder.Folder)
        .ToDictionary(l => l.Ladder.Folder);
    private readonly ILookup<SourcePath, WorkshopUrls> _workshops = workshops.ToLookup(w => w.Page.Folder);
    private readonly HashSet<SitePath> _made =
    [
        .. ladders.SelectMany(l => l.GeneratedAddresses),
        .. workshops.SelectMany(w => w.GeneratedAddresses),
    ];

    public IReadOnlyList<FolderPack> Find() =>
        [
            .. _asked
                .Keys.Concat(_ladders.Keys)
                .Concat(_workshops.Select(w => w.Key))
                .Distinct()
                .Where(folders.ContainsKey)
                .Where(f => _asked.GetValueOrDefault(f, true))
                .Order()
                .Select(f => Find(folders[f]))
                .OfType<FolderPack>(),
        ];

    private FolderPack? Find(SiteFolder folder)
    {
        var ladder = _ladders.GetValueOrDefault(folder.Path);
        var isAsked = _asked.ContainsKey(folder.Path);
        if (ladder is null && !isAsked)
        {
            var sheets = _workshops[folder.Path].Select(w => w.Page).ToHashSet();
            return new(folder, null, [.. Flatten(folder).Where(sheets.Contains)], sheets.MinBy(p => p.Path)!.Path);
        }

        var source = isAsked ? folder.Path.Append(FolderSettings.FileName) : ladder!.Ladder.File.Source.Path;
        var pages = Flatten(folder).Take(FolderPack.MaxPages + 1).ToList();
        if (pages.Count <= FolderPack.MaxPages)
            return new(folder, ladder, pages, source);
        diagnostics.Add(Diagnostic.At(WorkshopRules.PackTooLong, source, folder.Label, FolderPack.MaxPages));
        return null;
    }

    /// <summary>All pages of the folder, without those that have the address of a generated page.</summary>
    private IEnumerable<SitePage> Flatten(SiteFolder folder) =>
        new[] { folder.Page }
            .OfType<SitePage>()
            .Concat(folder.Entries.SelectMany(e => e.Folder is { } inner ? Flatten(inner) : [e.Page!]))
            .Where(p => !_made.Contains(p.Address));
}
