using System.Globalization;
using System.Text.Json;
using KnowledgeSite.Search;
using KnowledgeSite.Search.Indexing;

namespace KnowledgeSite.BrowserTests.Search;

/// <summary>
/// The search in C#, that <c>check</c> asks, and the one in the browser, that readers ask: the same words, the same
/// index, the same results.
/// </summary>
[Collection(OneBrowser.Name)]
public sealed class SearchTwinTests(BuiltSite site)
{
    private static string Fixture(string name) => Repository.Combine("tests", "fixtures", "search", name);

    [Fact]
    public async Task Texts_in_many_scripts_are_split_as_in_the_shared_list()
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var wrong = await page.RunAsync<string[]>(
            "return given.map(([text, words]) => [text, words, search.analysis.wordsIn(text).map(w => "
                + "w.word)]).filter(([, words, read]) => words.join(' ') !== read.join(' ')).map(row => "
                + "JSON.stringify(row))",
            JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Fixture("analysis.json")))
        );
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Texts_are_found_by_the_parts_of_their_identifiers()
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var wrong = await page.RunAsync<string[]>(
            "return given.map(([text, words]) => [text, words, search.analysis.searchWordsIn(text).map(w => "
                + "w.word).join(' ')]).filter(([, words, read]) => words !== read).map(row => JSON.stringify(row))",
            JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Fixture("identifiers.json")))
        );
        Assert.Empty(wrong);
    }

    /// <summary>A browser may know letters of a younger Unicode than the runtime; those are left out.</summary>
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
            "return given.map(text => search.analysis.wordsIn(text).map(w => w.word).join(' '))",
            texts
        );
        Assert.Empty(
            texts
                .Zip(read)
                .Where(t => string.Join(' ', KnowledgeSite.Words.WordReader.All(t.First)) != t.Second)
                .Select(t => $"U+{(int)t.First[0]:X4} '{t.Second}'")
        );
    }

    [Fact]
    public async Task English_words_have_the_same_stems_as_in_Snowball()
    {
        var pairs = (await File.ReadAllLinesAsync(Fixture("stems.txt"))).Select(line => line.Split(' ')).ToList();
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        Assert.Empty(
            await page.RunAsync<string[]>(
                "return given.filter(([word, stem]) => search.stemmer.stem(word) !== stem).map(([word]) => word)",
                pairs
            )
        );
    }

    [Fact]
    public async Task The_index_is_read_as_it_was_written()
    {
        var index = site.Index;
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var read = await page.RunAsync<string[]>(
            """
            const store = await search.store.Store.open(search.folder);
            const postings = await store.postings([...store.dictionary.words.keys()]);
            return store.dictionary.words.map((word, place) => {
                const { sections, body, headings, names, paths } = postings.get(place);
                const found = [...sections]
                  .map((section, i) => [section, body[i], headings[i], names[i], paths[i]].join('/'));
                return `${word} ${store.dictionary.pages[place]} ${found.join(' ')}`;
            });
            """
        );
        Assert.Equal(
            index.Words.Select(w => $"{w.Word} {w.PagesPower} {string.Join(' ', w.Postings.Select(Print))}"),
            read
        );
    }

    [Fact]
    public async Task The_details_of_pages_are_read_as_they_were_written()
    {
        var index = site.Index;
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var read = await page.RunAsync<string[]>(
            """
            const store = await search.store.Store.open(search.folder);
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

    [Fact]
    public async Task The_same_queries_have_the_same_results_with_the_same_scores()
    {
        var index = site.Index;
        var (queries, engine) = (TwinQueries.Create(index), new SearchEngine(index));
        Assert.True(queries.Count >= 400);
        var read = await AskBrowserAsync(queries, limit: 10);
        var differences = queries
            .Zip(read)
            .Select(q =>
                Difference(q.First, engine.Search(q.First.Text, 10, q.First.Kind is { } kind ? [kind] : null), q.Second)
            )
            .OfType<string>()
            .ToList();
        Assert.True(
            differences.Count == 0,
            $"{differences.Count} of {queries.Count}: {string.Join('\n', differences.Take(5))}"
        );
    }

    /// <summary>
    /// A browser reads the finished page, to which templates add words of their own; it may find a phrase on more
    /// pages, and on none less.
    /// </summary>
    [Fact]
    public async Task A_phrase_that_is_found_in_the_authors_text_is_found_in_the_finished_page()
    {
        var index = site.Index;
        var (queries, engine) = (TwinQueries.PhrasesOf(index), new SearchEngine(index));
        var read = await AskBrowserAsync(queries, limit: 30);
        var wrong =
            from pair in queries.Zip(read)
            from hit in engine.Search(pair.First.Text, 30)
            where !pair.Second.Any(h => IsSame(hit, h))
            select $"{pair.First.Text}: {hit.Address} {hit.Score:R}, not among "
                + string.Join(", ", pair.Second.Select(h => h.Url));
        Assert.True(queries.Count > 100 && queries.All(q => engine.Search(q.Text, 30).Count > 0));
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_stable_URL_of_the_search_gives_the_same_answers()
    {
        var engine = new SearchEngine(site.Index);
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var read = await page.RunAsync<Hit[]>("return await search.entry.search('promotion evidence', { limit: 10 })");
        Assert.Null(Difference(new("promotion evidence", null), engine.Search("promotion evidence", 10), read));
    }

    private async Task<Hit[][]> AskBrowserAsync(IEnumerable<TwinQuery> queries, int limit)
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        return await page.RunAsync<Hit[][]>(
            """
            const answers = await search.answer.Answers.open(search.folder, `${location.origin}/`);
            const results = [];
            for (const { text, kind } of given.queries) results.push((await answers.search(text, { limit: given.limit,
              excerpts: 0, filters: kind ? { kind } : {} })).map(({ url, score }) => ({ url, score })));
            return results;
            """,
            new { limit, queries = queries.Select(q => new { text = q.Text, kind = q.Kind }) }
        );
    }

    private static bool IsSame(SearchHit expected, Hit read) =>
        Uri.UnescapeDataString(read.Url) == expected.Address
        && Math.Abs(expected.Score - read.Score) <= 1e-9 * Math.Abs(expected.Score);

    /// <summary>Null where there is none.</summary>
    private static string? Difference(TwinQuery query, IReadOnlyList<SearchHit> expected, Hit[] read)
    {
        var same = expected.Count == read.Length && expected.Zip(read).All(h => IsSame(h.First, h.Second));
        return same
            ? null
            : $"{query.Text} ({query.Kind}): "
                + $"{string.Join(", ", expected.Select(h => $"{h.Address} {h.Score:R}"))} but in the browser "
                + string.Join(", ", read.Select(h => $"{h.Url} {h.Score:R}"));
    }

    private static string Print(Posting posting) =>
        $"{posting.Section}/{posting.Body}/{posting.Heading}/{posting.Names}/{(posting.InPath ? 1 : 0)}";

    private sealed record Hit(string Url, double Score);
}
