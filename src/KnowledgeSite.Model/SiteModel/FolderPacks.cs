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

/// <summary>
/// A folder in one document for printing. Packs cost time in proportion to the folder's size, so a folder must opt in;
/// ladders, and folders that contain workshops, always have one.
/// </summary>
/// <param name="Ladder">The ladder in the folder; null for other folders.</param>
/// <param name="Pages">The pages in navigation order, starting with the folder's own; only the workshops if the folder
/// did not opt in.</param>
/// <param name="Source">The file that causes the pack to exist, for messages.</param>
public sealed record FolderPack(SiteFolder Folder, LadderUrls? Ladder, IReadOnlyList<SitePage> Pages, SourcePath Source)
{
    /// <summary>The maximum number of pages in a pack. In a larger folder, its subfolders can have packs.</summary>
    public const int MaxPages = 200;

    internal SitePath Address => Folder.Address.Append("pack/");

    /// <summary>Computed once, because each page in the pack asks for it.</summary>
    internal bool HoldsSheetsOnly { get; } = Pages.All(p => p.Content.FrontMatter.Kind == PageKind.Workshop);
}
