using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

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

    public SitePath Address => Folder.Address.Append("pack/");

    public bool HoldsSheetsOnly => Pages.All(p => p.Content.FrontMatter.Kind == PageKind.Workshop);
}
