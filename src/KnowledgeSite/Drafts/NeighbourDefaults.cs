using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.SiteModel.Moving;

namespace KnowledgeSite.Drafts;

/// <summary>Default values for a new page, taken from the pages around it.</summary>
/// <param name="site">The existing site, or null if it has no pages.</param>
internal sealed class NeighbourDefaults(Site? site, PageKind kind, SourcePath path)
{
    private IReadOnlyList<SitePage> Neighbours { get; } =
    [.. site?.Pages.Where(p => p.Path.Folder == path.Folder && !p.IsFolderPage) ?? []];

    /// <summary>The parent page: the index page of its folder, or else of the nearest folder above.</summary>
    public SitePage? Parent { get; } =
        site is null
            ? null
            : PageAddresses
                .Ancestors(PagePath.IsFolderPage(path) ? path.Folder.Folder : path.Folder)
                .Select(f => site.Folders.GetValueOrDefault(f)?.Page)
                .FirstOrDefault(p => p is not null && p.Path != path);

    /// <summary>A sentence that links to the parent, such as "Part of [Workflow](index.md)."</summary>
    public string? LinkUp =>
        Parent is null
            ? null
            : $"Part of [{InText(Parent.Title)}]({AsTarget(RelativePath.Between(path.Folder, Parent.Path))}).";

    /// <summary>A link from the parent to the page.</summary>
    public string? LinkDown(string title) =>
        Parent is null ? null : $"[{InText(title)}]({AsTarget(RelativePath.Between(Parent.Path.Folder, path))})";

    /// <summary>The order that places the page after its neighbours. Null unless all of them have an order.</summary>
    public int? Order =>
        Neighbours.Count > 0 && Neighbours.All(p => p.Content.FrontMatter.Order is not null)
            ? Neighbours.Max(p => p.Content.FrontMatter.Order) + 1
            : null;

    public string? Owner => MostFrequent(Nearest.Select(p => p.Content.FrontMatter.Owner).OfType<string>());

    public string? ReviewIn =>
        MostFrequent(
            Nearest.Select(p => p.Content.FrontMatter.ReviewIn).OfType<ReviewInterval>().Select(i => i.ToString())
        );

    /// <summary>The tags that all pages of the same kind in the folder have.</summary>
    public IReadOnlyList<string> Tags
    {
        get
        {
            var tagLists = Neighbours
                .Where(p => p.Content.FrontMatter.Kind == kind)
                .Select(p => p.Content.FrontMatter.Tags.Select(t => t.Value).ToList())
                .ToList();
            return tagLists.Count < 2
                ? []
                :
                [
                    .. tagLists[0]
                        .Where(t => tagLists.TrueForAll(tags => tags.Contains(t, StringComparer.OrdinalIgnoreCase))),
                ];
        }
    }

    private IEnumerable<SitePage> Nearest =>
        Neighbours.Count > 0 ? Neighbours
        : Parent is null ? []
        : [Parent];

    private static string? MostFrequent(IEnumerable<string> texts) =>
        texts
            .GroupBy(t => t)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key;

    private static string InText(string title) =>
        title.Replace("[", @"\[", StringComparison.Ordinal).Replace("]", @"\]", StringComparison.Ordinal);

    private static string AsTarget(string path) =>
        string.Join('/', path.Split('/').Select(p => p == ".." ? p : Uri.EscapeDataString(p)));
}
