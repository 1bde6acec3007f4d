using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search;

/// <summary>Runs the site's search tests against the index, and reports each failed test.</summary>
internal sealed class TestSearch(Pipeline<IReadOnlyList<SearchTest>> searchTests, Pipeline<Site> site)
    : IModule<SearchIndex, SearchIndex>
{
    public IReadOnlyList<Pipeline> Reads => [searchTests, site];

    /// <summary>The number of results in which the actual rank of an expected page is looked up.</summary>
    private const int MaxResults = 50;

    public SearchIndex Execute(SearchIndex input, ModuleContext context)
    {
        var tests = context.Read(searchTests);
        if (tests.Count == 0)
            return input;

        var engine = new SearchEngine(input);
        var places = new SearchTargets(context.Read(site), input);
        context.Diagnostics.AddRange(
            tests.Select(t => Try(t, places.Find(t.Expect.Value), engine)).OfType<Diagnostic>()
        );
        return input;
    }

    /// <summary>Returns null if the test passes.</summary>
    private static Diagnostic? Try(SearchTest test, SearchTarget expected, SearchEngine engine)
    {
        if (expected.Page is null)
            return Diagnostic.At(
                SearchRules.NothingThere,
                test.Source,
                test.Expect.Span,
                test.Expect.Value,
                expected.Missing,
                expected.Suggestion
            );
        var hits = engine.Search(
            test.Query,
            Math.Max(MaxResults, test.Within),
            test.Kind is { } kind ? [kind.ToString().ToLowerInvariant()] : null
        );
        var place = hits.TakeWhile(h => !expected.IsMetBy(h)).Count();
        return place < Math.Min(test.Within, hits.Count)
            ? null
            : Diagnostic.At(
                SearchRules.TestFails,
                test.Source,
                test.Expect.Span,
                test.Query,
                test.Expect.Value,
                test.Within,
                DescribeRank(place, hits, expected),
                DescribeHits(hits.Take(test.Within))
            );
    }

    private static string DescribeRank(int place, IReadOnlyList<SearchHit> hits, SearchTarget expected)
    {
        if (place < hits.Count)
            return $"it comes as number {place + 1}";
        if (expected.Page is { } page && hits.FirstOrDefault(h => h.Page == page) is { } other)
            return $"of its page comes '{other.Address}'";
        return hits.Count < MaxResults ? "it does not come at all" : $"nor in its first {MaxResults}";
    }

    private static string DescribeHits(IEnumerable<SearchHit> hits) =>
        string.Join(", ", hits.Select(h => $"'{h.Address}'")) is { Length: > 0 } found ? found : "nothing";
}
