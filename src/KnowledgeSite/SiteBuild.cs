using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Health;
using KnowledgeSite.Ladders;
using KnowledgeSite.Output;
using KnowledgeSite.Rendering;
using KnowledgeSite.Rendering.Apps;
using KnowledgeSite.Rendering.Hosts;
using KnowledgeSite.Rendering.Offline;
using KnowledgeSite.Rendering.Previews;
using KnowledgeSite.Rendering.Rubrics;
using KnowledgeSite.Rendering.Sharing;
using KnowledgeSite.Search;
using KnowledgeSite.Search.Related;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;
using KnowledgeSite.Workshops;

namespace KnowledgeSite;

/// <summary>The recipe: every pipeline and every module by its name.</summary>
public sealed class SiteBuild(BuildOptions options, ISourceTree tree, ITheme theme)
{
    /// <summary>
    /// The pipelines that make files of the site; see <see cref="GatherFiles"/> for what happens where two make the
    /// same one.
    /// </summary>
    internal static readonly string[] Made =
    [
        "Assets",
        "Html",
        "Rubrics",
        "Search",
        "Markdown",
        "Data",
        "Previews",
        "Feed",
        "Cards",
        "App",
        "Host",
    ];

    /// <summary>The pipelines that a site is made by, before any file is made of it.</summary>
    private static readonly string[] Model =
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
    /// PDFs that were made from the site before; those that still show what it says are part of it. Where nobody gives
    /// any, those in the output folder.
    /// </summary>
    public IReadOnlyList<OutputFile>? Printed { get; init; }

    /// <summary>What the version control says of the input; it may be asked while the pages are read.</summary>
    public Task<VersionControl> VersionControl { get; init; } = Task.FromResult(Sources.VersionControl.None);

    /// <summary>What was found while they were made.</summary>
    public IReadOnlyList<Diagnostic> Found { get; init; } = [];

    /// <summary>What a preview keeps between its runs; null for a build, which begins anew.</summary>
    public BuildCache? Memory { get; init; }

    /// <summary>
    /// Builds, and writes where an output folder is given. With <paramref name="check"/> the finished HTML is read once
    /// more.
    /// </summary>
    /// <exception cref="OperationCanceledException">The build was interrupted; the last site is as it was.</exception>
    public async Task<BuildResult> RunAsync(
        bool check,
        IProgress<PhaseTiming>? progress,
        CancellationToken cancellation
    )
    {
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(Found);
        var settings = ReadSettings(diagnostics);
        var policy = new DiagnosticPolicy(settings.Severities, options.Strict, settings.IsPrepared)
        {
            Tool = options.Tool,
        };
        if (!FolderRules.Allow(options, diagnostics))
            return new(null, [], null, policy.Apply(diagnostics.Sorted()), []);

        var run = await PipelineRun.ExecuteAsync(Recipe(settings, policy, check), diagnostics, progress, cancellation);
        var site = run.DocumentsOf<Site>("Site") is [var built] ? built : null;
        var written = options.Output is not null && run.DocumentsOf<WrittenSite>("Output") is [var done] ? done : null;
        var files = FilesOf(run, diagnostics);
        return new(site, files, written, policy.Apply(diagnostics.Sorted()), run.Timings) { Run = run };
    }

    internal static IReadOnlyList<OutputFile> FilesOf(PipelineRun run, DiagnosticBag diagnostics) =>
        GatherFiles.Gather(Made, run.DocumentsOf<OutputFile>, diagnostics);

    /// <summary>
    /// The site without its files, and without what there is to find in it: what one state is compared with another by.
    /// Null where there is no page.
    /// </summary>
    public async Task<Site?> ModelAsync(CancellationToken cancellation)
    {
        var settings = ReadSettings(new());
        var recipe = Recipe(settings, new(settings.Severities, options.Strict, settings.IsPrepared), check: false);
        var run = await PipelineRun.ExecuteAsync(
            [.. recipe.Where(p => Model.Contains(p.Name))],
            new(),
            null,
            cancellation
        );
        return run.DocumentsOf<Site>("Site") is [var site] ? site : null;
    }

