namespace KnowledgeSite.SiteModel;

/// <summary>
/// Caches the tags of the last run. If no page changed its tags, tags whose pages are unchanged keep their sorted
/// lists.
/// </summary>
internal sealed class TagCache
{
    private IReadOnlyList<SitePage> _pages = [];
    private IReadOnlyList<Tag> _tags = [];

    public IReadOnlyList<Tag> Gather(IReadOnlyList<SitePage> pages)
    {
        _tags = Changed(pages) is { } changed ? [.. _tags.Select(t => With(t, changed))] : Tag.Gather(pages);
        _pages = pages;
        return _tags;
    }

    /// <summary>The replaced pages, each with its new version; null if tags have changed.</summary>
    private Dictionary<SitePage, SitePage>? Changed(IReadOnlyList<SitePage> pages)
    {
        if (pages.Count != _pages.Count)
            return null;
        var changed = new Dictionary<SitePage, SitePage>();
        for (var i = 0; i < pages.Count; i++)
        {
            if (ReferenceEquals(pages[i], _pages[i]))
                continue;
            if (pages[i].Path != _pages[i].Path || !TagsOf(pages[i]).SequenceEqual(TagsOf(_pages[i])))
                return null;
            changed.Add(_pages[i], pages[i]);
        }

        return changed;
    }

    private static Tag With(Tag tag, Dictionary<SitePage, SitePage> changed) =>
        changed.Keys.Any(p => TagsOf(p).Any(t => Tag.KeyOf(t) == Tag.KeyOf(tag.Name)))
            ? new(tag.Name, tag.Address, [.. tag.Tagged.Select(p => changed.GetValueOrDefault(p, p))])
            : tag;

    private static IEnumerable<string> TagsOf(SitePage page) => page.Content.FrontMatter.Tags.Select(t => t.Value);
}
