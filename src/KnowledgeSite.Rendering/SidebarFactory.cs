using System.Collections.Concurrent;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Creates the sidebar of each page. A small section is shown in full. In a large one, a page shows the folders around
/// it and its neighbours; in a folder with very many entries, only the block that contains the page. So no sidebar
/// grows with the site. Sidebars are cached and shared.
/// </summary>
internal sealed class SidebarFactory(Site site)
{
    private const int MaxWholeSection = 100;
    private const int MaxFolderSize = 60;

    private readonly ConcurrentDictionary<BlockOfFolder, SidebarView> _made = new();
    private readonly ConcurrentDictionary<SourcePath, int> _sizes = new();
    private readonly ConcurrentDictionary<SourcePath, Dictionary<SitePath, int>> _places = new();

    /// <summary>
    /// The sidebar; null for pages directly in the input folder, and if there is nothing to choose from.
    /// </summary>
    public SidebarView? Create(SourcePath folder, SitePath page)
    {
        if (site.SectionOf(folder) is not { } section)
            return null;
        if (Size(section) <= MaxWholeSection)
            return _made.GetOrAdd(new(section.Path, 0), _ => View(section, Whole(section)));

        var home = site.Folders[folder];
        var block = home.Entries.Count <= MaxFolderSize ? 0 : PlaceOf(home, page) / MaxFolderSize;
        return _made.GetOrAdd(new(folder, block), key => View(section, Around(section, home, key.Block)));
    }

    private static SidebarView View(SiteFolder section, IReadOnlyList<SidebarItem> items) =>
        new(new(section.Label, section.Address), items);

    private int Size(SiteFolder folder) =>
        _sizes.GetOrAdd(folder.Path, _ => folder.Entries.Sum(e => e.Folder is { } inner ? 1 + Size(inner) : 1));

    private int PlaceOf(SiteFolder folder, SitePath page)
    {
        var places = _places.GetOrAdd(
            folder.Path,
            _ =>
                folder
                    .Entries.Select((e, i) => (e.Address, i))
                    .DistinctBy(e => e.Address)
                    .ToDictionary(e => e.Address, e => e.i)
        );
        return places.GetValueOrDefault(page);
    }

    private List<SidebarItem> Whole(SiteFolder folder) =>
        [
            .. GeneratedPages(folder),
            .. folder.Entries.Select(e => new SidebarItem(
                e.Label,
                e.Address,
                e.Folder is { } inner ? Whole(inner) : null,
                e.Folder?.Collapsed ?? false
            )),
        ];

    private List<SidebarItem> Around(SiteFolder folder, SiteFolder home, int block)
    {
        var isHome = folder.Path == home.Path;
        var entries = Visible(folder, home, isHome ? block : 0);
        return
        [
            .. GeneratedPages(folder),
            .. entries.Select(e =>
                e.Folder is { } inner && home.Path.IsWithin(inner.Path)
                    ? new SidebarItem(e.Label, e.Address, Around(inner, home, block), false)
                    : new SidebarItem(e.Label, e.Address, null, false)
            ),
        ];
    }

    /// <summary>The pages that are generated for a ladder, which come before those that its authors wrote.</summary>
    private IEnumerable<SidebarItem> GeneratedPages(SiteFolder folder)
    {
        if (site.Ladders.FirstOrDefault(l => l.Ladder.Folder == folder.Path) is not { } ladder)
            yield break;
        yield return new(site.Settings.Text.Matrix, ladder.Matrix, null, false);
        yield return new(site.Settings.Text.Compare, ladder.Comparisons, null, false);
        if (ladder.Ladder.Versions.All.Count > 0)
            yield return new(site.Settings.Text.WhatChanged, ladder.Changes, null, false);
    }

    /// <summary>
    /// The visible block of a very large folder, and the ancestor of the current page if the block does not contain it.
    /// </summary>
    private static IEnumerable<FolderEntry> Visible(SiteFolder folder, SiteFolder home, int block)
    {
        if (folder.Entries.Count <= MaxFolderSize)
            return folder.Entries;
        var visible = folder.Entries.Skip(block * MaxFolderSize).Take(MaxFolderSize).ToList();
        var ancestor = folder.Entries.FirstOrDefault(e => e.Folder is { } inner && home.Path.IsWithin(inner.Path));
        if (ancestor is not null && !visible.Contains(ancestor))
            visible.Insert(0, ancestor);
        return visible;
    }

    private sealed record BlockOfFolder(SourcePath Folder, int Block);
}

/// <summary>The navigation of a section, shared by its pages; each page marks its own position.</summary>
public sealed record SidebarView(LinkView Section, IReadOnlyList<SidebarItem> Items);

/// <param name="Children">Null for a page, and for a folder whose contents are not shown here.</param>
/// <param name="Collapsed">True if the folder is closed unless the current page is inside.</param>
public sealed record SidebarItem(string Label, SitePath Address, IReadOnlyList<SidebarItem>? Children, bool Collapsed);
