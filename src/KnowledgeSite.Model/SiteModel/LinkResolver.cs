using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Finds what the links of one page lead to. Links without a target are added to <see cref="Broken"/>;
/// <see cref="LinkSuggestions"/> later searches for the nearest candidate, which is too expensive to do for every link.
/// </summary>
internal sealed class LinkResolver(SitePage page, LinkIndex index, SiteSettings settings, DiagnosticBag diagnostics)
{
    private readonly NearestNames _nearest = new(page, index, diagnostics);

    private readonly ResolvedLinkFactory _targets = new(page, index, settings);

    public IReadOnlyList<BrokenLink> Broken => _targets.Broken;

    /// <summary>The files that the page refers to.</summary>
    public IReadOnlyList<SourcePath> Files => _targets.Files;

    public ResolvedLink[] ResolveAll() => [.. page.Content.Body.Links.Select(Resolve)];

    private ResolvedLink Resolve(PageLink link) =>
        (link.Form is LinkForm.Wiki or LinkForm.Include ? Wiki(link) : Address(link))
        ?? new ResolvedLink.AsWritten(link.Target);

    private ResolvedLink? Address(PageLink link)
    {
        if (OtherSyntax.IsTemplate(link.Target))
            return null;
        var target = WithoutBaseUrl(link.Target.Trim());
        if (target is null)
            return ReportMistakes(link);
        if (target.StartsWith("xref:", StringComparison.OrdinalIgnoreCase))
            return Xref(link, LinkAddress.Parse(target["xref:".Length..]));
        var address = LinkAddress.Parse(target);
        if (address.Path.Length == 0)
        {
            var isElsewhere =
                link.Form != LinkForm.Image && address.Fragment is { } label && page.Content.Body.FindId(label) is null;
            return (isElsewhere ? Labelled(link, address.Fragment!) : null) ?? _targets.ToPage(link, page, address);
        }

        var isFromRoot = address.Path.StartsWith('/');
        var from = isFromRoot ? SourcePath.Root : page.Path.Folder;
        if (from.Resolve(Uri.UnescapeDataString(address.Path)) is null && FromOwnAddress(link, address) is { } above)
            return above;
        return Path(link, from, address)
            ?? FromOwnAddress(link, address)
            ?? ImageByName(link, address)
            ?? (isFromRoot ? FromWebRoot(link, address) ?? FromPartOfSite(link, address) : null)
            ?? (link.Form == LinkForm.Image ? null : Labelled(link, address.Path))
            ?? _targets.Break(link, BrokenLink.What.Path, address.Path);
    }

    /// <summary>
    /// Resolves a link relative to the page's URL, as Hugo and browsers do: there <c>guides/setup.md</c> is a folder,
    /// and <c>../tour/</c> is its neighbour. Such a link works on the finished site. A link to a Markdown file is
    /// relative to the page's file instead.
    /// </summary>
    private ResolvedLink? FromOwnAddress(PageLink link, LinkAddress address)
    {
        if (PagePath.IsFolderPage(page.Path) || address.Path.StartsWith('/') || new SourcePath(address.Path).MayBePage)
            return null;
        return page.Path.WithoutExtension().Resolve(Uri.UnescapeDataString(address.Path)) is { } path
            ? Source(link, path, address)
            : null;
    }

    /// <summary>
    /// Resolves a link from the web root: to a file that every site has, or to a file in a folder <c>public</c> or
    /// <c>static</c>, which many tools publish at the root. The nearest such folder above the page wins.
    /// </summary>
    private ResolvedLink? FromWebRoot(PageLink link, LinkAddress address)
    {
        var path = Uri.UnescapeDataString(address.Path);
        if (ReservedAddresses.IsAlwaysThere(path))
            return new ResolvedLink.Internal(new(path), address.Suffix(address.Fragment), link.Target, false);
        foreach (var folder in PageAddresses.Ancestors(page.Path.Folder))
        foreach (var root in (ReadOnlySpan<string>)["public", "static"])
            if (folder.Append(root).Resolve(path.TrimStart('/')) is { } file && index.Assets.Contains(file))
                return _targets.ToFile(link, file, address);
        return null;
    }

    /// <summary>
    /// Resolves a link from the root of a site that is a part of this folder, such as a language of a Hugo site: there
    /// <c>/guides/</c> is <c>en/guides</c>. The largest such part with the target wins.
    /// </summary>
    private ResolvedLink? FromPartOfSite(PageLink link, LinkAddress address)
    {
        if (settings.IsPrepared)
            return null;
        var inside = address with { Path = address.Path.TrimStart('/') };
        foreach (var folder in PageAddresses.Ancestors(page.Path.Folder).Reverse().Where(f => !f.IsRoot))
            if (Path(link, folder, inside) is { } found)
                return found;
        return null;
    }

