using KnowledgeSite.Caching;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Caching;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Health;
using KnowledgeSite.Rendering;
using KnowledgeSite.Search;
using KnowledgeSite.Search.Related;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;
using KnowledgeSite.Strings;

namespace KnowledgeSite;

/// <summary>
/// Rebuilds the site while its input changes. A run parses changed files only, then links all pages again; pages are
/// rendered on demand. The result of a completed run equals that of a build. Calls must not overlap, except that a
/// cancelled <see cref="CompletedAsync"/> may still be running.
/// </summary>
/// <param name="stored">Results of earlier builds, for the first run, which saves its own and closes it. Null to
/// compute everything.</param>
internal sealed class SitePreview(BuildOptions options, PersistentCache? stored = null)
{
    private readonly BuildOptions _options = options with { Output = null };
    private readonly BuildCache _cache = new();
    private PersistentCache? _stored = stored;

    /// <summary>Rebuilds the site, with the search and the related pages of the last completed run.</summary>
    public async Task<BuildResult> NextAsync(
        ISourceTree tree,
        ITheme theme,
        Task<VersionControl> repository,
        CancellationToken cancellation
    )
    {
        using var first = _stored;
        _stored = null;
        var build = new SiteBuild(_options, tree, theme)
        {
            VersionControl = repository,
            Cache = _cache,
            Stored = first,
        };
        var result = await build.RunAsync(check: false, null, cancellation);
        first?.Save();
        return result;
    }

    /// <summary>Renders the same site with another theme.</summary>
    public static Task<BuildResult> RestyledAsync(BuildResult latest, ITheme theme, CancellationToken cancellation) =>
        RebuildAsync(
            latest,
            parts =>
                parts with
                {
                    Renderer = theme,
                    Theme = Pipeline
                        .Named("Theme")
                        .Input(new ReadTheme(theme, latest.Site?.Settings.Text ?? UiStrings.English)),
                },
            cancellation
        );

    /// <summary>Adds the parts that need the words of all pages: search, related pages and link previews.</summary>
    /// <exception cref="OperationCanceledException">A newer run has started; the cache is unchanged.</exception>
    public async Task<BuildResult> CompletedAsync(BuildResult latest, CancellationToken cancellation)
    {
        var completed = await RebuildAsync(
            latest,
            parts => parts with { Index = IndexParts.Create(parts.Site, parts.Keys) },
            cancellation
        );
        cancellation.ThrowIfCancellationRequested();
        if (completed is not { Site: { } site, Run: { } run, Parts.Index: var index })
            return completed;
        _cache.Relations = new(site, run.Find(index.Related)!);
        _cache.SearchFiles = run.Find(index.Search)!;
        _cache.LinkPreviews = run.Find(index.Previews)!;
        return completed;
    }

    /// <summary>Generates the files of the same site again, with some parts replaced.</summary>
    private static async Task<BuildResult> RebuildAsync(
        BuildResult latest,
        Func<FileParts, FileParts> replace,
        CancellationToken cancellation
    )
    {
        if (latest is not { Site: not null, Run: { } earlier, Parts: { } before })
            return latest;
        var parts = replace(before);
        var files = parts.Gather();
        var run = await PipelineRun.ExecuteAsync([files], new(), earlier: earlier, cancellation: cancellation);
        return latest with { Files = run.Find(files)!, Timings = run.Timings, Run = run, Parts = parts };
    }
}

/// <summary>
/// The cache of a preview, kept between runs. A run with a cache reads and parses changed files only. The parts that
/// need the words of all pages (search, related pages, link previews) are kept from the last completed run.
/// </summary>
internal sealed class BuildCache
{
    private (CacheKey Settings, PageParser Parser, StepCache<SourceFile, Page> Pages)? _parser;

    internal SourceCache Sources { get; } = new();

    internal StepCache<SourceFile, FolderSettings> Folders { get; } = new();

    internal StepCache<SourceFile, Bibliography> Bibliography { get; } = new();

    internal SiteCache Site { get; } = new();

    /// <summary>The related pages of the last completed run; null before the first one.</summary>
    internal KnownRelations? Relations { get; set; }

    /// <summary>The search files of the last completed run.</summary>
    internal IReadOnlyList<OutputFile> SearchFiles { get; set; } = [];

    /// <summary>The link previews of the last completed run.</summary>
    internal IReadOnlyList<OutputFile> LinkPreviews { get; set; } = [];

    /// <summary>
    /// The parser for these settings and the pages it has parsed. When the settings change, the cached pages are
    /// dropped.
    /// </summary>
    internal (PageParser Parser, StepCache<SourceFile, Page> Pages) ParserFor(SiteSettings settings, bool citesSources)
    {
        var key = ParsedPages.KeyOf(settings, citesSources);
        if (_parser is not { } known || known.Settings != key)
            _parser = known = (key, SiteBuild.CreateParser(settings, citesSources), new());
        return (known.Parser, known.Pages);
    }
}
