using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Crawl;

/// <summary>The fixture, built once for all tests of the collection, with and without a base URL.</summary>
[CollectionDefinition(nameof(BuiltSite))]
public sealed class BuiltSite : IDisposable, ICollectionFixture<BuiltSite>
{
    private static readonly Uri BaseUrl = new("https://x.example/kb/");

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Crawler> _crawlAtRoot;
    private readonly Lazy<Crawler> _crawlInFolder;

    public BuiltSite()
    {
        AtRoot = Build("input", "root", null);
        InFolder = Build("input", "folder", BaseUrl);
        Copied = Build("elsewhere/far away/copy of input", "elsewhere/out put", null);
        _crawlAtRoot = new(() => new Crawler(AtRoot, Root(inFolder: false)).Walk(""));
        _crawlInFolder = new(() => new Crawler(InFolder, Root(inFolder: true)).Walk(""));
    }

    /// <summary>
    /// The folders of the finished sites: built without a base URL, for <c>https://x.example/kb/</c>, and from a copy
    /// of the input in another folder.
    /// </summary>
    public string AtRoot { get; }

    public string InFolder { get; }

    public string Copied { get; }

    internal string Temporary => _folder.Root;

    /// <summary>The URL of the home page of <see cref="InFolder"/> or <see cref="AtRoot"/>.</summary>
    internal static Uri Root(bool inFolder) => inFolder ? BaseUrl : new("https://x.example/");

    /// <summary>What is reached from the home page. It is crawled once for all tests.</summary>
    internal Crawler Crawl(bool inFolder) => (inFolder ? _crawlInFolder : _crawlAtRoot).Value;

    public void Dispose() => _folder.Dispose();

    /// <summary>The content of every file of a site, by name.</summary>
    internal static IReadOnlyDictionary<string, byte[]> Files(string site) =>
        Directory
            .EnumerateFiles(site, "*", SearchOption.AllDirectories)
            .ToDictionary(
                f => Path.GetRelativePath(site, f).Replace('\\', '/'),
                File.ReadAllBytes,
                StringComparer.Ordinal
            );

    private string Build(string input, string output, Uri? baseUrl)
    {
        var from = _folder.Combine(input);
        var to = _folder.Combine(output);
        foreach (var (name, bytes) in Files(FixtureSite.Input))
            _folder.Write($"{input}/{name}", bytes);
        var options = new BuildOptions(from, to, Strict: true, baseUrl, new DateOnly(2026, 11, 20));
        var result = new SiteBuild(options, new FolderTree(from, to), new Theme.Theme())
            .RunAsync(check: true, null, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        return result.Written is null ? throw new InvalidOperationException(TestSite.Print(result.Diagnostics)) : to;
    }
}