    /// <summary>Resolves a MyST label, which is unique in the whole site.</summary>
    private ResolvedLink? Labelled(PageLink link, string label) =>
        index.Labelled(ComposedText.Compose(label)) is { } target ? _targets.ToLabel(link, target, label) : null;

    /// <summary>
    /// Finds an image by its file name alone, as Obsidian does. Links do not use this rule, because no other tool would
    /// resolve them.
    /// </summary>
    private ResolvedLink? ImageByName(PageLink link, LinkAddress address)
    {
        var name = Uri.UnescapeDataString(address.Path);
        return
            link.Form == LinkForm.Image
            && !name.Contains('/', StringComparison.Ordinal)
            && _nearest.FindFile(link, name) is { } file
            ? _targets.ToFile(link, file, address)
            : null;
    }

    /// <summary>
    /// The target as a path, without the site's own base URL; null for an external address with a scheme or a host.
    /// </summary>
    private string? WithoutBaseUrl(string target)
    {
        if (target.StartsWith("//", StringComparison.Ordinal))
            return null;
        if (settings.BaseUrl is { } baseUrl && target.StartsWith(baseUrl.AbsoluteUri, StringComparison.Ordinal))
            return "/" + target[baseUrl.AbsoluteUri.Length..];
        return LinkAddress.HasScheme(target) && !target.StartsWith("xref:", StringComparison.OrdinalIgnoreCase)
            ? null
            : target;
    }

    private ResolvedLink? ReportMistakes(PageLink link)
    {
        if (IsOnOwnDisk(link.Target.Trim()))
            diagnostics.Add(Diagnostic.At(LinkRules.LeavesInput, page.Content.Source, link.Span, link.Target));
        if (AddressMistakes.FindCorrection(link.Target.Trim()) is { } meant)
            diagnostics.Add(Diagnostic.At(LinkRules.MisspeltUrl, page.Content.Source, link.Span, link.Target, meant));
        return null;
    }

    /// <summary>
    /// True for addresses that exist only on the author's computer: <c>file:///srv/plan.docx</c>,
    /// <c>C:/plans/plan.docx</c>, <c>\\server\share</c>.
    /// </summary>
    private static bool IsOnOwnDisk(string target) =>
        target.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        || target is [var drive, ':', '/' or '\\', ..] && char.IsAsciiLetter(drive);

    /// <summary>Resolves a path: first as written, then percent-decoded.</summary>
    private ResolvedLink? Path(PageLink link, SourcePath from, LinkAddress address)
    {
        var decoded = Uri.UnescapeDataString(address.Path);
        foreach (var path in decoded == address.Path ? [address.Path] : new[] { decoded, address.Path })
        {
            if (from.Resolve(path) is not { } resolved)
            {
                if (path == decoded)
                    diagnostics.Add(Diagnostic.At(LinkRules.LeavesInput, page.Content.Source, link.Span, link.Target));
                return new ResolvedLink.AsWritten(link.Target);
            }

            if (Source(link, resolved, address) is { } found)
                return found;
            var at = SitePath.OfPage(resolved);
            if (index.HasPage(at) && _targets.ToGenerated(link, at, index.Page(at), address) is { } made)
                return made;
            if (OtherCase(link, resolved, address) is { } corrected)
                return corrected;
            if (OldAddress(link, resolved, address) is { } moved)
                return moved;
        }

        return null;
    }

    private ResolvedLink? Source(PageLink link, SourcePath path, LinkAddress address)
    {
        if (index.Page(path) is { } exact)
            return _targets.ToPage(link, exact, address);
        if (index.Assets.Contains(path))
            return _targets.ToFile(link, path, address);
        if (index.Folders.TryGetValue(path, out var folder))
            return _targets.ToFolder(link, folder, address);
        foreach (var candidate in PagesMeantBy(path))
        {
            if ((index.Page(candidate) ?? index.PageInPlaceOf(candidate)) is { } other)
                return _targets.ToPage(link, other, address);
            if (LeftOut(link, candidate) is { } leftOut)
                return leftOut;
        }

        return null;
    }

    /// <summary>
    /// The possible page files of a path: a link may omit <c>.md</c> or name the HTML file (<c>setup.html</c>,
    /// <c>guides/index.html</c>).
    /// </summary>
    private static IEnumerable<SourcePath> PagesMeantBy(SourcePath path)
    {
        yield return path;
        yield return new(path.Value + ".md");
        yield return new(path.Value + ".ipynb");
        if (path.Extension is not (".html" or ".htm"))
            yield break;
        yield return new(path.WithoutExtension().Value + ".md");
        yield return new(path.WithoutExtension().Value + ".ipynb");
        if (path.NameWithoutExtension == "index")
            yield return path.Folder.Append("README.md");
    }

