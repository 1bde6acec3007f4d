using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel.Maps;

/// <summary>What lies in a folder, and how it hangs together and with all that lies elsewhere.</summary>
/// <param name="Units">In the order of the navigation; what lies elsewhere last.</param>
/// <param name="Ties">Between different units, the strongest first.</param>
public sealed record FolderMap(SiteFolder Folder, IReadOnlyList<MapUnit> Units, IReadOnlyList<MapTie> Ties);

/// <summary>A page or a folder with all that is in it; or what a map has no room for one by one.</summary>
/// <param name="Map">Null where it has none of its own.</param>
/// <param name="Pages">How many an author wrote.</param>
/// <param name="Within">How many links lead from one of its pages to another of them.</param>
/// <param name="IsOutside">It lies elsewhere than in the folder of the map.</param>
/// <param name="Inside">What it holds, as far as there is room.</param>
/// <param name="LeftOut">How many more it holds.</param>
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
    /// <summary>Of a page, what it is about.</summary>
    public string? Summary { get; init; }
}

public enum MapUnitKind
{
    Page,
    Folder,

    /// <summary>What there is no room for.</summary>
    Rest,
}

/// <param name="Pages">Null for a page.</param>
/// <param name="Depth">How many folders of the unit it lies in.</param>
public sealed record MapEntry(string Label, SitePath Address, int? Pages, int Depth);

/// <param name="From">The number of a unit.</param>
/// <param name="Count">Of the links that lead from one to the other.</param>
public sealed record MapTie(int From, int To, int Count);
