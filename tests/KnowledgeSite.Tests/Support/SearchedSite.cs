using KnowledgeSite.Search;
using KnowledgeSite.Search.Indexing;

namespace KnowledgeSite.Tests.Support;

/// <summary>A tiny site in memory with its index, and the engine that asks it.</summary>
internal sealed class SearchedSite
{
    private readonly SearchEngine _engine;

    private SearchedSite(SearchIndex index) => (Index, _engine) = (index, new(index));

    public SearchIndex Index { get; }

    /// <param name="pages">Markdown by path.</param>
    public static SearchedSite Create(params (string Path, string Text)[] pages)
    {
        var site = new TestSite().Prepared();
        foreach (var (path, text) in pages)
            site.With(path, text);
        return new(IndexBuilder.Build(site.Build().Site!));
    }

    public IReadOnlyList<SearchHit> Search(string query, params string[] kinds) =>
        _engine.Search(query, 10, kinds.Length == 0 ? null : kinds);

    /// <summary>The addresses of the results, best first.</summary>
    public IReadOnlyList<string> Addresses(string query, params string[] kinds) =>
        [.. Search(query, kinds).Select(h => h.Address)];

    /// <summary>Those of several words, with blanks between them, that stand somewhere.</summary>
    public IEnumerable<string> Known(string words) => words.Split(' ').Where(Knows);

    public bool Knows(string word) => Index.Words.Any(w => w.Word == word);

    /// <summary>Where a word stands: the addresses of its sections.</summary>
    public IEnumerable<string> SectionsOf(string word) => PostingsOf(word).Select(p => AddressOf(p.Section));

    public IReadOnlyList<Posting> PostingsOf(string word) =>
        Index.Words.FirstOrDefault(w => w.Word == word)?.Postings ?? [];

    private string AddressOf(int section)
    {
        var page = Index.Pages[Index.PageOfSection[section]];
        return new SearchHit(page, section - page.FirstSection, 0).Address;
    }
}
