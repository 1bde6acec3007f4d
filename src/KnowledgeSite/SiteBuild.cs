using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Health;
using KnowledgeSite.Ladders;
using KnowledgeSite.Output;
using KnowledgeSite.Rendering;
using KnowledgeSite.Rendering.Apps;
using KnowledgeSite.Rendering.Hosts;
using KnowledgeSite.Rendering.Ladders;
using KnowledgeSite.Rendering.Offline;
using KnowledgeSite.Rendering.Previews;
using KnowledgeSite.Rendering.Sharing;
using KnowledgeSite.Search;
using KnowledgeSite.Search.Related;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;
using KnowledgeSite.Workshops;

namespace KnowledgeSite;

/// <summary>Defines all pipelines and their modules, and runs them.</summary>
internal sealed class SiteBuild(BuildOptions options, ISourceTree tree, ITheme theme)
{
    /// <summary>
    /// The pipelines that generate files of the site. <see cref="GatherFiles"/> resolves conflicts between files with
    /// the same address.
    /// </summary>
    internal static readonly string[] GeneratingPipelines =
    [
        "Assets",
        "Html",
        "LadderExports",
        "Search",
        "Markdown",
        "Data",
        "Previews",
        "Feed",
        "Cards",
        "App",
        "Host",
    ];

    /// <summary>The pipelines that build the site model, before any file is generated.</summary>
    private static readonly string[] ModelPipelines =
    [
        "Sources",
        "VersionControl",
        "Folders",
        "Pages",
        "Ladders",
        "Bibliography",
        "Workshops",
        "Site",
    ];

    /// <summary>
    /// PDFs printed from an earlier build of the site; those that are still up to date become part of the site. If
    /// null, they are read from the output folder.
    /// </summary>
    public IReadOnlyList<OutputFile>? Printed { get; init; }

    /// <summary>The history of the input folder. It is read in the background while the pages are parsed.</summary>
    public Task<VersionControl> VersionControl { get; init; } = Task.FromResult(Sources.VersionControl.None);

    /// <summary>Diagnostics that were found while the printed PDFs were read.</summary>
    public IReadOnlyList<Diagnostic> PrintFindings { get; init; } = [];

    /// <summary>The cache of a preview; null for a build, which starts from scratch.</summary>
    public BuildCache? Cache { get; init; }

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
        if (!FolderRules.Allow(options, diagnostics))
            return new(null, [], null, policy.Apply(diagnostics.Sorted()), []);

