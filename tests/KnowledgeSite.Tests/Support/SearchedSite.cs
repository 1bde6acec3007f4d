using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Search;
using KnowledgeSite.Search.Indexing;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Tests.Support;

/// <summary>A tiny site in memory with its index, searched as readers do.</summary>
internal sealed class SearchedSite
{
    private readonly Lazy<SearchEngine> _engine;

    private readonly Site _site;
    private readonly IReadOnlyList<OutputFile> _files;

    private SearchedSite(BuildResult built)
    {
        _site = built.Site!;
        Index = IndexBuilder.Build(_site);
        _files = built.Files;
        _engine = new(() => new(Index, _files));
    }

    public SearchIndex Index { get; }

    /// <param name="pages">The Markdown of each page, by path.</param>
    public static SearchedSite Create(params (string Path, string Text)[] pages)
    {
        var site = new TestSite().Prepared();
        foreach (var (path, text) in pages)
            site.With(path, text);
        return new(site.Build());
    }

    public IReadOnlyList<SearchHit> Search(string query, params string[] kinds) =>
        _engine.Value.Search(query, 10, kinds.Length == 0 ? null : kinds);

    /// <summary>The problems of search tests, which all expect the same page, with engines of their own.</summary>
    public IReadOnlyList<Diagnostic> Test(string expected, int maxMatchedSections, params string[] queries)
    {
        var yaml = string.Concat(queries.Select(q => $"- query: {q}\n  expect: {expected}\n"));
        var file = new SourceFile(new(SearchTest.FileName), new(yaml), () => []);
        return
        [
            .. TestSearch.Run(
                SearchTest.ReadAll([file], new DiagnosticBag()),
                () => new SearchEngine(Index, _files),
                new SearchTargets(_site, Index),
                maxMatchedSections
            ),
        ];
    }

    /// <summary>The URLs of the results, best first.</summary>
    public IReadOnlyList<string> Addresses(string query, params string[] kinds) =>
        [.. Search(query, kinds).Select(h => h.Address)];

    /// <summary>The phrases, with spaces between their words, that are in the index.</summary>
    public IEnumerable<string> Known(string words) => words.Split(' ').Where(Knows);

    public bool Knows(string word) => Index.Words.Any(w => w.Word == word);

    /// <summary>The URLs of the sections that contain a word.</summary>
    public IEnumerable<string> SectionsOf(string word) => PostingsOf(word).Select(p => AddressOf(p.Section));

    public IReadOnlyList<Posting> PostingsOf(string word) =>
        Index.Words.FirstOrDefault(w => w.Word == word)?.Postings ?? [];

    private string AddressOf(int section)
    {
        var page = Index.Pages[Index.PageOfSection[section]];
        return new SearchHit(page, section - page.FirstSection, 0).Address;
    }
}
