using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// The site of one input folder, built once for all collections of tests that use it. The last one deletes it.
/// </summary>
internal sealed class BuiltPages
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly Dictionary<string, BuiltPages> Built = [];

    private readonly string _input;
    private readonly string _root;
    private int _readers;

    private BuiltPages(string input, string root, Site site)
    {
        _input = input;
        _root = root;
        Site = site;
        Paths =
        [
            .. Directory
                .EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories)
                .Select(PathOf)
                .Order(StringComparer.Ordinal),
        ];
    }

    public Site Site { get; }

    public string Folder => Path.Combine(_root, "output");

    /// <summary>The path of every HTML page that was written.</summary>
    public IReadOnlyList<string> Paths { get; }

    public static async Task<BuiltPages> TakeAsync(string input)
    {
        await Gate.WaitAsync();
        try
        {
            if (!Built.TryGetValue(input, out var pages))
                Built[input] = pages = await BuildAsync(input);
            pages._readers++;
            return pages;
        }
        finally
        {
            Gate.Release();
        }
    }

    public async Task ReleaseAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (--_readers > 0)
                return;
            Directory.Delete(_root, recursive: true);
            Built.Remove(_input);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<BuiltPages> BuildAsync(string input)
    {
        var root = Directory.CreateTempSubdirectory("knowledgesite-").FullName;
        var options = new BuildOptions(
            input,
            Path.Combine(root, "output"),
            Strict: false,
            new Uri("https://kb.example/"),
            new DateOnly(2026, 11, 20)
        );
        var built = await new SiteBuild(options, new FolderTree(input), new Theme.Theme()).RunAsync(
            check: false,
            null,
            CancellationToken.None
        );
        return new(input, root, built.Site!);
    }

    private string PathOf(string file)
    {
        var path = "/" + Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/');
        return path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;
    }
}