        var run = await PipelineRun.ExecuteAsync(
            CreatePipelines(settings, policy, check),
            diagnostics,
            progress,
            cancellation
        );
        var site = run.DocumentsOf<Site>("Site") is [var built] ? built : null;
        var written = options.Output is not null && run.DocumentsOf<WrittenSite>("Output") is [var done] ? done : null;
        var files = FilesOf(run, diagnostics);
        return new(site, files, written, policy.Apply(diagnostics.Sorted()), run.Timings) { Run = run };
    }

    internal static IReadOnlyList<OutputFile> FilesOf(PipelineRun run, DiagnosticBag diagnostics) =>
        GatherFiles.Gather(GeneratingPipelines, run.DocumentsOf<OutputFile>, diagnostics);

    /// <summary>
    /// Builds only the site model, without output, search or health checks; used to compare two states of the site.
    /// Null if there is no page.
    /// </summary>
    public async Task<Site?> ModelAsync(CancellationToken cancellation)
    {
        var settings = ReadSettings(new());
        var pipelines = CreatePipelines(
            settings,
            new(settings.Severities, options.Strict, settings.IsPrepared),
            check: false
        );
        var run = await PipelineRun.ExecuteAsync(
            [.. pipelines.Where(p => ModelPipelines.Contains(p.Name))],
            new(),
            null,
            cancellation
        );
        return run.DocumentsOf<Site>("Site") is [var site] ? site : null;
    }

    private IReadOnlyList<Pipeline> CreatePipelines(SiteSettings settings, DiagnosticPolicy policy, bool check)
    {
        var citesSources = tree.Contains(new(Bibliography.FileName));
        var known = Cache?.ParserFor(settings, citesSources);
        var parser =
            known?.Parser ?? new PageParser(new AllowedContent(settings.Allowed), citesSources, settings.IsPrepared);
        List<Pipeline> pipelines =
        [
            Pipeline.Named("Sources").Input(new ReadSources(tree, Cache?.Sources)),
            Pipeline.Named("Theme").Input(new ReadTheme(theme)),
            Pipeline.Named("VersionControl").Input(new ReadVersionControl(VersionControl, settings.ShowsHistory)),
            Pipeline
                .Named("Folders", "Sources")
                .Process(new TakeDocuments<SourceFile>("Sources"))
                .Process(new ReadFolderSettings(Cache?.Folders)),
            Pipeline
                .Named("Pages", "Sources")
                .Process(new TakeDocuments<SourceFile>("Sources"))
                .Process(new ParsePages(parser, known?.Pages)),
            Pipeline
                .Named("Ladders", "Sources", "Pages")
                .Process(new TakeDocuments<Page>("Pages"))
                .Process(new BuildLadders()),
            Pipeline
                .Named("SearchTests", "Sources")
                .Process(new TakeDocuments<SourceFile>("Sources"))
                .Process(new ReadSearchTests()),
            Pipeline
                .Named("Bibliography", "Sources")
                .Process(new TakeDocuments<SourceFile>("Sources"))
                .Process(new ReadBibliography(Cache?.Bibliography)),
            Pipeline
                .Named("Workshops", "Pages")
                .Process(new TakeDocuments<Page>("Pages"))
                .Process(new BuildWorkshops()),
            Pipeline
                .Named("Site", "Sources", "Folders", "Pages", "Ladders", "Workshops", "Bibliography", "VersionControl")
                .Process(new TakeDocuments<Page>("Pages"))
                .Process(new BuildSite(settings, options.Today, options.Input, Cache?.Site)),
            .. Cache is null ? IndexPipelines() : CachedPipelines(Cache),
            Pipeline
                .Named("Health", "Sources", "Site")
                .Process(new TakeDocuments<Site>("Site"))
                .Process(new ExamineSite(options.Today, reports: check)),
            Assets(),
            Html(theme, Printed ?? (options.Output is { } last ? PrintedFiles.Read(last) : []), options.Output),
            Pipeline
                .Named("LadderExports")
                .PostProcess(new TakeDocuments<Site>("Site"))
                .PostProcess(new WriteLadderExports()),
            .. Cache is null
                ? [(check ? Search().PostProcess(new TestSearch()) : Search()).PostProcess(new WriteSearch())]
                : Array.Empty<Pipeline>(),
            Pipeline.Named("Markdown").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WriteMarkdown()),
            Pipeline.Named("Data").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WritePageData()),
            .. Cache is null ? [LinkPreviews()] : Array.Empty<Pipeline>(),
            Pipeline.Named("Feed").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WriteFeed()),
            Pipeline.Named("Cards").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WriteCards()),
            Pipeline.Named("App").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WriteAppFiles()),
            Pipeline.Named("Host").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WriteHostFiles()),
        ];
        if (check)
            pipelines.Add(
                Pipeline.Named("Check").Output(new GatherFiles(GeneratingPipelines)).Output(new CheckHtml(settings))
            );
        if (options.Output is { } output)
            pipelines.Add(
                Pipeline
                    .Named("Output")
                    .Output(new GatherFiles(GeneratingPipelines))
                    .Output(new WriteOfflineManifest(settings))
                    .Output(new WriteSite(output, output, policy))
            );
        return pipelines;
    }

    /// <summary>
    /// The pipelines that need the words of all pages: most of the work when only one page has changed.
    /// </summary>
    internal static IEnumerable<Pipeline> IndexPipelines() =>
        [
            Pipeline.Named("Index", "Site").Process(new TakeDocuments<Site>("Site")).Process(new BuildIndex()),
            Pipeline
                .Named("Related", "Site", "Index")
                .Process(new TakeDocuments<SearchIndex>("Index"))
                .Process(new FindRelated()),
        ];

    private static IEnumerable<Pipeline> CachedPipelines(BuildCache cache) =>
        [
            Pipeline
                .Named("Related", "Site")
                .Process(new TakeDocuments<Site>("Site"))
                .Process(new RecallRelated(cache.Relations)),
            Pipeline.Named("Search").Input(new ConstantDocuments<OutputFile>(cache.SearchFiles)),
            Pipeline.Named("Previews").Input(new ConstantDocuments<OutputFile>(cache.LinkPreviews)),
        ];

    internal static Pipeline LinkPreviews() =>
        Pipeline.Named("Previews").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WritePreviews());

    internal static Pipeline Assets() =>
        Pipeline.Named("Assets").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new PublishAssets());

    internal static Pipeline Html(ITheme theme, IReadOnlyList<OutputFile> printed, string? output) =>
        Pipeline
            .Named("Html")
            .PostProcess(new TakeDocuments<Site>("Site"))
            .PostProcess(new RenderPages(theme, printed, output));

    internal static Pipeline<SearchIndex> Search() =>
        Pipeline.Named("Search").PostProcess(new TakeDocuments<SearchIndex>("Index"));

    private SiteSettings ReadSettings(DiagnosticBag diagnostics)
    {
        var path = new SourcePath(SiteSettings.FileName);
        var settings = SiteSettings.Unprepared;
        if (tree.Contains(path) && ReadSources.Read(tree, path, diagnostics) is { } file)
            settings = SiteSettings.Read(file, diagnostics);
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
