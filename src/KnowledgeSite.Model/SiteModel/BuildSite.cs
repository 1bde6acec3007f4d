using System.Globalization;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel.Maps;
using KnowledgeSite.Sources;
using KnowledgeSite.Workshops;

namespace KnowledgeSite.SiteModel;

/// <summary>The pipelines from which the site is built, besides its pages.</summary>
internal sealed record SiteParts
{
    public required Pipeline<IReadOnlyList<SourceFile>> Sources { get; init; }

    public required Pipeline<IReadOnlyList<FolderSettings>> Folders { get; init; }

    public required Pipeline<IReadOnlyList<Ladder>> Ladders { get; init; }

    public required Pipeline<IReadOnlyList<Workshop>> Workshops { get; init; }

    public required Pipeline<IReadOnlyList<Bibliography>> Bibliography { get; init; }

    public required Pipeline<VersionControl> VersionControl { get; init; }

    public IReadOnlyList<Pipeline> All => [Sources, Folders, Ladders, Workshops, Bibliography, VersionControl];
}

/// <summary>
/// Joins all parsed pages into one <see cref="Site"/>. This is the only place where links are resolved.
/// </summary>
/// <param name="today">Pages with a later publication date are left out.</param>
/// <param name="input">The input folder as the user wrote it, for messages.</param>
/// <param name="cache">The results of the last run; null to compute everything.</param>
internal sealed class BuildSite(SiteSettings settings, DateOnly today, string input, SiteParts parts, SiteCache? cache)
    : IModule<IReadOnlyList<Page>, Site>
{
    public IReadOnlyList<Pipeline> Reads => parts.All;

    public Site? Execute(IReadOnlyList<Page> documents, ModuleContext context)
    {
        var sources = context.Read(parts.Sources);
        if (documents.Count == 0)
        {
            if (sources.Count > 0 || Directory.Exists(input))
                context.Diagnostics.Add(Diagnostic.OfSite(SourceRules.NoPages, input));
            return null;
        }

        var folderSettings = context.Read(parts.Folders);
        var selection = PageSelection.Create(documents, sources.Select(s => s.Path), today);
        var pages =
            cache?.Assign(selection.Published, context.Diagnostics)
            ?? PageTable.Create(PageAddresses.Assign(selection.Published, context.Diagnostics));
        var folders =
            cache?.Folders(pages, folderSettings, settings.Title)
            ?? FolderTreeBuilder.Build(pages, folderSettings, settings.Title);
        var tags = cache?.Tags.Gather(pages) ?? Tag.Gather(pages);
        var ladders = WithDistinctUrls(
            context.Read(parts.Ladders).Where(l => folders.ContainsKey(l.Folder)).Select(l => new LadderUrls(l, pages)),
            context.Diagnostics
        );
        var assets = new AssetTable(
            [.. sources.Where(IsFile)],
            new AllowedContent(settings.Allowed),
            context.Diagnostics
        )
        {
            Hashes = cache?.Hashes,
            Named = settings.Files,
            Generated = ladders
                .SelectMany(l => l.Exports.Select(e => (Address: e, l.Ladder.File.Source.Path)))
                .DistinctBy(e => e.Address)
                .ToDictionary(e => e.Address, e => e.Path),
        };

        var workshops = Workshops(context.Read(parts.Workshops), pages);
        var packs = new FolderPacks(folders, folderSettings, ladders, workshops, context.Diagnostics).Find();

        var works = new CitedWorks(
            context.Read(parts.Bibliography) is [var bibliography, ..] ? bibliography : null,
            pages,
            documents,
            context.Diagnostics
        );
        ReportAddressConflicts(
            [
                .. ListGenerated(ladders),
                .. ListGenerated(workshops),
                .. packs.Select(p => (p.Address, p.Source)),
                .. works.Page is { } list ? [(list.Address, list.Path)] : Array.Empty<(SitePath, SourcePath)>(),
            ],
            pages,
            folders,
            context.Diagnostics
        );
        var made = tags.Select(t => t.Address)
            .Append(Tag.IndexAddress)
            .Append(BuiltInPages.Review)
            .Append(BuiltInPages.Health)
            .Concat(folders.Values.Select(SiteMaps.AddressOf).OfType<SitePath>())
            .Select(a => new GeneratedPage(a, []))
            .Concat(ladders.SelectMany(l => l.GeneratedPages))
            .Concat(
                workshops
                    .SelectMany(w => w.GeneratedAddresses)
                    .Concat(packs.Select(p => p.Address))
                    .Select(a => new GeneratedPage(a, []))
            );
        var terms = new GlossaryBuilder(pages, context.Diagnostics);
        if (terms.Terms.Count > 0)
            made = made.Append(new GeneratedPage(Glossary.Address, []));
        if (works.Page is not null)
            made = made.Append(new GeneratedPage(works.Page.Address, [.. works.Works.Select(w => w.Id.Value)]));
        var index = new LinkIndex(pages, folders, assets, selection, made, context.Diagnostics)
        {
            Terms = terms.Terms,
            Works = works,
        };
        var links = ResolveLinks(pages, works.Page, index, context);
        var glossary = terms.Build(links, context.Cancellation);
        foreach (var path in FileGlobs.Matching(settings.Files, assets.Paths))
            assets.Publish(path);

        var former = new FormerAddresses(
            index,
            [.. ladders.SelectMany(l => l.Exports), .. assets.Published.Select(a => a.Address)],
            context.Diagnostics
        );
        former.Add(pages);
        former.Add(folderSettings, folders);
        var redirects = former.WithGenerated(
            ListGenerated(ladders)
                .Concat(ListGenerated(workshops))
                .Select(m => m.Address)
                .Concat(packs.Select(p => p.Address))
                .Concat(ladders.SelectMany(l => l.Exports)),
            ladders.SelectMany(l => l.LevelRedirects)
        );
        var repository = context.Read(parts.VersionControl);
        var site = new Site(
            settings,
            pages,
            folders,
            links,
            tags,
            redirects,
            assets.Published,
            ladders,
            new ReadingOrder(folders[SourcePath.Root])
        )
        {
            Workshops = workshops,
            Packs = packs,
            Glossary = glossary,
            Works = works,
            Included = new(pages, links, context.Diagnostics),
            SourceFolder = repository.Root is null ? Site.UsualSourceFolder : repository.Folder,
            Today = today,
            History = cache?.History(repository, pages) ?? PageHistory.Gather(repository, pages),
            Cache = cache,
        };
        ReportOwners(site, repository, context.Diagnostics);
        ReportTags(site, context.Diagnostics);
        ReportEmptyPages(site, context.Diagnostics);
        ReportFutureReviews(site, context.Diagnostics);
        UnknownKeys.Report(documents, settings.IsPrepared, context.Diagnostics);
        LeftOutFiles.Report(sources, assets.IsPublished, settings.IsPrepared, context.Diagnostics);
        return site;
    }

    /// <summary>
    /// Folders that differ only in letter case share an address, so only the first of their ladders is built.
    /// </summary>
    private static List<LadderUrls> WithDistinctUrls(IEnumerable<LadderUrls> ladders, DiagnosticBag diagnostics)
    {
        var kept = new Dictionary<SitePath, LadderUrls>();
        foreach (var ladder in ladders)
        {
            if (kept.TryAdd(ladder.Home, ladder))
                continue;
            diagnostics.Add(
                Diagnostic.At(
                    LinkRules.SameAddress,
                    ladder.Ladder.File.Source.Path,
                    $"'{kept[ladder.Home].Ladder.File.Source.Path}'",
                    ladder.Home
                )
            );
        }

        return [.. kept.Values];
    }

    private static void ReportTags(Site site, DiagnosticBag diagnostics)
    {
        var known = site.Settings.Tags.ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0)
            return;
        var similar = new SuggestionIndex(known);
        foreach (var page in site.Pages.Select(p => p.Content))
        {
            foreach (var tag in page.FrontMatter.Tags.Where(t => t.Value.Length > 0 && !known.Contains(t.Value)))
                diagnostics.Add(
                    Diagnostic.At(
                        FrontMatterRules.UnknownTag,
                        page.Source,
                        tag.Span,
                        tag.Value,
                        HintFor(tag.Value, similar)
                    )
                );
        }
    }

    /// <summary>
    /// Reports empty pages. The page of a folder needs no text, because it lists the contents of the folder.
    /// </summary>
    private static void ReportEmptyPages(Site site, DiagnosticBag diagnostics)
    {
        foreach (var page in site.Pages)
        {
            var text = page.Content.Source.Text!.Value.AsSpan(page.Content.Body.MarkdownStart);
            if (
                !text.IsWhiteSpace()
                || (site.Folders.GetValueOrDefault(page.Folder) is { Entries.Count: > 0 } folder && folder.Page == page)
            )
                continue;
            diagnostics.Add(Diagnostic.At(MarkdownRules.EmptyPage, page.Content.Source, new SourceSpan(0, 1)));
        }
    }

    /// <summary>Reports review dates in the future. Tomorrow is accepted because of time zones.</summary>
    private static void ReportFutureReviews(Site site, DiagnosticBag diagnostics)
    {
        foreach (
            var page in site
                .Pages.Select(p => p.Content)
                .Where(p => p.FrontMatter.Reviewed?.DayNumber > site.Today.DayNumber + 1)
        )
            diagnostics.Add(
                Diagnostic.At(
                    FrontMatterRules.ReviewToCome,
                    page.Source,
                    page.FrontMatter.ReviewedSpan,
                    page.FrontMatter.Reviewed!.Value.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
                )
            );
    }

    private static string HintFor(string tag, SuggestionIndex known) =>
        tag switch
        {
            _ when tag.Contains(',', StringComparison.Ordinal) => $" Write several as a list: [{tag}].",
            ['-', not ' ', ..] => $" Write '- {tag[1..]}', with a space.",
            _ => known.DidYouMean(tag),
        };

    private static void ReportOwners(Site site, VersionControl repository, DiagnosticBag diagnostics)
    {
        var owners = site.Settings.Owners;
        if (owners.Count == 0)
            return;
        var similar = new SuggestionIndex(owners.Keys);
        foreach (
            var page in site
                .Pages.Select(p => p.Content)
                .Where(p => p.FrontMatter.Owner is { } owner && !owners.ContainsKey(owner))
        )
            diagnostics.Add(
                Diagnostic.At(
                    SourceRules.UnknownOwner,
                    page.Source,
                    page.FrontMatter.OwnerSpan,
                    page.FrontMatter.Owner,
                    similar.DidYouMean(page.FrontMatter.Owner!, "Write a listed owner, or add this one to the list.")
                )
            );
        if (repository.Owners is not { } file || !new CodeOwners(site, repository.Folder).IsStaleIn(file.Text))
            return;
        var fromInput = string.Concat(repository.Folder.Where(c => c == '/').Select(_ => "../"));
        diagnostics.Add(Diagnostic.At(SourceRules.OwnersStale, new SourcePath(fromInput + file.Path), file.Path));
    }

    private static List<WorkshopUrls> Workshops(IReadOnlyList<Workshop> workshops, PageTable pages) =>
        [
            .. from workshop in workshops
            where workshop.Page.Handouts is not null
            let page = pages.At(workshop.Page.Path)
            where page is not null
            select new WorkshopUrls(workshop, page),
        ];

    private static IEnumerable<(SitePath Address, SourcePath Path)> ListGenerated(IEnumerable<LadderUrls> ladders) =>
        ladders.SelectMany(l => l.GeneratedAddresses.Select(a => (a, l.Ladder.File.Source.Path)));

    private static IEnumerable<(SitePath Address, SourcePath Path)> ListGenerated(
        IEnumerable<WorkshopUrls> workshops
    ) => workshops.SelectMany(w => w.GeneratedAddresses.Select(a => (a, w.Page.Path)));

    /// <summary>Reports pages of authors that have the address of a generated page.</summary>
    private static void ReportAddressConflicts(
        IEnumerable<(SitePath Address, SourcePath Path)> made,
        PageTable pages,
        IReadOnlyDictionary<SourcePath, SiteFolder> folders,
        DiagnosticBag diagnostics
    )
    {
        var addresses = made.DistinctBy(m => m.Address).ToDictionary(m => m.Address, m => m.Path);
        foreach (var page in addresses.Keys.Select(pages.At).OfType<SitePage>())
            diagnostics.Add(
                Diagnostic.At(
                    LinkRules.SameAddress,
                    page.Path,
                    $"a page generated from '{addresses[page.Address]}'",
                    page.Address
                )
            );
        if (addresses.Count == 0)
            return;
        foreach (
            var folder in folders
                .Values.Where(f => f.Page is null && addresses.ContainsKey(f.Address))
                .OrderBy(f => f.Path)
        )
            diagnostics.Add(
                Diagnostic.At(
                    LinkRules.FolderAddressTaken,
                    folder.Path,
                    folder.Path,
                    folder.Address,
                    addresses[folder.Address]
                )
            );
    }

    private static bool IsFile(SourceFile source) =>
        !source.Path.IsMarkdown
        && source.Path.Value is not (SiteSettings.FileName or SearchTest.FileName or Bibliography.FileName)
        && source.Path.FileName != FolderSettings.FileName;

    private LinkTable ResolveLinks(PageTable pages, SitePage? list, LinkIndex index, ModuleContext context)
    {
        IReadOnlyList<SitePage> linking = list is null ? pages : [.. pages, list];
        var links = new PageLinks[linking.Count];
        if (cache is not null)
            links = cache.Links.Match(new(linking, index, settings), Match, context);
        else
            EachDocument.Run(linking, (i, page) => links[i] = Match(page, context.Diagnostics), context.Cancellation);

        var suggestions = new LinkSuggestions(index, context.Diagnostics);
        foreach (var page in links)
            suggestions.Report(page.Broken);
        return new(pages, list, links);

        PageLinks Match(SitePage page, DiagnosticBag findings)
        {
            var resolver = new LinkResolver(page, index, settings, findings);
            return new(resolver.ResolveAll(), resolver.Broken, resolver.Files);
        }
    }
}
