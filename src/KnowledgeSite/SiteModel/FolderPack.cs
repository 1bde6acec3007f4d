using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// A folder in one document, to be printed together. What it costs grows with the folder, so a folder asks for it;
/// ladders, and folders that workshops lie in, have one unasked.
/// </summary>
/// <param name="Ladder">The ladder that the folder is; null for most.</param>
/// <param name="Pages">In the order of the navigation, the folder's own first; of a folder that did not ask, its
/// workshops alone.</param>
/// <param name="Source">The file to which it owes its being.</param>
public sealed record FolderPack(SiteFolder Folder, LadderUrls? Ladder, IReadOnlyList<SitePage> Pages, SourcePath Source)
{
    /// <summary>Nobody prints more than this; a folder that holds more says so of the folders in it.</summary>
    public const int MostPages = 200;

    public SitePath Address => Folder.Address.Append("pack/");

    public bool HoldsSheetsOnly => Pages.All(p => p.Content.FrontMatter.Kind == PageKind.Workshop);
}
