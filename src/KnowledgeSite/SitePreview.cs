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
/// The site again and again, while its input changes: a run parses what changed and joins all pages anew; pages are
/// rendered when they are asked for. What a completed run gives is what a build would. For one call after the other,
/// except that <see cref="CompletedAsync"/> may go on while it is no longer wanted.
/// </summary>
public sealed class SitePreview(BuildOptions options)
{
    private readonly BuildOptions _options = options with { Output = null };
    private readonly BuildCache _memory = new();

    /// <summary>The site as it is now, with the search and the related pages of the last completed run.</summary>
    public Task<BuildResult> NextAsync(
        ISourceTree tree,
        ITheme theme,
        Task<VersionControl> repository,
        CancellationToken cancellation
    ) =>
        new SiteBuild(_options, tree, theme) { VersionControl = repository, Memory = _memory }.RunAsync(
            check: false,
            null,
            cancellation
        );

    /// <summary>The same site in another look.</summary>
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
                        .Process(new RecallRelated(_memory.Relations)),
                ],
                cancellation
            );

    /// <summary>The same site, with all that needs the words of all pages.</summary>
    /// <exception cref="OperationCanceledException">Something newer is wanted by now; what was known stays.</exception>
    public async Task<BuildResult> CompletedAsync(BuildResult latest, ITheme theme, CancellationToken cancellation)
    {
        if (latest.Run is not { } run || latest.Site is not { } site)
            return latest;
        var completed = await RebuildAsync(
            latest,
            theme,
            [
                Known<ThemeAsset>("Theme", run),
                .. SiteBuild.WordsOfAllPages(),
                SiteBuild.Search().PostProcess(new WriteSearch()),
                SiteBuild.LinkPreviews(),
            ],
            cancellation
        );
        cancellation.ThrowIfCancellationRequested();
        (_memory.Relations, _memory.SearchFiles) = (
            new(site, completed.Run!.DocumentsOf<RelatedPages>("Related")[0]),
            completed.Run!.DocumentsOf<OutputFile>("Search")
        );
        _memory.LinkPreviews = completed.Run!.DocumentsOf<OutputFile>("Previews");
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
            .. SiteBuild.Made.Where(n => n is not ("Html" or "Assets")).Select(n => Known<OutputFile>(n, run)),
        ];

    private static Pipeline Known<T>(string name, PipelineRun run)
        where T : class => Pipeline.Named(name).Input(new ConstantDocuments<T>(run.DocumentsOf<T>(name)));
}
