using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A folder with pages in it, however deep. It has an address even where nobody wrote its page.</summary>
/// <param name="Page">The page that an author wrote for it; null where one is made.</param>
/// <param name="Entries">What lies in it, in the order of the navigation, its own page left out.</param>
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

    /// <summary>A folder is itself, as a page is.</summary>
    public bool Equals(SiteFolder? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Path.GetHashCode();
}

/// <summary>A page or a folder in a folder: exactly one of the two.</summary>
public sealed record FolderEntry(SitePage? Page, SiteFolder? Folder)
{
    public string Label => Folder?.Label ?? Page!.Title;

    public SitePath Address => Folder?.Address ?? Page!.Address;

    public string? Summary => (Folder is { } folder ? folder.Page : Page)?.Content.Summary;

    internal int Order => (Folder is { } folder ? folder.Order : Page!.Content.FrontMatter.Order) ?? int.MaxValue;

    internal string Name => Folder?.Path.FileName ?? Page!.Path.NameWithoutExtension;
}
