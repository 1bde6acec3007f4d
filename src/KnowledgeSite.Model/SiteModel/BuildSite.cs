using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Documents;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Sources;
using KnowledgeSite.Workshops;

namespace KnowledgeSite.SiteModel;

/// <summary>The pipelines from which the site is built, besides its pages.</summary>
internal sealed record SiteParts
{
    public required Pipeline<SourceFiles> Sources { get; init; }

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
/// <param name="parser">Parses the documents that are made from templates.</param>
/// <param name="cache">The results of the last run; null to compute everything.</param>
internal sealed class BuildSite(SiteSettings settings, SiteParts parts, PageParser parser, SiteCache? cache)
    : IModule<IReadOnlyList<Page>, Site>
{
    /// <summary>Pages with a later publication date are left out.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The input folder as the user wrote it, for messages.</summary>
    public required string InputFolder { get; init; }

    public IReadOnlyList<Pipeline> Reads => parts.All;

    /// <summary>Returns null if there is no page.</summary>
    public Site? Execute(IReadOnlyList<Page> written, ModuleContext context)
    {
        var sources = context.Read(parts.Sources);
        var diagnostics = context.Diagnostics;
        if (written.Count == 0)
        {
            if (sources.FolderExists)
                diagnostics.Add(Diagnostic.OfSite(SourceRules.NoPages, InputFolder));
            return null;
        }

        var folderSettings = context.Read(parts.Folders);
        var selection = PageSelection.Create(written, sources.Select(s => s.Path), Today);
        var pages = AssignUrls(selection.Published, diagnostics);
        var folders =
            cache?.Folders(pages, folderSettings, settings.Title)
            ?? FolderTreeBuilder.Build(pages, folderSettings, settings.Title);
        var tags = cache?.Tags.Gather(pages) ?? Tag.Gather(pages);
        var ladders = AssignUrls(context.Read(parts.Ladders), pages, folders, diagnostics);
        var workshops = AssignUrls(context.Read(parts.Workshops), pages);
        var documents = new DocumentBuilder(
            settings,
            pages,
            ladders,
            workshops,
            parser,
            cache?.Documents,
            diagnostics
        ).Build(context.Cancellation);
        var packs = new FolderPacks(folders, folderSettings, ladders, workshops, diagnostics).Find();
        var works = new CitedWorks(
            context.Read(parts.Bibliography) is [var bibliography, ..] ? bibliography : null,
            pages,
            written,
            lacksPages: sources.LacksPages,
            diagnostics
        );
        var glossary = new GlossaryBuilder(pages, diagnostics);

        IReadOnlyList<GeneratedPage> moving = [.. GeneratedPages.Collect(ladders, workshops, packs, documents)];
        IReadOnlyList<GeneratedPage> generated =
        [
            .. GeneratedPages.Collect(tags, folders, ladders),
            .. moving,
            .. GeneratedPages.Collect(glossary.Terms, works),
        ];
        GeneratedPages.ReportConflicts(generated, pages, folders, diagnostics);

        var assets = FindAssets(sources, pages, ladders);
        var index = new LinkIndex(pages, folders, assets, selection, generated, diagnostics)
        {
            Terms = glossary.Terms,
            Works = works,
        };
        var ofDocuments = DocumentLinks.Resolve(documents, index, settings, sources.Unreadable, context);
        var links = ResolveLinks(pages, works.Page, ofDocuments, index, context);
        new LinkSuggestions(index, sources.Unreadable, diagnostics).Report(links.Broken);
        var published = assets.Publish(links.Files, diagnostics);
        var repository = context.Read(parts.VersionControl);
        var site = new Site(
            Settings: settings,
            Pages: pages,
            Folders: folders,
            Links: links,
            Tags: tags,
            Redirects: CollectRedirects(index, folderSettings, moving, ladders, published, diagnostics),
            Assets: published.All,
            Ladders: ladders,
            ReadingOrder: new ReadingOrder(folders[SourcePath.Root])
        )
        {
            Workshops = workshops,
            Packs = packs,
            Documents = documents,
            Glossary = glossary.Build(links, context.Cancellation),
            Works = works,
            Included = new(pages, documents, links, diagnostics),
            SourceFolder = repository.Root is null ? Site.DefaultSourceFolder : repository.Folder,
            Today = Today,
            History = cache?.History(repository, pages) ?? PageHistory.Gather(repository, pages),
            Cache = cache,
        };
        new SiteChecks(site, diagnostics).Report(repository, written, sources, published.Requested);
        return site;
    }

    private PageTable AssignUrls(IReadOnlyList<Page> pages, DiagnosticBag diagnostics) =>
        cache?.Assign(pages, diagnostics) ?? PageTable.Create(PageAddresses.Assign(pages, diagnostics));

    /// <summary>
    /// The ladders with a published page, in the order of their folders. Folders that differ only in letter case share
    /// an address, so only the first of their ladders is built.
    /// </summary>
    private static List<LadderUrls> AssignUrls(
        IReadOnlyList<Ladder> ladders,
        PageTable pages,
        IReadOnlyDictionary<SourcePath, SiteFolder> folders,
        DiagnosticBag diagnostics
    )
    {
        var kept = new Dictionary<SitePath, LadderUrls>();
        var published = ladders
            .Where(l => folders.ContainsKey(l.Folder))
            .OrderBy(l => folders[l.Folder].Order ?? int.MaxValue);
        foreach (var ladder in published.Select(l => new LadderUrls(l, pages)))
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

    private static List<WorkshopUrls> AssignUrls(IReadOnlyList<Workshop> workshops, PageTable pages) =>
        [
            .. from workshop in workshops
            where workshop.Page.Handouts is not null
            let page = pages.At(workshop.Page.Path)
            where page is not null
            select new WorkshopUrls(workshop, page),
        ];

    private AssetTable FindAssets(
        IReadOnlyList<SourceFile> sources,
        PageTable pages,
        IReadOnlyList<LadderUrls> ladders
    ) =>
        new(
            [.. sources.Where(IsAsset), .. pages.SelectMany(p => p.Content.Source.Contained)],
            new AllowedContent(settings.Allowed)
        )
        {
            Hashes = cache?.Hashes,
            Named = settings.Files,
            Generated = ladders
                .SelectMany(l => l.Exports.Select(e => (Address: e, l.Ladder.File.Source.Path)))
                .DistinctBy(e => e.Address)
                .ToDictionary(e => e.Address, e => e.Path),
        };

    private static bool IsAsset(SourceFile source) =>
        !source.Path.MayBePage
        && source.Path.Value
            is not (SiteSettings.FileName or SearchTest.FileName or Bibliography.FileName or StringOverrides.FileName)
        && source.Path.FileName != FolderSettings.FileName;

    /// <param name="list">The page of the bibliography; null if there is none.</param>
    /// <param name="documents">The links of documents, which are already resolved.</param>
    private LinkTable ResolveLinks(
        PageTable pages,
        SitePage? list,
        IReadOnlyDictionary<SitePage, PageLinks> documents,
        LinkIndex index,
        ModuleContext context
    )
    {
        IReadOnlyList<SitePage> linking = list is null ? pages : [.. pages, list];
        if (cache is not null)
            return new(pages, list, cache.Links.Resolve(new(linking, index, settings), Resolve, context))
            {
                Documents = documents,
            };
        var links = new PageLinks[linking.Count];
        EachDocument.Run(linking, (i, page) => links[i] = Resolve(page, context.Diagnostics), context.Cancellation);
        return new(pages, list, links) { Documents = documents };

        PageLinks Resolve(SitePage page, DiagnosticBag findings)
        {
            var resolver = new LinkResolver(page, index, settings, findings);
            return new(resolver.ResolveAll(), resolver.Broken, resolver.Files);
        }
    }

    /// <param name="moving">The generated pages that move together with their source.</param>
    private static IReadOnlyList<Redirect> CollectRedirects(
        LinkIndex index,
        IReadOnlyList<FolderSettings> folderSettings,
        IReadOnlyList<GeneratedPage> moving,
        IReadOnlyList<LadderUrls> ladders,
        PublishedAssets assets,
        DiagnosticBag diagnostics
    )
    {
        var exports = ladders.SelectMany(l => l.Exports).ToList();
        var former = new FormerAddresses(index, [.. exports, .. assets.All.Select(a => a.Address)], diagnostics);
        former.Add(index.Pages);
        former.Add(folderSettings, index.Folders);
        return former.WithGenerated(
            [.. moving.Select(g => g.Address), .. exports],
            ladders.SelectMany(l => l.LevelRedirects)
        );
    }
}