    private ResolvedLink? LeftOut(PageLink link, SourcePath path)
    {
        if (!index.LeftOut.TryGetValue(path, out var reason))
            return null;
        diagnostics.Add(
            Diagnostic.At(LinkRules.TargetExcluded, page.Content.Source, link.Span, link.Target, path, reason)
        );
        return new ResolvedLink.AsWritten(link.Target);
    }

    private ResolvedLink? OtherCase(PageLink link, SourcePath path, LinkAddress address)
    {
        foreach (var candidate in PagesMeantBy(path))
        {
            if (index.AnyCase(candidate) is not { } real)
                continue;
            diagnostics.Add(Diagnostic.At(LinkRules.WrongCase, page.Content.Source, link.Span, link.Target, real));
            return Source(link, real, address);
        }

        return null;
    }

    /// <summary>Resolves a former address, and reports that the link should use the current one.</summary>
    private ResolvedLink? OldAddress(PageLink link, SourcePath path, LinkAddress address) =>
        index.FindByFormerAddress(path) is { } moved ? _targets.ToPage(link, moved, address) : null;

    /// <summary>Resolves the xref of a page, or the id of a statement in a ladder.</summary>
    private ResolvedLink? Xref(PageLink link, LinkAddress address)
    {
        if (index.Xref(address.Path) is { } target)
            return _targets.ToPage(link, target, address);
        if (index.Statement(address.Path) is { } page)
            return _targets.ToPage(link, page, LinkAddress.Parse("#" + address.Path));
        return Named(address) ?? _targets.Break(link, BrokenLink.What.Xref, address.Path);
    }

    private ResolvedLink? Wiki(PageLink link)
    {
        var address = NamesPage(link.Target)
            ? new LinkAddress(link.Target, null, null)
            : LinkAddress.ParseWiki(link.Target);
        var name = ComposedText.Compose(address.Path);
        if (name.Length == 0)
            return _targets.ToPage(link, page, address);
        var places = new[] { SourcePath.Root, page.Path.Folder }
            .Select(from => from.Resolve(name))
            .OfType<SourcePath>()
            .ToList();
        foreach (var path in places.Where(p => !IsBareFolder(p)))
        {
            if (Source(link, path, address) is { } found)
                return found;
        }

        var wanted = name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        if (new SourcePath(wanted).IsNotebook)
            wanted = new SourcePath(wanted).WithoutExtension().Value;
        wanted = string.Join('/', wanted.Split('/').Where(p => p is not ("" or "." or "..")));
        if (_nearest.FindPage(link, wanted, PageName.File) is { } named)
            return _targets.ToPage(link, named, address);
        if (_nearest.FindPage(link, name, PageName.Title) is { } titled)
            return _targets.ToPage(link, titled, address);
        if (_nearest.FindFile(link, wanted) is { } file)
            return _targets.ToFile(link, file, address);
        if (_nearest.FindPage(link, name, PageName.Alias) is { } other)
            return _targets.ToPage(link, other, address, name);
        if (index.Xref(name) is { } known)
            return _targets.ToPage(link, known, address);
        if (places.Find(IsBareFolder) is { } bare)
            return _targets.ToFolder(link, index.Folders[bare], address);
        return Named(address) ?? _targets.Break(link, BrokenLink.What.Wiki, address.Path);
    }

    /// <summary>
    /// True for a folder without a page of its own: a page with the folder's name is preferred to the generated list.
    /// </summary>
    private bool IsBareFolder(SourcePath path) =>
        index.Folders.TryGetValue(path, out var folder) && folder.Page is null;

    /// <summary>True if the whole text, including a <c>#</c> as in <c>C#</c>, is the name of a page.</summary>
    private bool NamesPage(string text) =>
        text.AsSpan().ContainsAny('#', '^')
        && (index.Titled(text).Any() || index.AlsoCalled(text).Any() || index.Term(text) is not null);

    /// <summary>Resolves things that have names but no page of their own: glossary terms and sources.</summary>
    private ResolvedLink.Internal? Named(LinkAddress address)
    {
        if (address.Fragment is null && index.Term(address.Path) is { } term)
            return new(term.Address, term.Suffix, term.Title, term.Page == page);
        var isInList = address.Path.Equals(CitedWorks.Address.Value.Trim('/'), StringComparison.OrdinalIgnoreCase);
        if (isInList && address.Fragment is null && index.Works.Page is { } list)
            return new(list.Address, "", list.Title, false);
        var id =
            isInList ? address.Fragment
            : address.Fragment is null ? address.Path
            : null;
        return id is not null && index.Works[id] is { } work
            ? new(CitedWorks.Address, "#" + work.Id.Value, work.Title, false)
            : null;
    }
}
