using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests;

/// <summary>Our own pages, built into a folder that all collections of tests read at the same time; it goes with the last of them.</summary>
internal sealed class OurPages
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static OurPages? s_built;
    private static int s_readers;

    private readonly string _root;

    private OurPages(string root, Site site)
    {
        (_root, Site) = (root, site);
        Paths = [.. Directory.EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories).Select(PathOf).Order(StringComparer.Ordinal)];
    }

    public Site Site { get; }

    public string Folder => Path.Combine(_root, "output");

    /// <summary>Of every page that was written.</summary>
    public IReadOnlyList<string> Paths { get; }

    public static async Task<OurPages> TakeAsync()
    {
        await Gate.WaitAsync();
        try
        {
            s_built ??= await BuildAsync();
            s_readers++;
            return s_built;
        }
        finally
        {
            Gate.Release();
        }
    }

    public static async Task GiveBackAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (--s_readers > 0) return;
            Directory.Delete(s_built!._root, recursive: true);
            s_built = null;
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<OurPages> BuildAsync()
    {
        var (root, input) = (Directory.CreateTempSubdirectory("knowledgesite-").FullName, Path.Combine(BuiltSite.RepositoryRoot(), "input"));
        var options = new BuildOptions(input, Path.Combine(root, "output"), Strict: false, new Uri("https://kb.example/"), new DateOnly(2026, 11, 20));
        var built = await new SiteBuild(options, new FolderTree(input), new Theme.Theme()).RunAsync(check: false, null, CancellationToken.None);
        return new(root, built.Site!);
    }

    private string PathOf(string file)
    {
        var path = "/" + Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/');
        return path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;
    }
}
