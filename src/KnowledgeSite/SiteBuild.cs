using KnowledgeSite.Caching;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Caching;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Health;
using KnowledgeSite.Imaging;
using KnowledgeSite.Ladders;
using KnowledgeSite.Output;
using KnowledgeSite.Rendering;
using KnowledgeSite.Rendering.Caching;
using KnowledgeSite.Rendering.Ladders;
using KnowledgeSite.Search;
using KnowledgeSite.Search.Indexing;
using KnowledgeSite.Search.Publishing;
using KnowledgeSite.Search.Related;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;
using KnowledgeSite.Workshops;

namespace KnowledgeSite;

/// <summary>The recipe of a build: defines all pipelines and their modules, and runs them.</summary>
internal sealed class SiteBuild(BuildOptions options, ISourceTree tree, ITheme theme)
{
    private static readonly IReadOnlyList<Pipeline> NoPipelines = [];

    /// <summary>
    /// PDFs printed from an earlier build of the site; those that are still up to date become part of the site. If
    /// null, they are read from the output folder.
    /// </summary>
    public IReadOnlyList<OutputFile>? Printed { get; init; }

    /// <summary>The history of the input folder. It is read in the background while the pages are parsed.</summary>
    public Task<VersionControl> VersionControl { get; init; } = Task.FromResult(Sources.VersionControl.None);

    /// <summary>Diagnostics that were found while the printed PDFs were read.</summary>
    public IReadOnlyList<Diagnostic> PrintFindings { get; init; } = [];

    /// <summary>
    /// Loads the native libraries that draw images, with those for text if its argument is true. Throws an exception if
    /// one cannot be loaded.
    /// </summary>
    public Action<bool> LoadImageLibraries { get; init; } = PngImage.LoadLibraries;

    /// <summary>What a preview keeps in memory between its runs; null for other builds.</summary>
    public BuildCache? Cache { get; init; }

    /// <summary>Results of earlier builds on disk; null to compute everything.</summary>
    public PersistentCache? Stored { get; init; }

    /// <summary>The key of the theme and its code; null to render every page.</summary>
    public CacheKey? ThemeKey { get; init; }

    /// <summary>
    /// Builds the site, and writes it if there is an output folder. With <paramref name="check"/>, the generated HTML
    /// is parsed again and checked.
    /// </summary>
    /// <exception cref="OperationCanceledException">The build was interrupted; the output folder is
    /// unchanged.</exception>
    public async Task<BuildResult> RunAsync(
        bool check,
        IProgress<PhaseTiming>? progress,
        CancellationToken cancellation
    )
    {
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(PrintFindings);
        var settings = ReadSettings(diagnostics);
        var policy = new DiagnosticPolicy(settings.Severities, options.Strict, settings.IsPrepared)
        {
            Tool = options.Tool,
        };
        if (!options.CheckFolders(diagnostics))
            return new(null, [], null, policy.Apply(diagnostics.Sorted()), []);

        var canDraw = CanDraw(settings, diagnostics);
        var recipe = CreateRecipe(settings with { ResizesImages = canDraw }, policy, check, canDraw);
        var run = await PipelineRun.ExecuteAsync(recipe.All, diagnostics, progress, cancellation: cancellation);
        return new(
            run.Find(recipe.Site),
            run.Find(recipe.Files) ?? [],
            recipe.Written is null ? null : run.Find(recipe.Written),
            policy.Apply(diagnostics.Sorted()),
            run.Timings
        )
        {
            Images = recipe.Written is null ? null : run.Find(recipe.Parts.Images),
            Run = run,
            Parts = recipe.Parts,
        };
    }

