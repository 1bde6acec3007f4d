using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search;

/// <summary>Runs the site's search tests on the finished site, and reports each failed test.</summary>
internal sealed class TestSearch(
    Pipeline<SearchIndex> index,
    Pipeline<IReadOnlyList<OutputFile>> files,
    Pipeline<Site> site
) : IModule<IReadOnlyList<SearchTest>, IReadOnlyList<SearchTest>>
{
    /// <summary>
    /// The number of sections that all tests may match together on any site. On a large site it is larger, see
    /// <see cref="FindLimit"/>.
    /// </summary>
    private const int MinMatchedSections = 200_000;

    /// <summary>All tests together may match one section for this many characters of the site.</summary>
    private const int CharactersPerMatch = 5;

    /// <summary>The number of results in which the actual rank of an expected page is looked up.</summary>
    private const int MaxResults = 50;

    /// <summary>The number of tests for each engine, because an engine takes time to start.</summary>
    private const int TestsPerEngine = 50;

    /// <summary>The maximum number of engines. Each holds the whole index in memory.</summary>
    private const int MaxEngines = 4;

    public IReadOnlyList<Pipeline> Reads => [index, files, site];

    public IReadOnlyList<SearchTest> Execute(IReadOnlyList<SearchTest> input, ModuleContext context)
    {
        // The interpreter is loaded only if there is something to test.
        if (input.Count > 0)
            Run(input, context);
        return input;
    }

    private void Run(IReadOnlyList<SearchTest> tests, ModuleContext context)
    {
        var pages = context.Read(site);
        var searchIndex = context.Read(index);
        var siteFiles = context.Read(files);
        var targets = new SearchTargets(pages, searchIndex);
        var limit = FindLimit(pages.Pages.Sum(p => (long)(p.Content.Source.Text?.Value.Length ?? 0)));
        context.Diagnostics.AddRange(
            Run(tests, () => new SearchEngine(searchIndex, siteFiles), targets, limit, context.Cancellation)
        );
    }

    /// <summary>
    /// The number of sections that all tests may match together. A test takes time in proportion to the sections that
    /// contain one of its words, so many tests of a word that is in every section would take hours. With the limit, all
    /// tests take time in proportion to the text of the site: for each megabyte about as long as its build.
    /// </summary>
    /// <param name="characters">The length of all pages.</param>
    internal static long FindLimit(long characters) => Math.Max(MinMatchedSections, characters / CharactersPerMatch);

    /// <summary>Runs the tests until they have matched too many sections; reports those that fail or are left
    /// out.</summary>
    internal static IEnumerable<Diagnostic> Run(
        IReadOnlyList<SearchTest> tests,
        Func<SearchEngine> createEngine,
        SearchTargets targets,
        long maxMatchedSections,
        CancellationToken cancellation = default
    )
    {
        var expected = tests.Select(t => targets.Find(t.Expect.Value)).ToArray();
        var results = Search(tests, expected, createEngine, maxMatchedSections, cancellation);
        var matched = 0L;
        foreach (var (index, test) in tests.Index())
        {
            if (matched > maxMatchedSections)
            {
                yield return Diagnostic.At(
                    SearchRules.TestsLeftOut,
                    test.Source,
                    test.Expect.Span,
                    tests.Count - index,
                    maxMatchedSections
                );
                yield break;
            }

            if (results[index] is { } result)
            {
                matched += result.MatchedSections;
                if (Examine(test, expected[index], result.Hits) is { } failure)
                    yield return failure;
            }
            else
                yield return Diagnostic.At(
                    SearchRules.TargetNotFound,
                    test.Source,
                    test.Expect.Span,
                    test.Expect.Value,
                    expected[index].Missing,
                    expected[index].Suggestion
                );
        }
    }

    /// <summary>
    /// Searches for the queries of the tests, in several engines at the same time. The engines take the tests in order
    /// and finish those that they have taken. So all tests up to the one that exceeds the limit have results, and
    /// perhaps a few after it. Tests whose target does not exist have none.
    /// </summary>
    private static SearchResult?[] Search(
        IReadOnlyList<SearchTest> tests,
        SearchTarget[] expected,
        Func<SearchEngine> createEngine,
        long maxMatchedSections,
        CancellationToken cancellation
    )
    {
        var results = new SearchResult?[tests.Count];
        var last = -1;
        var matched = 0L;
        var engines = Math.Clamp(tests.Count / TestsPerEngine, 1, Math.Min(MaxEngines, Environment.ProcessorCount));
        Parallel.For(0, engines, new ParallelOptions { CancellationToken = cancellation }, _ => TakeTests());
        return results;

        void TakeTests()
        {
            SearchEngine? engine = null;
            try
            {
                while (
                    Interlocked.Read(ref matched) <= maxMatchedSections
                    && Interlocked.Increment(ref last) is var index
                    && index < tests.Count
                )
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (expected[index].Page is null)
                        continue;
                    engine ??= createEngine();
                    var result = Search(tests[index], engine);
                    results[index] = result;
                    Interlocked.Add(ref matched, result.MatchedSections);
                }
            }
            finally
            {
                engine?.Dispose();
            }
        }
    }

    private static SearchResult Search(SearchTest test, SearchEngine engine)
    {
        var before = engine.MatchedSections;
        var hits = engine.Search(
            test.Query,
            Math.Max(MaxResults, test.Within),
            test.Kind is { } kind ? [kind.ToString().ToLowerInvariant()] : null
        );
        return new(hits, engine.MatchedSections - before);
    }

    /// <summary>Returns null if the test passes.</summary>
    private static Diagnostic? Examine(SearchTest test, SearchTarget expected, IReadOnlyList<SearchHit> hits)
    {
        var rank = hits.TakeWhile(h => !expected.IsMetBy(h)).Count();
        return rank < Math.Min(test.Within, hits.Count)
            ? null
            : Diagnostic.At(
                SearchRules.TestFails,
                test.Source,
                test.Expect.Span,
                test.Query,
                test.Expect.Value,
                test.Within,
                DescribeRank(rank, hits, expected),
                DescribeHits(hits.Take(test.Within))
            );
    }

    private static string DescribeRank(int rank, IReadOnlyList<SearchHit> hits, SearchTarget expected)
    {
        if (rank < hits.Count)
            return $"it is in place {rank + 1}";
        if (expected.Page is { } page && hits.FirstOrDefault(h => h.Page == page) is { } other)
            return $"another part of the page is found: '{other.Address}'";
        return hits.Count < MaxResults ? "it is not found at all" : $"nor in the first {MaxResults}";
    }

    private static string DescribeHits(IEnumerable<SearchHit> hits) =>
        string.Join(", ", hits.Select(h => $"'{h.Address}'")) is { Length: > 0 } found ? found : "nothing";

    /// <param name="MatchedSections">See <see cref="SearchEngine.MatchedSections"/>; of one search.</param>
    private sealed record SearchResult(IReadOnlyList<SearchHit> Hits, long MatchedSections);
}
