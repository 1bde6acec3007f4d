using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel.Maps;

/// <summary>A map of a folder: its contents, and the links among them and to the rest of the site.</summary>
/// <param name="Units">In navigation order; units outside the folder come last.</param>
/// <param name="Ties">The links between different units, the strongest first.</param>
public sealed record FolderMap(SiteFolder Folder, IReadOnlyList<MapUnit> Units, IReadOnlyList<MapTie> Ties);

/// <summary>A node of a map: a page, a folder with all its contents, or the rest for which there is no room.</summary>
/// <param name="Map">The address of the unit's own map; null if it has none.</param>
/// <param name="Pages">The number of pages that authors wrote.</param>
/// <param name="Within">The number of links between pages of the unit.</param>
/// <param name="IsOutside">True if the unit is outside the folder of the map.</param>
/// <param name="Inside">The contents, as far as there is room.</param>
/// <param name="LeftOut">The number of entries that are not shown.</param>
public sealed record MapUnit(
    string Title,
    SitePath Address,
    SitePath? Map,
    MapUnitKind Kind,
    int Pages,
    int Within,
    bool IsOutside,
    IReadOnlyList<MapEntry> Inside,
    int LeftOut
)
{
    /// <summary>The page's summary; null for a folder.</summary>
    public string? Summary { get; init; }
}

public enum MapUnitKind
{
    Page,
    Folder,

    /// <summary>The unit for everything that has no room of its own.</summary>
    Rest,
}

/// <param name="Pages">The number of pages; null for a page.</param>
/// <param name="Depth">The number of the unit's folders that contain it.</param>
public sealed record MapEntry(string Label, SitePath Address, int? Pages, int Depth);

/// <param name="From">The number of a unit.</param>
/// <param name="Count">The number of links between the two units.</param>
public sealed record MapTie(int From, int To, int Count);
