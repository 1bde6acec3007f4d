using System.Runtime.CompilerServices;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Documents;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Caches the results of joining the pages. While pages are only replaced by new versions, all paths and addresses stay
/// the same, and everything that depends only on them is reused.
/// </summary>
internal sealed class SiteCache
{
    private IReadOnlyList<Page> _contents = [];
    private PageTable _pages = PageTable.Create([]);
    private KnownFolders? _folders;
    private KnownHistory? _history;
    private BacklinkFinder? _backlinks;

    internal LinkCache Links { get; } = new();

    internal TagCache Tags { get; } = new();

    internal DocumentCache Documents { get; } = new();

    /// <summary>The content hashes of files that are published with a hash in their name.</summary>
    internal ConditionalWeakTable<SourceFile, string> Hashes { get; } = [];

    /// <inheritdoc cref="PageAddresses.Assign"/>
    internal PageTable Assign(IReadOnlyList<Page> pages, DiagnosticBag diagnostics)
    {
        _pages = FindReplaced(pages) is { } exchanged
            ? _pages.With(exchanged)
            : PageTable.Create(PageAddresses.Assign(pages, diagnostics));
        _contents = pages;
        return _pages;
    }

    /// <summary>The folders of the site, from the cache if nothing that they depend on has changed.</summary>
    internal IReadOnlyDictionary<SourcePath, SiteFolder> Folders(
        PageTable pages,
        IReadOnlyList<FolderSettings> settings,
        string siteTitle
    )
    {
        var folders =
            _folders is { } known && known.IsOf(pages, settings, siteTitle)
                ? FolderTreeBuilder.After(known.Folders, pages.ChangedSince(known.Pages))
                : FolderTreeBuilder.Build(pages, settings, siteTitle);
        _folders = new(pages, settings, siteTitle, folders);
        return folders;
    }

    /// <inheritdoc cref="PageHistory.Gather"/>
    internal PageHistory History(VersionControl repository, PageTable pages)
    {
        var history =
            _history is { } known && ReferenceEquals(known.Repository, repository) && known.Pages.HasPlacesOf(pages)
                ? known.History
                : PageHistory.Gather(repository, pages);
        _history = new(repository, pages, history);
        return history;
    }

    /// <summary>The backlinks of the site. May be called at any time while files are rendered.</summary>
    internal BacklinkFinder BacklinksOf(Site site) => _backlinks = new(site, _backlinks);

    /// <summary>
    /// The replaced pages by index; null if pages were added, removed or moved. Pages that lost an address conflict
    /// have no entry.
    /// </summary>
    private SitePage[]? FindReplaced(IReadOnlyList<Page> pages)
    {
        if (pages.Count != _contents.Count || pages.Count != _pages.Count)
            return null;
        var exchanged = new SitePage[pages.Count];
        for (var i = 0; i < exchanged.Length; i++)
        {
            var isSame = ReferenceEquals(pages[i], _contents[i]);
            if (!isSame && pages[i].Path != _contents[i].Path)
                return null;
            exchanged[i] = isSame ? _pages[i] : _pages[i] with { Content = pages[i] };
        }

        return exchanged;
    }

    private sealed record KnownFolders(
        PageTable Pages,
        IReadOnlyList<FolderSettings> Settings,
        string SiteTitle,
        IReadOnlyDictionary<SourcePath, SiteFolder> Folders
    )
    {
        public bool IsOf(PageTable pages, IReadOnlyList<FolderSettings> settings, string siteTitle) =>
            pages.HasPlacesOf(Pages)
            && siteTitle == SiteTitle
            && settings.SequenceEqual(Settings, ReferenceEqualityComparer.Instance)
            && pages
                .ChangedSince(Pages)
                .All(c =>
                    c.Before.Content.FrontMatter.Order == c.After.Content.FrontMatter.Order
                    && (!c.After.IsFolderPage || c.Before.Title == c.After.Title)
                );
    }

    private sealed record KnownHistory(VersionControl Repository, PageTable Pages, PageHistory History);
}

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