    private IReadOnlyList<Pipeline> Recipe(SiteSettings settings, DiagnosticPolicy policy, bool check)
    {
        var citesSources = tree.Contains(new(Bibliography.FileName));
        var known = Memory?.ParserFor(settings, citesSources);
        var parser =
            known?.Parser ?? new PageParser(new AllowedContent(settings.Allowed), citesSources, settings.IsPrepared);
        List<Pipeline> pipelines =
        [
            Pipeline.Named("Sources").Input(new ReadSources(tree, Memory?.Sources)),
            Pipeline.Named("Theme").Input(new ReadTheme(theme)),
            Pipeline.Named("VersionControl").Input(new ReadVersionControl(VersionControl, settings.ShowsHistory)),
            Pipeline
                .Named("Folders", "Sources")
                .Process(new TakeDocuments<SourceFile>("Sources"))
                .Process(new ReadFolderSettings(Memory?.Folders)),
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
                .Process(new ReadBibliography(Memory?.Bibliography)),
            Pipeline
                .Named("Workshops", "Pages")
                .Process(new TakeDocuments<Page>("Pages"))
                .Process(new BuildWorkshops()),
            Pipeline
                .Named("Site", "Sources", "Folders", "Pages", "Ladders", "Workshops", "Bibliography", "VersionControl")
                .Process(new TakeDocuments<Page>("Pages"))
                .Process(new BuildSite(settings, options.Today, options.Input, Memory?.Site)),
            .. Memory is null ? WordsOfAllPages() : Remembered(Memory),
            Pipeline
                .Named("Health", "Sources", "Site")
                .Process(new TakeDocuments<Site>("Site"))
                .Process(new ExamineSite(options.Today, reports: check)),
            Assets(),
            Html(theme, Printed ?? (options.Output is { } last ? PrintedFiles.Read(last) : []), options.Output),
            Pipeline.Named("Rubrics").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WriteRubrics()),
            .. Memory is null
                ? [(check ? Search().PostProcess(new TestSearch()) : Search()).PostProcess(new WriteSearch())]
                : Array.Empty<Pipeline>(),
            Pipeline.Named("Markdown").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WriteMarkdown()),
            Pipeline.Named("Data").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WritePageData()),
            .. Memory is null ? [LinkPreviews()] : Array.Empty<Pipeline>(),
            Pipeline.Named("Feed").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WriteFeed()),
            Pipeline.Named("Cards").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WriteCards()),
            Pipeline.Named("App").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WriteAppFiles()),
            Pipeline.Named("Host").PostProcess(new TakeDocuments<Site>("Site")).PostProcess(new WriteHostFiles()),
        ];
        if (check)
            pipelines.Add(Pipeline.Named("Check").Output(new GatherFiles(Made)).Output(new CheckHtml(settings)));
        if (options.Output is { } output)
            pipelines.Add(
                Pipeline
                    .Named("Output")
                    .Output(new GatherFiles(Made))
                    .Output(new WriteOfflineManifest(settings))
                    .Output(new WriteSite(output, output, policy))
            );
        return pipelines;
    }

    /// <summary>What needs the words of all pages, and is most of the work where one page has changed.</summary>
    internal static IEnumerable<Pipeline> WordsOfAllPages() =>
        [
            Pipeline.Named("Index", "Site").Process(new TakeDocuments<Site>("Site")).Process(new BuildIndex()),
            Pipeline
                .Named("Related", "Site", "Index")
                .Process(new TakeDocuments<SearchIndex>("Index"))
                .Process(new FindRelated()),
        ];

    private static IEnumerable<Pipeline> Remembered(BuildCache memory) =>
        [
            Pipeline
                .Named("Related", "Site")
                .Process(new TakeDocuments<Site>("Site"))
                .Process(new RecallRelated(memory.Relations)),
            Pipeline.Named("Search").Input(new ConstantDocuments<OutputFile>(memory.SearchFiles)),
            Pipeline.Named("Previews").Input(new ConstantDocuments<OutputFile>(memory.LinkPreviews)),
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
            HasCards = settings.HasCards && baseUrl is not null && Memory is null,
            OffersCopy = settings.OffersCopy && Memory is null && options.Banner is null,
        };
    }
}