    /// <summary>
    /// Builds only the site model, without output, search or health checks; used to compare two states of the site.
    /// Null if there is no page.
    /// </summary>
    public async Task<Site?> ModelAsync(CancellationToken cancellation)
    {
        var settings = ReadSettings(new());
        var policy = new DiagnosticPolicy(settings.Severities, options.Strict, settings.IsPrepared);
        var site = CreateRecipe(settings, policy, check: false, canDraw: false).Site;
        return (await PipelineRun.ExecuteAsync([site], new(), cancellation: cancellation)).Find(site);
    }

    /// <summary>The parser of pages for these settings.</summary>
    internal static PageParser CreateParser(SiteSettings settings, bool citesSources) =>
        new(
            new AllowedContent(settings.Allowed),
            citesSources,
            settings.IsPrepared,
            settings.HasTypography,
            settings.Macros,
            settings.Notebooks,
            settings.Text
        );

    private Recipe CreateRecipe(SiteSettings settings, DiagnosticPolicy policy, bool check, bool canDraw)
    {
        var citesSources = tree.Contains(new(Bibliography.FileName));
        var cached = Cache?.ParserFor(settings, citesSources);
        var parser = cached?.Parser ?? CreateParser(settings, citesSources);
        parser.Tree = tree;
        Func<SourceFile, DiagnosticBag, Page?> parse = Stored is null
            ? parser.ParseIfPage
            : new ParsedPages(Stored, ParsedPages.KeyOf(settings, citesSources), parser).ParseIfPage;

        var sources = Pipeline.Named("Sources").Input(new ReadSources(tree, Cache?.Sources));
        var pages = Pipeline
            .Named("Pages", sources)
            .Process(EachDocument.Select(parse, cached?.Pages, parser.IsCurrent));
        var siteParts = new SiteParts
        {
            Sources = sources,
            VersionControl = Pipeline
                .Named("VersionControl")
                .Input(new ReadVersionControl(VersionControl, settings.ShowsHistory)),
            Folders = Pipeline
                .Named("Folders", sources)
                .Process(EachDocument.Select(FolderSettings.Read, Cache?.Folders)),
            Bibliography = Pipeline
                .Named("Bibliography", sources)
                .Process(
                    EachDocument.Select<SourceFile, Bibliography>(
                        (file, found) => BibliographyReader.Read(file, settings.Text, found),
                        Cache?.Bibliography
                    )
                ),
            Ladders = Pipeline.Named("Ladders", pages).Process(new BuildLadders(sources)),
            Workshops = Pipeline.Named("Workshops", pages).Process(new BuildWorkshops(settings.Text)),
        };
        var site = Pipeline
            .Named("Site", pages)
            .Process(
                new BuildSite(settings, siteParts, parser, Cache?.Site)
                {
                    Today = options.Today,
                    InputFolder = options.Input,
                }
            );

        var keys = Pipeline
            .Named("Keys", site)
            .Process(
                (s, context) =>
                    Stored is null || options.Output is null || ThemeKey is null
                        ? FileKeys.None
                        : FileKeys.Create(s, context.Read(sources), context.Cancellation),
                sources
            );

        var parts = new FileParts
        {
            Renderer = theme,
            ThemeKey = Stored is null || options.Output is null ? null : ThemeKey,
            Theme = Pipeline.Named("Theme").Input(new ReadTheme(theme, settings.Text)),
            Site = site,
            Keys = keys,
            Health = Pipeline.Named("Health", site).Process(new ExamineSite(options.Today, check, sources)),
            Index = Cache is null ? IndexParts.Create(site, keys, Stored) : IndexParts.FromLastRun(site, Cache),
            Printed = Printed ?? (options.Output is { } last ? PrintedFiles.Read(last) : []),
            Output = options.Output,
            CanDraw = canDraw,
            Images = Pipeline.Named("Images", site).Process((s, _) => new ImageVariants(s, options.Output)),
            Painter = canDraw && settings.HasCards ? new CardPainter(new(options.FontFolders)) : null,
        };

        var files = parts.Gather();
        var searchTests = Pipeline
            .Named("SearchTests", sources)
            .Process((files, context) => SearchTest.ReadAll(files, context.Diagnostics));
        if (check && parts.Index.Index is { } index)
            searchTests = searchTests.Output(new TestSearch(index, files, site));
        var checks = Pipeline.Named("Check", files).Output(new CheckHtml(settings, site));
        var written = options.Output is not { } output
            ? null
            : Pipeline
                .Named("Output", files)
                .Output(new WriteOfflineManifest(settings))
                .Output(new WriteSite(output, output, policy, Stored));
        return new(site, parts, files, written)
        {
            All = [searchTests, files, .. check ? [checks] : NoPipelines, .. written is null ? NoPipelines : [written]],
        };
    }

