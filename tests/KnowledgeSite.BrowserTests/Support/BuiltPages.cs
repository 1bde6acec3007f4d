using System.Collections.Concurrent;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// The site of one input folder, built once for all classes of tests that use it, and deleted when the process ends.
/// </summary>
internal sealed class BuiltPages
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<BuiltPages>>> Built = new(StringComparer.Ordinal);

    private BuiltPages(string root, Site site)
    {
        Folder = Path.Combine(root, "output");
        Site = site;
        Paths =
        [
            .. Directory
                .EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories)
                .Select(PathOf)
                .Order(StringComparer.Ordinal),
        ];
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
    }

    public Site Site { get; }

    public string Folder { get; }

    /// <summary>The path of every HTML page that was written.</summary>
    public IReadOnlyList<string> Paths { get; }

    public static Task<BuiltPages> GetAsync(string input) =>
        Built.GetOrAdd(input, _ => new(() => BuildAsync(input))).Value;

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
        return new(root, built.Site!);
    }

    private string PathOf(string file)
    {
        var path = "/" + Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/');
        return path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;
    }
}
