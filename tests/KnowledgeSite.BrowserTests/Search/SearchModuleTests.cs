namespace KnowledgeSite.BrowserTests.Search;

/// <summary>Tests the modules of search one by one in a browser.</summary>
[Collection(OneBrowser.Name)]
public sealed class SearchModuleTests(BuiltSite site)
{
    private const string Html = """
        <nav><h2 id="nav">Not text</h2></nav><article class="prose">
        <header class="article-header"><h1 id="top">Title</h1></header><p class="kind">Page</p>
        <p>Before any <b>head</b>ing &amp; more.</p><h2 id="one">One</h2>
        <p>First&nbsp;section, with&#32;a <a href="/x">link</a>.</p><ul><li>item</li><li>other</li></ul>
        <h3 id="a&quot;b" class="x">Odd <em>id</em></h3><p>Second &lt;script&gt; section &#x1F600;.</p>
        </article><footer>Not text</footer>
        """;

    [Fact]
    public async Task Typos_are_letters_left_out_added_changed_or_exchanged()
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var typos = await page.RunAsync<int[]>(
            "return given.split('|').map(pair => pair.split(' ')).map(([a, b]) => search.words.typosBetween(a, b, 2))",
            "scope scope|scpoe scope|scop scope|scoope scope|skope scope|ca abc| ab|abcdef uvwxyz"
        );
        Assert.Equal([0, 1, 1, 1, 1, 3, 2, 3], typos);
    }

    [Fact]
    public async Task A_word_matches_itself_its_forms_its_completions_and_words_it_is_a_typo_of()
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var meant = await page.RunAsync<string[]>(
            """
            const words = 'calibrated calibration happiness happy l6 ladder ladders leader promote promotion scope'
              .split(' ');
            const dictionary = new search.words.Dictionary(words, new Uint8Array(words.length));
            return given.split(' ').map(word => [...dictionary.meant(word,
              word === 'l')].map(([place, sureness]) => `${words[place]} ${+sureness.toFixed(3)}`).join(', '));
            """,
            "scope happiness scoep kcope promtoino l7 l scpe"
        );
        Assert.Equal(
            [
                "scope 1",
                "happiness 1, happy 0.7",
                "scope 0.78",
                "scope 0.624",
                "promotion 0.296",
                "",
                "l6 0.83, ladder 0.681, ladders 0.662, leader 0.681",
                "",
            ],
            meant
        );
    }

    [Fact]
    public async Task A_word_on_no_page_gets_the_most_similar_word()
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var nearest = await page.RunAsync<string>(
            """
            const words = ['calibration', 'ladder', 'scope'];
            const dictionary = new search.words.Dictionary(words, new Uint8Array(words.length));
            return given.split(' ').map(word => dictionary.nearest(word) ?? '-').join(' ');
            """,
            "laddder scop scp calbiratoin zebra"
        );
        Assert.Equal("ladder scope - calibration -", nearest);
    }

    [Theory]
    [InlineData("staff scop", "staff scop|scop|")]
    [InlineData("staff scope ", "staff scope||")]
    [InlineData("scope staff scope", "scope staff|scope|")]
    [InlineData("\"levels add up\" staff", "levels add up staff|staff|levels add up")]
    [InlineData("“two words” \"one\" \"open", "two words one open|open|two words")]
    [InlineData("... 😀", "||")]
    public async Task A_query_has_phrases_and_words_and_the_last_word_may_be_unfinished(string text, string parsed)
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        Assert.Equal(
            parsed,
            await page.RunAsync<string>(
                "const { words, last, phrases } = search.query.parse(given); return [words.join(' '), last, "
                    + "phrases.map(p => p.join(' ')).join(',')].join('|')",
                text
            )
        );
    }

    [Fact]
    public async Task A_section_of_a_page_is_read_from_its_HTML()
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var texts = await page.RunAsync<string[]>(
            "return ['', 'one', 'a\"b', 'missing'].map(anchor => search.excerpt.sectionText(given, anchor))",
            Html
        );
        Assert.Equal(
            [
                "Before any heading & more.",
                "First section, with a link. item other",
                "Second <script> section 😀.",
                "Before any heading & more.",
            ],
            texts
        );
        Assert.DoesNotContain(
            "Not text",
            await page.RunAsync<string>("return search.excerpt.articleText(given)", Html),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_excerpt_is_the_passage_with_the_most_words_close_together()
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var filler = string.Concat(Enumerable.Repeat("and so on it goes ", 40));
        var excerpt = await page.RunAsync<Excerpt>(
            "return search.excerpt.excerptOf(given, word => ['scope', 'staff'].includes(word))",
            $"Scope alone. {filler}Staff have scope here. {filler}"
        );
        Assert.StartsWith("… ", excerpt.Text, StringComparison.Ordinal);
        Assert.EndsWith(" …", excerpt.Text, StringComparison.Ordinal);
        Assert.InRange(excerpt.Text.Length, 100, 190);
        Assert.Equal(["Staff", "scope"], excerpt.Marked);
    }

    [Fact]
    public async Task An_excerpt_without_any_of_the_words_is_the_beginning()
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var excerpt = await page.RunAsync<Excerpt>(
            "return search.excerpt.excerptOf('Just a short text.', () => false)"
        );
        Assert.Equal(("Just a short text.", 0), (excerpt.Text, excerpt.Marks.Length));
        Assert.Equal("", (await page.RunAsync<Excerpt>("return search.excerpt.excerptOf('', () => true)")).Text);
    }

    [Theory]
    [InlineData("promotion evidence", new[] { "promotion", "evidence" })]
    [InlineData("archtypes", new[] { "archetypes", "archetype" })]
    [InlineData("logistic regression", new[] { "logistic", "regression" })]
    [InlineData("ladder", new[] { "ladder", "ladders" })]
    public async Task Excerpts_contain_and_mark_the_words_of_the_query(string query, string[] words)
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
    public async Task Common_words_are_highlighted_only_if_the_query_has_no_others(string query, bool isMarked)
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
    public async Task A_missing_index_file_is_reported()
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        Assert.Equal(
            "IndexMissing",
            await page.RunAsync<string>(
                "return await search.store.Store.open(new URL('nowhere/', search.folder).href).then(() => "
                    + "'found', error => error.constructor.name)"
            )
        );
    }

    [Fact]
    public async Task Similar_words_are_suggested_for_unknown_ones()
    {
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var suggested = await page.RunAsync<string>(
            "return (await Promise.all(given.split('|').map(text => search.entry.suggest(text)))).map(s => s "
                + "?? '-').join('|')",
            "promtoion|staff archtype|promotion|qqqqzzzzqqqq"
        );
        Assert.Equal("promotion|staff archetype|-|-", suggested);
    }

    private sealed record Excerpt(string Text, int[][] Marks)
    {
        public IEnumerable<string> Marked => Marks.Select(m => Text[m[0]..m[1]]);
    }
}