    /// <summary>
    /// Returns false, and reports a diagnostic, if images cannot be drawn on this system. The libraries are loaded only
    /// for cards, and for the icons of a site that is written; a preview draws an icon when it is asked for.
    /// </summary>
    private bool CanDraw(SiteSettings settings, DiagnosticBag diagnostics)
    {
        if (!settings.HasCards && options.Output is null)
            return true;
        try
        {
            LoadImageLibraries(settings.HasCards);
            return true;
        }
        catch (Exception e)
            when (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException
                || e is TypeInitializationException
            )
        {
            // The rest of the message is advice for developers.
            var reason = e.GetBaseException().Message.Split(". ")[0];
            diagnostics.Add(Diagnostic.OfSite(SourceRules.ImagesNotDrawn, reason));
            return false;
        }
    }

    private SiteSettings ReadSettings(DiagnosticBag diagnostics)
    {
        var path = new SourcePath(SiteSettings.FileName);
        var settings = SiteSettings.Unprepared;
        if (tree.Contains(path) && tree.ReadFile(path, diagnostics) is { } file)
            settings = SiteSettings.Read(file, diagnostics);
        var strings = new SourcePath(StringOverrides.FileName);
        if (settings.IsPrepared && tree.Contains(strings) && tree.ReadFile(strings, diagnostics) is { } own)
            settings = settings with { Text = StringOverrides.Apply(own, settings.Text, diagnostics) };
        var baseUrl = options.BaseUrl ?? settings.BaseUrl;
        return settings with
        {
            BaseUrl = baseUrl,
            Banner = options.Banner,
            IsPublic = settings.IsPublic && options.Banner is null,
            HasCards = settings.HasCards && baseUrl is not null && Cache is null,
            OffersCopy = settings.OffersCopy && Cache is null && options.Banner is null,
        };
    }
}

/// <summary>The pipelines of a build whose results are wanted.</summary>
/// <param name="Written">Null for a build that only reports.</param>
internal sealed record Recipe(
    Pipeline<Site> Site,
    FileParts Parts,
    Pipeline<IReadOnlyList<OutputFile>> Files,
    Pipeline<WrittenSite>? Written
)
{
    /// <summary>The pipelines to run; those that they read run with them.</summary>
    public required IReadOnlyList<Pipeline> All { get; init; }
}

/// <summary>The pipelines from which the files of the site are generated. A preview replaces some of them.</summary>
internal sealed record FileParts
{
    public required ITheme Renderer { get; init; }

    /// <inheritdoc cref="SiteBuild.ThemeKey"/>
    public CacheKey? ThemeKey { get; init; }

    public required Pipeline<IReadOnlyList<ThemeAsset>> Theme { get; init; }

    public required Pipeline<Site> Site { get; init; }

    /// <summary>The keys of generated files.</summary>
    public required Pipeline<FileKeys> Keys { get; init; }

    public required Pipeline<SiteHealth> Health { get; init; }

    public required IndexParts Index { get; init; }

    /// <summary>PDFs printed from an earlier build of the site.</summary>
    public IReadOnlyList<OutputFile> Printed { get; init; } = [];

    /// <summary>The output folder; null for a build that only reports.</summary>
    public string? Output { get; init; }

