using System.IO.Compression;
using System.Text.Json;
using KnowledgeSite.Files;
using KnowledgeSite.Search.Publishing;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Search.Publishing;

public sealed class IndexFilesTests
{
    [Fact]
    public void The_index_of_a_small_site_is_one_file()
    {
        var site = SearchedSite.Create(("index.md", "# Home\n\nWords.\n"), ("a.md", "# A\n\nMore.\n"));
        var files = Files(site);
        Assert.Equal(
            ["index.bin"],
            files.Keys.Where(f =>
                f.EndsWith(".bin", StringComparison.Ordinal) && !f.StartsWith("related-", StringComparison.Ordinal)
            )
        );
        using var head = Head(files["index.bin"]);
        Assert.Equal([0], head.RootElement.GetProperty("shards").EnumerateArray().Select(s => s.GetInt32()));
        Assert.Equal(site.Index.Pages.Count, head.RootElement.GetProperty("records").GetArrayLength());
    }

    [Fact]
    public void The_index_of_a_large_site_is_split_by_words_and_by_pages()
    {
        var site = SearchedSite.Create([.. LargeSite(300)]);
        var files = Files(site);
        using var head = Head(files["index.bin"]);
        var starts = head.RootElement.GetProperty("shards").EnumerateArray().Select(s => s.GetInt32()).ToList();
        Assert.True(starts.Count > 1 && starts[0] == 0 && starts.SequenceEqual(starts.Distinct().Order()));
        Assert.True(starts[^1] < site.Index.Words.Count);
        Assert.All(Enumerable.Range(0, starts.Count), i => Assert.True(files.ContainsKey($"words-{i}.bin")));
        var blocks = Math.Ceiling(
            site.Index.Pages.Count / (double)head.RootElement.GetProperty("pagesInBlock").GetInt32()
        );
        Assert.Equal(blocks, files.Keys.Count(f => f.StartsWith("pages-", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_site_gives_the_same_bytes_under_the_same_name()
    {
        var first = SearchedSite.Create([.. LargeSite(200)]);
        var second = SearchedSite.Create([.. LargeSite(200)]);
        Assert.Equal(
            IndexFiles.Create(first.Index, []).Select(Print),
            IndexFiles.Create(second.Index, []).Select(Print)
        );
    }

    [Fact]
    public void Another_word_gives_the_folder_another_name()
    {
        static string FolderOf(string word) =>
            IndexFiles.Create(SearchedSite.Create(("index.md", $"# Home\n\n{word}\n")).Index, [])[0].Path.Value;
        Assert.NotEqual(FolderOf("one"), FolderOf("two"));
    }

    [Fact]
    public void The_permanent_URL_names_the_folder_of_the_scripts_beside_the_index()
    {
        var files = IndexFiles.Create(SearchedSite.Create(("index.md", "# Home\n")).Index, [new("engine.js", [1])]);
        var entry = System.Text.Encoding.UTF8.GetString(
            files.Single(f => f.Path.Value == "/search/search.js").ToBytes()
        );
        var engine = files.Single(f => f.Path.Value.EndsWith("/engine.js", StringComparison.Ordinal)).Path.Value;
        Assert.Contains(
            $"import(`.{engine["/search".Length..].Replace("engine.js", "${name}.js", StringComparison.Ordinal)}`)",
            entry,
            StringComparison.Ordinal
        );
        Assert.Contains("part('engine')", entry, StringComparison.Ordinal);
    }

    /// <summary>Pages with different words, from a seed.</summary>
    internal static IEnumerable<(string, string)> LargeSite(int pages)
    {
        var random = new Random(4);
        for (var page = 0; page < pages; page++)
        {
            var words = Enumerable
                .Range(0, 400)
                .Select(_ => string.Concat(Enumerable.Range(0, 3).Select(_ => random.GetItems(Syllables, 1)[0])));
            yield return (
                $"folder{page % 7}/page{page}.md",
                $"# Page {page}\n\n"
                    + string.Concat(words.Chunk(100).Select((c, i) => $"## Part {i}\n\n{string.Join(' ', c)}.\n\n"))
            );
        }
    }

    private static readonly string[] Syllables =
    [
        .. from consonant in "bdfgklmnprstvz" from vowel in "aeiou" select $"{consonant}{vowel}",
    ];

    private static Dictionary<string, byte[]> Files(SearchedSite site) =>
        IndexFiles.Create(site.Index, []).ToDictionary(f => Path.GetFileName(f.Path.Value), f => f.ToBytes());

    private static string Print(OutputFile file) => $"{file.Path} {ContentHash.Compute(file.ToBytes())}";

    private static JsonDocument Head(byte[] compressed)
    {
        using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        return JsonDocument.Parse(gzip);
    }
}
