using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A word that pages share.</summary>
/// <param name="Pages">By title.</param>
public sealed record Tag(string Name, SitePath Address, IReadOnlyList<SitePage> Pages)
{
    public static readonly SitePath IndexAddress = new("/tags/");

    /// <summary>Tags whose names come to one address are one tag.</summary>
    internal static IReadOnlyList<Tag> Gather(IReadOnlyList<SitePage> pages) =>
    [
        .. pages.SelectMany(page => page.Content.FrontMatter.Tags.Where(t => t.Value.Length > 0).Select(t => (Tag: t.Value, Page: page)))
            .GroupBy(t => t.Tag, StringComparer.Ordinal)
            .GroupBy(g => SitePath.Slug(g.Key), StringComparer.Ordinal)
            .Select(g => new Tag(g.First().Key, IndexAddress.Append($"{g.Key}/"), [.. g.SelectMany(t => t).Select(t => t.Page).Distinct().OrderBy(p => p.Title, NaturalOrder.Comparer).ThenBy(p => p.Path)]))
            .OrderBy(t => t.Name, NaturalOrder.Comparer),
    ];
}
