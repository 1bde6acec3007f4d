using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.SiteModel.Moving;

namespace KnowledgeSite.Drafts;

/// <summary>What lies around a page that is not there yet, and what it may take over from there.</summary>
/// <param name="site">Null where there is no page at all.</param>
internal sealed class NeighbourDefaults(Site? site, PageKind kind, SourcePath path)
{
    private IReadOnlyList<SitePage> Neighbours { get; } =
    [.. site?.Pages.Where(p => p.Path.Folder == path.Folder && !p.IsFolderPage) ?? []];

    /// <summary>The page above it: that of its folder, else of the nearest folder around it.</summary>
    public SitePage? Parent { get; } =
        site is null
            ? null
            : PageAddresses
                .Ancestors(PageParser.IsFolderPage(path) ? path.Folder.Folder : path.Folder)
                .Select(f => site.Folders.GetValueOrDefault(f)?.Page)
                .FirstOrDefault(p => p is not null && p.Path != path);

    /// <summary>"Part of [Workflow](index.md)."</summary>
    public string? LinkUp =>
        Parent is null
            ? null
            : $"Part of [{InText(Parent.Title)}]({AsTarget(RelativePath.Between(path.Folder, Parent.Path))}).";

    /// <summary>How the page above names this one.</summary>
    public string? LinkDown(string title) =>
        Parent is null ? null : $"[{InText(title)}]({AsTarget(RelativePath.Between(Parent.Path.Folder, path))})";

    /// <summary>After the last of its neighbours, where they have an order.</summary>
    public int? Order =>
        Neighbours.Count > 0 && Neighbours.All(p => p.Content.FrontMatter.Order is not null)
            ? Neighbours.Max(p => p.Content.FrontMatter.Order) + 1
            : null;

    public string? Owner => MostFrequent(Nearest.Select(p => p.Content.FrontMatter.Owner).OfType<string>());

    public string? ReviewIn =>
        MostFrequent(
            Nearest.Select(p => p.Content.FrontMatter.ReviewIn).OfType<ReviewInterval>().Select(i => i.ToString())
        );

    /// <summary>Those that all pages of this kind beside it have.</summary>
    public IReadOnlyList<string> Tags
    {
        get
        {
            var alike = Neighbours
                .Where(p => p.Content.FrontMatter.Kind == kind)
                .Select(p => p.Content.FrontMatter.Tags.Select(t => t.Value).ToList())
                .ToList();
            return alike.Count < 2
                ? []
                :
                [
                    .. alike[0]
                        .Where(t => alike.TrueForAll(tags => tags.Contains(t, StringComparer.OrdinalIgnoreCase))),
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
