using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Health;
using KnowledgeSite.Rendering;
using KnowledgeSite.Search;
using KnowledgeSite.Search.Related;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite;

/// <summary>
/// Rebuilds the site while its input changes. A run parses changed files only, then links all pages again; pages are
/// rendered on demand. The result of a completed run equals that of a build. Calls must not overlap, except that a
/// cancelled <see cref="CompletedAsync"/> may still be running.
/// </summary>
internal sealed class SitePreview(BuildOptions options)
{
    private readonly BuildOptions _options = options with { Output = null };
    private readonly BuildCache _cache = new();

    /// <summary>Rebuilds the site, with the search and the related pages of the last completed run.</summary>
    public Task<BuildResult> NextAsync(
        ISourceTree tree,
        ITheme theme,
        Task<VersionControl> repository,
        CancellationToken cancellation
    ) =>
        new SiteBuild(_options, tree, theme) { VersionControl = repository, Cache = _cache }.RunAsync(
            check: false,
            null,
            cancellation
        );

    /// <summary>Renders the same site with another theme.</summary>
    public Task<BuildResult> RestyledAsync(BuildResult latest, ITheme theme, CancellationToken cancellation) =>
        latest.Run is null
            ? Task.FromResult(latest)
            : RebuildAsync(
                latest,
                theme,
                [
                    Pipeline.Named("Theme").Input(new ReadTheme(theme)),
                    Pipeline
                        .Named("Related", "Site")
                        .Process(new TakeDocuments<Site>("Site"))
                        .Process(new RecallRelated(_cache.Relations)),
                ],
                cancellation
            );

    /// <summary>Adds the parts that need the words of all pages: search, related pages and link previews.</summary>
    /// <exception cref="OperationCanceledException">A newer run has started; the cache is unchanged.</exception>
    public async Task<BuildResult> CompletedAsync(BuildResult latest, ITheme theme, CancellationToken cancellation)
    {
        if (latest.Run is not { } run || latest.Site is not { } site)
            return latest;
        var completed = await RebuildAsync(
            latest,
            theme,
            [
                Known<ThemeAsset>("Theme", run),
                .. SiteBuild.IndexPipelines(),
                SiteBuild.Search().PostProcess(new WriteSearch()),
                SiteBuild.LinkPreviews(),
            ],
            cancellation
        );
        cancellation.ThrowIfCancellationRequested();
        (_cache.Relations, _cache.SearchFiles) = (
            new(site, completed.Run!.DocumentsOf<RelatedPages>("Related")[0]),
            completed.Run!.DocumentsOf<OutputFile>("Search")
        );
        _cache.LinkPreviews = completed.Run!.DocumentsOf<OutputFile>("Previews");
        return completed;
    }

    private static async Task<BuildResult> RebuildAsync(
        BuildResult latest,
        ITheme theme,
        IReadOnlyList<Pipeline> changed,
        CancellationToken cancellation
    )
    {
        var names = changed.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var run = await PipelineRun.ExecuteAsync(
            [
                .. changed,
                .. Kept(latest.Run!).Where(p => !names.Contains(p.Name)),
                SiteBuild.Assets(),
                SiteBuild.Html(theme, [], null),
            ],
            new(),
            null,
            cancellation
        );
        return latest with { Files = SiteBuild.FilesOf(run, new()), Timings = run.Timings, Run = run };
    }

    private static IEnumerable<Pipeline> Kept(PipelineRun run) =>
        [
            Known<Site>("Site", run),
            Known<SiteHealth>("Health", run),
            .. SiteBuild
                .GeneratingPipelines.Where(n => n is not ("Html" or "Assets"))
                .Select(n => Known<OutputFile>(n, run)),
        ];

    private static Pipeline Known<T>(string name, PipelineRun run)
        where T : class => Pipeline.Named(name).Input(new ConstantDocuments<T>(run.DocumentsOf<T>(name)));
}
