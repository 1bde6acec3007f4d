using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Creates the resolved links of one page, of which <see cref="LinkResolver"/> has found the targets. Checks whether
/// their fragments exist.
/// </summary>
/// <param name="settings">Without a <c>site.yaml</c>, ids of other tools are resolved without a message.</param>
internal sealed class ResolvedLinkFactory(SitePage page, LinkIndex index, SiteSettings settings)
{
    private readonly List<BrokenLink> _broken = [];

    private readonly List<SourcePath> _files = [];

    /// <summary>The links without a target, or with a fragment that does not exist.</summary>
    public IReadOnlyList<BrokenLink> Broken => _broken;

    /// <summary>The files that the page refers to.</summary>
    public IReadOnlyList<SourcePath> Files => _files;

    /// <param name="name">The text of a link without a label; null for the page's title.</param>
    public ResolvedLink ToPage(PageLink link, SitePage target, LinkAddress address, string? name = null)
    {
        var fragment = address.Fragment;
        var isWiki = link.Form is LinkForm.Wiki or LinkForm.Include;
        if (fragment is not null && !LinkAddress.IsAlwaysThere(fragment))
        {
            var found =
                target.Content.Body.FindId(fragment)
                ?? (
                    isWiki || fragment.Contains(' ', StringComparison.Ordinal)
                        ? HeadingFinder.Find(target.Content, fragment)
                        : null
                );
            if (found is null && target.Content.Body.Labels.Contains(fragment))
                return ToLabel(link, target, fragment);
            if (found is null)
            {
                found = target.Content.Body.FindSimilarId(fragment);
                // Jupyter keeps capitals and punctuation in the ids of headings.
                if (found is null || (settings.IsPrepared && !target.Path.IsNotebook))
                    _broken.Add(new(page, link, BrokenLink.What.Fragment, fragment, target));
            }

            fragment = found ?? fragment;
        }

        var isSamePage = target.Address == page.Address && address.Query is null;
        var title = name is not null && fragment is null ? name : NameOf(link, target, fragment);
        return new ResolvedLink.Internal(target.Address, address.Suffix(fragment), title, isSamePage);
    }

    /// <summary>Creates a link to a MyST label. If no element has it, the link leads to its page.</summary>
    public ResolvedLink ToLabel(PageLink link, SitePage target, string label)
    {
        var id = target.Content.Body.FindId(label);
        var isSamePage = target.Address == page.Address;
        return new ResolvedLink.Internal(
            target.Address,
            id is null ? "" : "#" + id,
            NameOf(link, target, id ?? label),
            isSamePage
        );
    }

    /// <summary>
    /// The text of a link without one: the name of the element it leads to, or the title of the page. A wikilink to an
    /// element of another page shows both. On the same page, an element without a name is called by its id.
    /// </summary>
    private string NameOf(PageLink link, SitePage target, string? fragment)
    {
        var isWiki = link.Form is LinkForm.Wiki or LinkForm.Include;
        if (fragment is null || LinkAddress.IsAlwaysThere(fragment) || !(isWiki ? link.Label is null : link.IsEmpty))
            return target.Title;
        var name = ElementNames.Find(target.Content, fragment, settings.Text);
        if (target == page)
            return name ?? fragment;
        return name is null || name == target.Title ? target.Title
            : isWiki && target.Content.FrontMatter.Kind != PageKind.Glossary ? $"{target.Title}: {name}"
            : name;
    }

    public ResolvedLink ToFolder(PageLink link, SiteFolder folder, LinkAddress address)
    {
        if (folder.Page is { } written)
            return ToPage(link, written, address);
        if (address.Fragment is { } fragment && !LinkAddress.IsAlwaysThere(fragment))
            _broken.Add(new(page, link, BrokenLink.What.Fragment, fragment, null));
        return new ResolvedLink.Internal(folder.Address, address.Suffix(address.Fragment), folder.Label, false);
    }

    /// <summary>Creates a link to a generated page, or to the page that an author wrote in its place.</summary>
    public ResolvedLink ToGenerated(PageLink link, SitePath found, SitePage? written, LinkAddress address)
    {
        if (written is not null)
            return ToPage(link, written, address);
        if (
            address.Fragment is { } fragment
            && !LinkAddress.IsAlwaysThere(fragment)
            && !index.HasGeneratedId(found, fragment)
        )
            _broken.Add(new(page, link, BrokenLink.What.Fragment, fragment, null));
        return new ResolvedLink.Internal(found, address.Suffix(address.Fragment), link.Target, false);
    }

    /// <summary>Creates a link to a file. A file that is not allowed is reported when assets are published.</summary>
    public ResolvedLink ToFile(PageLink link, SourcePath path, LinkAddress address)
    {
        _files.Add(path);
        if (index.Assets.Find(path) is not { } asset)
            return new ResolvedLink.AsWritten(link.Target);
        return new ResolvedLink.Internal(asset.Address, address.Suffix(address.Fragment), path.FileName, false);
    }

    /// <summary>Adds a link without a target.</summary>
    public ResolvedLink Break(PageLink link, BrokenLink.What what, string wanted)
    {
        _broken.Add(new(page, link, what, wanted, null));
        return new ResolvedLink.AsWritten(link.Target);
    }
}
