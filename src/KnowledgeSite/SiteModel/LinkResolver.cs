using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Matches the links of one page with what they lead to. What matches nothing is put in <see cref="Broken"/>, for a second
/// look by <see cref="LinkSuggestions"/>: the nearest candidate is worth a search, and only then.
/// </summary>
internal sealed class LinkResolver(SitePage page, LinkIndex index, Uri? baseUrl, DiagnosticBag diagnostics)
{
    private readonly List<BrokenLink> _broken = [];

    private readonly List<SourcePath> _files = [];

    public IReadOnlyList<BrokenLink> Broken => _broken;

    /// <summary>What is published because the page refers to it.</summary>
    public IReadOnlyList<SourcePath> Files => _files;

    public ResolvedLink[] ResolveAll() => [.. page.Content.Body.Links.Select(Resolve)];

    private ResolvedLink Resolve(PageLink link) =>
        (link.Form is LinkForm.Wiki or LinkForm.Include ? Wiki(link) : Address(link)) ?? new ResolvedLink.AsWritten(link.Target);

    private ResolvedLink? Address(PageLink link)
    {
        var target = WithoutBaseUrl(link.Target.Trim());
        if (target is null) return Elsewhere(link);
        if (target.StartsWith("xref:", StringComparison.OrdinalIgnoreCase)) return Xref(link, LinkAddress.Parse(target["xref:".Length..]));
        var address = LinkAddress.Parse(target);
        if (address.Path.Length == 0) return ToPage(link, page, address);

        var isFromRoot = address.Path.StartsWith('/');
        var from = isFromRoot ? SourcePath.Root : page.Path.Folder;
        return Path(link, from, address) ?? Break(link, BrokenLink.What.Path, address.Path);
    }

    /// <summary>
    /// Null for an address that leads elsewhere: it has a scheme or a host. One that begins with the site's own address is
    /// followed as a path from the root.
    /// </summary>
    private string? WithoutBaseUrl(string target)
    {
        if (target.StartsWith("//", StringComparison.Ordinal)) return null;
        if (baseUrl is not null && target.StartsWith(baseUrl.AbsoluteUri, StringComparison.Ordinal)) return "/" + target[baseUrl.AbsoluteUri.Length..];
        return LinkAddress.HasScheme(target) && !target.StartsWith("xref:", StringComparison.OrdinalIgnoreCase) ? null : target;
    }

    private ResolvedLink? Elsewhere(PageLink link)
    {
        if (MisspeltAddress.Meant(link.Target.Trim()) is { } meant) diagnostics.Add(Diagnostic.At(LinkRules.Misspelt, page.Content.Source, link.Span, link.Target, meant));
        return null;
    }

    /// <summary>The first reading of the path that matches: as it is written, then with its percent-encoding worked out.</summary>
    private ResolvedLink? Path(PageLink link, SourcePath from, LinkAddress address)
    {
        var decoded = Uri.UnescapeDataString(address.Path);
        foreach (var path in decoded == address.Path ? [address.Path] : new[] { decoded, address.Path })
        {
            if (from.Resolve(path) is not { } resolved)
            {
                if (path == decoded) diagnostics.Add(Diagnostic.At(LinkRules.LeavesInput, page.Content.Source, link.Span, link.Target));
                return new ResolvedLink.AsWritten(link.Target);
            }

            if (Source(link, resolved, address) is { } found) return found;
            var at = SitePath.OfPage(resolved);
            if (index.HasPage(at) && Generated(link, at, index.Page(at), address) is { } made) return made;
            if (OtherCase(link, resolved, address) is { } mended) return mended;
            if (OldAddress(link, resolved, address) is { } moved) return moved;
        }

        return null;
    }

    private ResolvedLink? Source(PageLink link, SourcePath path, LinkAddress address)
    {
        if (index.Page(path) is { } exact) return ToPage(link, exact, address);
        if (index.Assets.Contains(path)) return ToFile(link, path, address);
        if (index.Folders.TryGetValue(path, out var folder)) return ToFolder(link, folder, address);
        foreach (var candidate in PagesMeantBy(path))
        {
            if (index.Page(candidate) is { } other) return ToPage(link, other, address);
            if (LeftOut(link, candidate) is { } leftOut) return leftOut;
        }

        return null;
    }

    /// <summary>A link may leave out <c>.md</c> or name the finished page (<c>setup.html</c>, <c>guides/index.html</c>).</summary>
    private static IEnumerable<SourcePath> PagesMeantBy(SourcePath path)
    {
        yield return path;
        yield return new(path.Value + ".md");
        if (path.Extension is not (".html" or ".htm")) yield break;
        yield return new(path.WithoutExtension().Value + ".md");
        if (path.NameWithoutExtension == "index") yield return path.Folder.Append("README.md");
    }

    private ResolvedLink? LeftOut(PageLink link, SourcePath path)
    {
        if (!index.LeftOut.TryGetValue(path, out var reason)) return null;
        diagnostics.Add(Diagnostic.At(LinkRules.TargetExcluded, page.Content.Source, link.Span, link.Target, path, reason));
        return new ResolvedLink.AsWritten(link.Target);
    }

    private ResolvedLink? OtherCase(PageLink link, SourcePath path, LinkAddress address)
    {
        foreach (var candidate in PagesMeantBy(path))
        {
            if (index.AnyCase(candidate) is not { } real) continue;
            diagnostics.Add(Diagnostic.At(LinkRules.WrongCase, page.Content.Source, link.Span, link.Target, real));
            return Source(link, real, address);
        }

        return null;
    }

