using System.Globalization;
using KnowledgeSite.Search;
using KnowledgeSite.Search.Indexing;
using KnowledgeSite.Words;

namespace KnowledgeSite.BrowserTests.Search;

/// <summary>
/// Tests the search of a built site in a browser. Tests of single modules are in <c>tests/scripts/search</c>.
/// </summary>
public sealed class SearchModuleTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private static readonly string[] Queries =
    [
        "promotion evidence",
        "promtoion",
        "staff scop",
        "\"two currencies\"",
        "l6 scope",
        "compare senior and staff",
        "one on one",
        "C#",
        "数据",
        "the",
        "zzzzqqqq",
    ];

    [Fact]
    public async Task Readers_and_check_get_the_same_results()
    {
        var index = site.Index;
        var engine = new SearchEngine(index, site.ReadFiles());
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var read = await page.RunAsync<Hit[][]>(
            """
            const results = [];
            for (const query of given) results.push(await search.entry.search(query, { limit: 10, excerpts: 0 }));
            return results.map(hits => hits.map(({ url, score }) => ({ url, score })));
            """,
            Queries
        );
        for (var i = 0; i < Queries.Length; i++)
        {
            var expected = engine.Search(Queries[i], 10);
            Assert.Equal(expected.Select(h => h.Address), read[i].Select(h => Uri.UnescapeDataString(h.Url)));
            Assert.All(expected.Zip(read[i]), h => Assert.Equal(h.First.Score, h.Second.Score, h.First.Score * 1e-9));
        }

        Assert.True(read.Count(hits => hits.Length > 0) >= 6);
    }

    /// <summary>A browser may know letters of a later Unicode version than the runtime; those are skipped.</summary>
    [Fact]
    public async Task Every_letter_of_the_basic_plane_is_folded_as_in_CSharp()
    {
        var texts = Enumerable
            .Range(0, 0x10000)
            .Select(c => (char)c)
            .Where(c => !char.IsSurrogate(c) && char.GetUnicodeCategory(c) != UnicodeCategory.OtherNotAssigned)
            .Select(c => $"{c}")
            .ToList();
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var read = await page.RunAsync<string[]>(
            "return given.map(text => search.analysis.readWords(text).map(w => w.word).join(' '))",
            texts
        );
        Assert.Empty(
            texts
                .Zip(read)
                .Where(t => string.Join(' ', WordReader.All(t.First)) != t.Second)
                .Select(t => $"U+{(int)t.First[0]:X4} '{t.Second}'")
        );
    }

    [Fact]
    public async Task The_index_is_read_as_it_was_written()
    {
        var index = site.Index;
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var read = await page.RunAsync<string[]>(
            """
            const store = await search.store.Store.open(search.files);
            const postings = await store.postings([...store.dictionary.words.keys()]);
            return store.dictionary.words.map((word, index) => {
                const { sections, body, headings, names, paths } = postings.get(index);
                const found = [...sections]
                  .map((section, i) => [section, body[i], headings[i], names[i], paths[i]].join('/'));
                return `${word} ${store.dictionary.pages[index]} ${found.join(' ')}`;
            });
            """
        );
        Assert.Equal(
            index.Words.Select(w => $"{w.Word} {w.PagesPower} {string.Join(' ', w.Postings.Select(Print))}"),
            read
        );
    }

    [Fact]
    public async Task The_records_of_pages_are_read_as_they_were_written()
    {
        var index = site.Index;
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var read = await page.RunAsync<string[]>(
            """
            const store = await search.store.Store.open(search.files);
            const records = await Promise.all(store.head.sections.map((_, page) => store.record(page)));
            return records.map(({ url, title, trail, kind, sections }) => [url,
              title, trail, kind, ...sections.flatMap(s => [s.heading, s.anchor])].join('|'));
            """
        );
        Assert.Equal(
            index.Pages.Select(p =>
                string.Join(
                    '|',
                    [
                        p.Address.Href,
                        p.Title,
                        string.Join(" › ", p.Trail),
                        p.Kind,
                        .. p.Sections.SelectMany(s => new[] { s.Heading, s.Anchor }),
                    ]
                )
            ),
            read
        );
    }

    [Theory]
    [InlineData("promotion evidence", new[] { "promotion", "evidence" })]
    [InlineData("archtypes", new[] { "archetypes", "archetype" })]
    [InlineData("logistic regression", new[] { "logistic", "regression" })]
    [InlineData("ladder", new[] { "ladder", "ladders" })]
    public async Task Excerpts_contain_words_of_the_query_and_mark_them(string query, string[] words)
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var results = await page.RunAsync<Excerpt[]>(
            "return (await search.entry.search(given, { limit: 3 })).map(({ excerpt, marks }) => ({ text: "
                + "excerpt, marks }))",
            query
        );
        Assert.Equal(3, results.Length);
        Assert.Contains(results, r => r.Marks.Length > 0);
        Assert.All(
            results.SelectMany(r => r.Marked),
            marked => Assert.Contains(words, w => marked.StartsWith(w[..4], StringComparison.OrdinalIgnoreCase))
        );
    }

    [Theory]
    [InlineData("compare senior and staff", false)]
    [InlineData("and", true)]
    public async Task Stop_words_are_marked_only_if_the_query_has_no_other_words(string query, bool isMarked)
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var words = await page.RunAsync<string[]>(
            "return [...new Set((await search.entry.search(given)).flatMap(hit => hit.words))]",
            query
        );
        Assert.NotEmpty(words);
        Assert.Equal(isMarked, words.Contains("and"));
    }

    [Fact]
    public async Task The_nearest_known_words_are_suggested_for_unknown_ones()
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var suggested = await page.RunAsync<string>(
            "return (await Promise.all(given.split('|').map(text => search.entry.explain(text)))).map(s => "
                + "s.suggestion ?? '-').join('|')",
            "promtoion|staff archtype|promotion|qqqqzzzzqqqq"
        );
        Assert.Equal("promotion|staff archetype|-|-", suggested);
    }

    private static string Print(Posting posting) =>
        $"{posting.Section}/{posting.Body}/{posting.Heading}/{posting.Names}/{(posting.InPath ? 1 : 0)}";

    private sealed record Hit(string Url, double Score);

    private sealed record Excerpt(string Text, int[][] Marks)
    {
        public IEnumerable<string> Marked => Marks.Select(m => Text[m[0]..m[1]]);
    }
}
