using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A word that pages share.</summary>
/// <param name="tagged">The pages that have it.</param>
public sealed class Tag(string name, SitePath address, IReadOnlyList<SitePage> tagged)
{
    private IReadOnlyList<SitePage>? _pages;

    public static readonly SitePath IndexAddress = new("/tags/");

    public string Name { get; } = name;

    public SitePath Address { get; } = address;

    public IReadOnlyList<SitePage> Tagged { get; } = tagged;

    /// <summary>By title; put in order when they are first asked for.</summary>
    public IReadOnlyList<SitePage> Pages => LazyInitializer.EnsureInitialized(ref _pages, () => [.. Tagged.OrderBy(p => p.Title, NaturalOrder.Comparer).ThenBy(p => p.Path)]);

    /// <summary>Tags whose names come to one address are one tag.</summary>
    internal static IReadOnlyList<Tag> Gather(IReadOnlyList<SitePage> pages) =>
    [
        .. pages.SelectMany(page => page.Content.FrontMatter.Tags.Where(t => t.Value.Length > 0).Select(t => (Tag: t.Value, Page: page)))
            .GroupBy(t => t.Tag, StringComparer.Ordinal)
            .GroupBy(g => SitePath.Slug(g.Key), StringComparer.Ordinal)
            .Select(g => new Tag(g.First().Key, AddressOf(g.First().Key), [.. g.SelectMany(t => t).Select(t => t.Page).Distinct()]))
            .OrderBy(t => t.Name, NaturalOrder.Comparer),
    ];

    internal static SitePath AddressOf(string name) => IndexAddress.Append(SitePath.Slug(name) + "/");
}
