using System.IO.Compression;
using System.Text;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using KnowledgeSite.Files;

namespace KnowledgeSite.Search;

/// <summary>
/// Searches the finished site with the site's own scripts, as a reader's browser does. The scripts run in a JavaScript
/// interpreter and read the files of the site from memory. Not thread-safe.
/// </summary>
internal sealed class SearchEngine : IDisposable
{
    /// <summary>Connects the scripts to this class; the object has the methods of <c>site-files.js</c>.</summary>
    private const string Adapter = """
        import { Searcher } from './searcher.js';

        const opened = Searcher.open({
          readJson: async name => JSON.parse(readText(name)),
          readBytes: async name => readBytes(name),
          readPage: async url => readPage(url),
        });

        export async function find(query, limit, kinds) {
          const searcher = await opened;
          const { sections } = searcher.ranking;
          // A query without words does not clear what the last one matched.
          sections.clear();
          const hits = await searcher.find(query, { limit, filters: { kind: kinds } });
          return [sections.count, ...hits.flatMap(({ section, score }) => [section, score])];
        }
        """;

    private readonly SearchIndex _index;
    private readonly Jint.Engine _engine = new();
    private readonly ObjectInstance _adapter;

    /// <param name="files">All files of the finished site. Of its pages, those that may contain a phrase of a query are
    /// rendered.</param>
    public SearchEngine(SearchIndex index, IReadOnlyList<OutputFile> files)
    {
        _index = index;
        var searchFiles = files
            .Where(f => f.Path.Value.StartsWith("/search/index/", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetFileName(f.Path.Value), StringComparer.Ordinal);
        var pages = new Lazy<Dictionary<string, OutputFile>>(() => files.ToDictionary(f => f.Path.Href));
        _engine.SetValue("readText", (string name) => Encoding.UTF8.GetString(Decompress(searchFiles[name])));
        _engine.SetValue("readBytes", (string name) => CreateArray(Decompress(searchFiles[name])));
        _engine.SetValue("readPage", (string url) => ReadText(pages.Value[url]));
        _engine.SetValue("atob", (string text) => Encoding.Latin1.GetString(Convert.FromBase64String(text)));
        foreach (var (name, file) in searchFiles.Where(f => f.Key.EndsWith(".js", StringComparison.Ordinal)))
            _engine.Modules.Add($"./{name}", ReadText(file));
        _engine.Modules.Add("adapter", Adapter);
        _adapter = _engine.Modules.Import("adapter");
    }

    /// <summary>
    /// The number of sections that contained a word of a query, in all searches so far. The time of a search grows with
    /// it.
    /// </summary>
    public long MatchedSections { get; private set; }

    /// <param name="query">The query as typed: words, the last of which may be unfinished, and phrases in quotation
    /// marks.</param>
    /// <param name="kinds">The kinds of pages to include, as in <see cref="SearchPage.Kind"/>; null for all.</param>
    /// <returns>The best section of each page, best first.</returns>
    public IReadOnlyList<SearchHit> Search(string query, int limit, IEnumerable<string>? kinds = null)
    {
        JsValue kindArray = kinds is null
            ? JsValue.Undefined
            : new JsArray(_engine, [.. kinds.Select(kind => new JsString(kind))]);
        var found = _engine.Invoke(_adapter.Get("find"), query, limit, kindArray).UnwrapIfPromise().AsArray();
        MatchedSections += (long)found[0].AsNumber();
        var hits = new SearchHit[found.Length / 2];
        for (var i = 0; i < hits.Length; i++)
        {
            var section = (int)found[(i * 2) + 1].AsNumber();
            var page = _index.Pages[_index.PageOfSection[section]];
            hits[i] = new(page, section - page.FirstSection, found[(i * 2) + 2].AsNumber());
        }

        return hits;
    }

    public void Dispose() => _engine.Dispose();

    private JsTypedArray CreateArray(byte[] bytes) => _engine.Intrinsics.Uint8Array.Construct(bytes);

    private static string ReadText(OutputFile file) => Encoding.UTF8.GetString(file.ToBytes());

    private static byte[] Decompress(OutputFile file)
    {
        using var gzip = new GZipStream(new MemoryStream(file.ToBytes()), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }
}

/// <summary>A section that matches a query.</summary>
/// <param name="Number">The index of the section on its page.</param>
internal sealed record SearchHit(SearchPage Page, int Number, double Score)
{
    public SearchSection Section => Page.Sections[Number];

    /// <summary>The address with the section's id, such as <c>/ladders/promotion/#evidence</c>.</summary>
    public string Address => Section.Anchor.Length == 0 ? Page.Address.Value : $"{Page.Address}#{Section.Anchor}";
}
