using System.Globalization;
using System.Text;
using KnowledgeSite.Search;
using KnowledgeSite.Search.Indexing;
using KnowledgeSite.Search.Publishing;
using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests.Search;

/// <summary>Tests an index that is too large for one file, and is therefore loaded by shards and blocks.</summary>
public sealed class SplitIndexTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private static readonly Lazy<Task<SearchIndex>> Index = new(CreateIndexAsync);

    private static readonly string[] Syllables =
    [
        .. from consonant in "bdfgklmnprstvz" from vowel in "aeiou" select $"{consonant}{vowel}",
    ];

    /// <summary>Creates a store with the files in <c>given.files</c>, and records which ones it loads.</summary>
    private const string Files = """
        const names = [];
        const readBytes = async name => {
            names.push(name);
            const bytes = Uint8Array.from(atob(given.files[name]), character => character.charCodeAt(0));
            const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
            return new Uint8Array(await new Response(unpacked).arrayBuffer());
        };
        const readJson = async name => JSON.parse(new TextDecoder().decode(await readBytes(name)));
        const files = { readBytes, readJson, pathOf: url => `/${url}` };
        """;

    [Fact]
    public async Task An_index_in_shards_is_read_as_it_was_written()
    {
        var index = await Index.Value;
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var read = await page.RunAsync<string[]>(
            $$"""
            {{Files}}
            const store = await search.store.Store.open(files);
            const postings = await store.postings([...store.dictionary.words.keys()]);
            return store.dictionary.words.map((word, index) => {
              const { sections, body } = postings.get(index);
              return `${word} ${[...sections].join(' ')} ${[...body].join(' ')}`;
            });
            """,
            new { files = ContentOf(index) }
        );
        Assert.Equal(
            index.Words.Select(w =>
                (
                    $"{w.Word} {string.Join(' ', w.Postings.Select(p => p.Section))} "
                    + string.Join(' ', w.Postings.Select(p => p.Body))
                )
            ),
            read
        );
    }

    [Fact]
    public async Task A_query_loads_the_head_the_shards_of_its_words_and_the_blocks_of_its_pages_each_once()
    {
        var index = await Index.Value;
        var word = index.Words.First(w => w.Word.Length == 6 && w.Postings.Length == 1).Word;
        var files = IndexFiles.Create(index, WriteSearch.ReadScripts(KnowledgeSite.Strings.UiStrings.English));
        var expected = new SearchEngine(index, files).Search(word + " ", 10);
        await using var page = await SearchPageInBrowser.OpenAsync(site);
        var read = await page.RunAsync<Loaded>(
            $$"""
            {{Files}}
            const searcher = await search.searcher.Searcher.open(files);
            const find = () => searcher.search(`${given.word} `, { limit: 10, excerpts: 0 });
            await find();
            return { urls: (await find()).map(r => r.url), names };
            """,
            new { word, files = ContentOf(index) }
        );
        Assert.Equal(expected.Select(h => h.Address), read.Urls.Select(Uri.UnescapeDataString));
        Assert.Equal(read.Names.Distinct(), read.Names);
        Assert.Equal("index.bin", read.Names[0]);
        Assert.InRange(read.Names.Count(f => f.StartsWith("words-", StringComparison.Ordinal)), 1, 8);
        Assert.InRange(read.Names.Count(f => f.StartsWith("pages-", StringComparison.Ordinal)), 1, 10);
    }

    private static Dictionary<string, string> ContentOf(SearchIndex index)
    {
        var files = IndexFiles
            .Create(index, [])
            .Where(f => f.Path.Value.EndsWith(".bin", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetFileName(f.Path.Value), f => Convert.ToBase64String(f.ToBytes()));
        Assert.True(files.Count > 20);
        return files;
    }

    /// <summary>Creates an index of some hundred pages with random words from a fixed seed.</summary>
    private static async Task<SearchIndex> CreateIndexAsync()
    {
        var random = new Random(4);
        var pages = new Dictionary<string, byte[]>();
        for (var page = 0; page < 300; page++)
        {
            var words = Enumerable.Range(0, 400).Select(_ => string.Concat(random.GetItems(Syllables, 3)));
            pages[$"folder{page % 7}/page{page}.md"] = Encoding.UTF8.GetBytes(
                $"# Page {page}\n\n"
                    + string.Concat(
                        words.Chunk(100).Select((chunk, i) => $"## Part {i}\n\n{string.Join(' ', chunk)}.\n\n")
                    )
            );
        }

        var built = await new SiteBuild(
            new BuildOptions("input", null, false, null, new DateOnly(2026, 11, 20)),
            new MemoryTree(pages),
            new Theme.Theme()
        ).RunAsync(false, null, CancellationToken.None);
        return IndexBuilder.Build(built.Site!);
    }

    private sealed record Loaded(string[] Urls, string[] Names);
}
