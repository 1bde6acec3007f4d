using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>A tag and its pages.</summary>
/// <param name="tagged">The pages with this tag.</param>
public sealed class Tag(string name, SitePath address, IReadOnlyList<SitePage> tagged)
{
    private IReadOnlyList<SitePage>? _pages;

    internal static readonly SitePath IndexAddress = new("/tags/");

    internal string Name { get; } = name;

    internal SitePath Address { get; } = address;

    internal IReadOnlyList<SitePage> Tagged { get; } = tagged;

    /// <summary>The pages sorted by title, on first use.</summary>
    public IReadOnlyList<SitePage> Pages =>
        LazyInitializer.EnsureInitialized(
            ref _pages,
            () => [.. Tagged.OrderBy(p => p.Title, NaturalOrder.Comparer).ThenBy(p => p.Path)]
        );

    /// <summary>
    /// Collects the tags of all pages. Letter case and the difference between spaces and hyphens are ignored.
    /// </summary>
    internal static IReadOnlyList<Tag> Gather(IReadOnlyList<SitePage> pages)
    {
        var groups = pages
            .SelectMany(page =>
                page.Content.FrontMatter.Tags.Where(t => t.Value.Length > 0).Select(t => (Tag: t.Value, Page: page))
            )
            .GroupBy(t => KeyOf(t.Tag), StringComparer.Ordinal)
            .ToList();
        var addresses = AddressesOf([.. groups.Select(g => g.Key)]);
        return
        [
            .. groups
                .Select(g => new Tag(g.First().Tag, addresses[g.Key], [.. g.Select(t => t.Page).Distinct()]))
                .OrderBy(t => t.Name, NaturalOrder.Comparer),
        ];
    }

    /// <summary>The normalized key that all spellings of a tag share.</summary>
    internal static string KeyOf(string name) =>
        string.Join(
            '-',
            ComposedText.Compose(name).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    /// <summary>
    /// The addresses of the tags. Symbols are spelled out, so that C and C# have different addresses; if two tags still
    /// share an address, a number is appended to the later one.
    /// </summary>
    private static Dictionary<string, SitePath> AddressesOf(IReadOnlyList<string> keys)
    {
        var addresses = new Dictionary<string, SitePath>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys.OrderBy(k => SitePath.SpelledSlug(k) != k).ThenBy(k => k, StringComparer.Ordinal))
        {
            var slug = SitePath.SpelledSlug(key);
            var free = slug;
            for (var number = 2; !taken.Add(free); number++)
                free = $"{slug}-{number}";
            addresses.Add(key, IndexAddress.Append(free + "/"));
        }

        return addresses;
    }
}
