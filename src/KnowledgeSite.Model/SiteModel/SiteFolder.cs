using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// A folder that contains pages at any depth. It has an address even if no author wrote a page for it.
/// </summary>
/// <param name="Page">The page that an author wrote for it; null if it is generated.</param>
/// <param name="Entries">The contents in navigation order, without the folder's own page.</param>
public sealed record SiteFolder(
    SourcePath Path,
    SitePath Address,
    string Label,
    int? Order,
    bool Collapsed,
    SitePage? Page,
    IReadOnlyList<FolderEntry> Entries
)
{
    public string Title => Page?.Title ?? Label;

    /// <summary>Folders are compared by reference, as pages are.</summary>
    public bool Equals(SiteFolder? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Path.GetHashCode();
}

/// <summary>An entry of a folder: either a page or a folder; the other one is null.</summary>
public sealed record FolderEntry(SitePage? Page, SiteFolder? Folder)
{
    public string Label => Folder?.Label ?? Page!.Title;

    public SitePath Address => Folder?.Address ?? Page!.Address;

    public string? Summary => (Folder is { } folder ? folder.Page : Page)?.Content.Summary;

    internal int Order => (Folder is { } folder ? folder.Order : Page!.Content.FrontMatter.Order) ?? int.MaxValue;

    internal string Name => Folder?.Path.FileName ?? Page!.Path.NameWithoutExtension;
}