    /// <summary>False if images cannot be drawn on this system.</summary>
    public bool CanDraw { get; init; } = true;

    /// <summary>Draws the cards; null if the site has none.</summary>
    public CardPainter? Painter { get; init; }

    public required Pipeline<ImageVariants> Images { get; init; }

    /// <summary>All files of the site. If two have the same address, <see cref="GatherFiles"/> keeps one.</summary>
    public Pipeline<IReadOnlyList<OutputFile>> Gather()
    {
        var html = Pipeline
            .Named("Html", Site)
            .PostProcess(
                new RenderPages(
                    Renderer,
                    Printed,
                    Output,
                    Painter,
                    Theme,
                    Index.Related,
                    Health,
                    Images,
                    Keys,
                    ThemeKey
                )
            );
        return Pipeline
            .Named("Files")
            .Output(
                new GatherFiles([
                    Pipeline.Named("Assets", Site).PostProcess(new PublishAssets(Theme, Images)),
                    html,
                    Pipeline.Named("Word", html).PostProcess(new WriteWord(Site)),
                    Pipeline.Named("LadderExports", Site).PostProcess(new WriteLadderExports()),
                    Index.Search,
                    Pipeline.Named("Markdown", Site).PostProcess(new WriteMarkdown(Keys)),
                    Pipeline
                        .Named("Data", Site)
                        .PostProcess((site, context) => PageData.CreateFile(site, context.Read(Keys)), Keys),
                    Index.Previews,
                    Pipeline.Named("Feed", Site).PostProcess(new WriteFeed()),
                    Pipeline
                        .Named("Cards", Site)
                        .PostProcess(
                            (site, context) =>
                                new SiteCards(site, ThemeColours.Read(context.Read(Theme)), Painter).Files(),
                            Theme
                        ),
                    Pipeline.Named("App", Site).PostProcess(new WriteAppFiles(CanDraw, Theme)),
                    Pipeline.Named("Host", Site).PostProcess(new WriteHostFiles()),
                ])
            );
    }
}

/// <summary>
/// The pipelines that need the words of all pages: most of the work of a preview when only one page has changed.
/// </summary>
internal sealed record IndexParts(
    Pipeline<RelatedPages> Related,
    Pipeline<IReadOnlyList<OutputFile>> Search,
    Pipeline<IReadOnlyList<OutputFile>> Previews
)
{
    /// <summary>The search index; null if only its files are known from an earlier run.</summary>
    public Pipeline<SearchIndex>? Index { get; init; }

    /// <param name="stored">Results of earlier builds; null to compute everything.</param>
    public static IndexParts Create(Pipeline<Site> site, Pipeline<FileKeys> keys, PersistentCache? stored = null)
    {
        var index = Pipeline
            .Named("Index", site)
            .Process((site, context) => IndexBuilder.Build(site, stored, context.Cancellation));
        return new(
            Pipeline
                .Named("Related", index)
                .PostProcess((found, context) => new RelatedPages(new Relations(context.Read(site), found).Find), site),
            Pipeline
                .Named("Search", index)
                .PostProcess(
                    (found, context) =>
                        WriteSearch.Write(found, context.Read(site).Settings.Text, context.Cancellation),
                    site
                ),
            Pipeline
                .Named("Previews", site)
                .Process((site, context) => LinkPreviewFiles.Create(site, context.Read(keys), stored), keys)
        )
        {
            Index = index,
        };
    }

    /// <summary>The results of the last completed run of a preview.</summary>
    public static IndexParts FromLastRun(Pipeline<Site> site, BuildCache cache) =>
        new(
            Pipeline.Named("Related", site).Process((now, _) => cache.Relations?.For(now) ?? new RelatedPages(_ => [])),
            Pipeline.Constant("Search", cache.SearchFiles),
            Pipeline.Constant("Previews", cache.LinkPreviews)
        );
}