    /// <summary>What it was before: a check advises to link to the page as it is now.</summary>
    private ResolvedLink? OldAddress(PageLink link, SourcePath path, LinkAddress address) =>
        index.Once(path) is { } moved ? ToPage(link, moved, address) : null;

    /// <summary>The name of a page, or the id of a statement of a ladder.</summary>
    private ResolvedLink? Xref(PageLink link, LinkAddress address)
    {
        if (index.Xref(address.Path) is { } target) return ToPage(link, target, address);
        if (index.Statement(address.Path) is { } page) return ToPage(link, page, LinkAddress.Parse("#" + address.Path));
        return Named(address) ?? Break(link, BrokenLink.What.Xref, address.Path);
    }

    private ResolvedLink? Wiki(PageLink link)
    {
        var address = LinkAddress.Parse(link.Target);
        if (address.Path.Length == 0) return ToPage(link, page, address);
        foreach (var from in new[] { SourcePath.Root, page.Path.Folder })
        {
            if (from.Resolve(address.Path) is { } path && Source(link, path, address) is { } found) return found;
        }

        var named = ByLastParts(address.Path);
        if (named.Count == 0) named = [.. index.Titled(address.Path)];
        if (named.Count == 0 && index.Xref(address.Path) is { } known) return ToPage(link, known, address);
        if (named.Count == 0) return Named(address) ?? Break(link, BrokenLink.What.Wiki, address.Path);
        if (named.Count > 1)
            diagnostics.Add(Diagnostic.At(LinkRules.Ambiguous, page.Content.Source, link.Span, address.Path, string.Join(", ", named.Select(p => $"'{p.Path}'"))));
        return ToPage(link, named[0], address);
    }

    /// <summary>What has a name of its own without being a page: a term of the glossary, a source.</summary>
    private ResolvedLink.Internal? Named(LinkAddress address)
    {
        if (address.Fragment is null && index.Term(address.Path) is { } term) return new(term.Address, term.Suffix, term.Title, term.Page == page);
        var isInList = address.Path.Equals(CitedWorks.Address.Value.Trim('/'), StringComparison.OrdinalIgnoreCase);
        if (isInList && address.Fragment is null && index.Works.Page is { } list) return new(list.Address, "", list.Title, false);
        var id = isInList ? address.Fragment : address.Fragment is null ? address.Path : null;
        return id is not null && index.Works[id] is { } work ? new(CitedWorks.Address, "#" + work.Id.Value, work.Title, false) : null;
    }

    /// <summary>Pages whose path ends with these parts: <c>setup</c> or <c>guides/setup</c>, in any capitals.</summary>
    private List<SitePage> ByLastParts(string path)
    {
        var wanted = path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        var name = wanted[(wanted.LastIndexOf('/') + 1)..];
        return [.. index.Named(name).Where(p => ("/" + (p.IsFolderPage ? p.Folder.Value : p.Path.WithoutExtension().Value)).EndsWith("/" + wanted, StringComparison.OrdinalIgnoreCase))];
    }

    private ResolvedLink ToPage(PageLink link, SitePage target, LinkAddress address)
    {
        var fragment = address.Fragment;
        if (fragment is not null && !LinkAddress.IsAlwaysThere(fragment) && !target.Content.Body.HasId(fragment))
        {
            var slug = HeadingIds.Slug(fragment);
            if (link.Form is LinkForm.Wiki or LinkForm.Include && target.Content.Body.HasId(slug)) fragment = slug;
            else _broken.Add(new(page, link, BrokenLink.What.Fragment, fragment, target));
        }

        var isSamePage = target.Address == page.Address && address.Query is null;
        return new ResolvedLink.Internal(target.Address, address.Suffix(fragment), link.Form is LinkForm.Wiki or LinkForm.Include ? NameOf(target, fragment, isSamePage) : target.Title, isSamePage);
    }

    /// <summary>What a wikilink without a label says: the page's title, and the heading's where it leads to one.</summary>
    private static string NameOf(SitePage target, string? fragment, bool isSamePage)
    {
        var heading = fragment is null ? null : target.Content.Outline.FirstOrDefault(h => h.Id == fragment)?.Text;
        if (heading is null) return target.Title;
        return isSamePage || target.Content.FrontMatter.Kind == PageKind.Glossary ? heading : $"{target.Title}: {heading}";
    }

    private ResolvedLink ToFolder(PageLink link, SiteFolder folder, LinkAddress address)
    {
        if (folder.Page is { } written) return ToPage(link, written, address);
        if (address.Fragment is { } fragment && !LinkAddress.IsAlwaysThere(fragment)) _broken.Add(new(page, link, BrokenLink.What.Fragment, fragment, null));
        return new ResolvedLink.Internal(folder.Address, address.Suffix(address.Fragment), folder.Label, false);
    }

    private ResolvedLink? Generated(PageLink link, SitePath found, SitePage? written, LinkAddress address)
    {
        if (written is not null) return ToPage(link, written, address);
        if (address.Fragment is { } fragment && !LinkAddress.IsAlwaysThere(fragment) && !index.HasMadeId(found, fragment)) _broken.Add(new(page, link, BrokenLink.What.Fragment, fragment, null));
        return new ResolvedLink.Internal(found, address.Suffix(address.Fragment), link.Target, false);
    }

    private ResolvedLink? ToFile(PageLink link, SourcePath path, LinkAddress address)
    {
        _files.Add(path);
        return index.Assets.Publish(path) is { } asset ? new ResolvedLink.Internal(asset.Address, address.Suffix(address.Fragment), path.FileName, false) : null;
    }

    private ResolvedLink? Break(PageLink link, BrokenLink.What what, string wanted)
    {
        _broken.Add(new(page, link, what, wanted, null));
        return new ResolvedLink.AsWritten(link.Target);
    }
}
