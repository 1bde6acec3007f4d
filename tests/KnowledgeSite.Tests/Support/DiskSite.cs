using KnowledgeSite.Diagnostics;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Tests.Support;

/// <summary>A site in a folder on disk. By default, <c>input</c> is built to <c>output</c>.</summary>
internal sealed class DiskSite : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public string Input { get; set; } = "input";

    public string Output { get; set; } = "output";

    public void Dispose() => Folder.Dispose();

    public DiskSite With(string path, string text)
    {
        Folder.Write($"input/{path}", text);
        return this;
    }

    public DiskSite With(string path, byte[] bytes)
    {
        Folder.Write($"input/{path}", bytes);
        return this;
    }

    /// <summary>Adds a <c>site.yaml</c>, with which errors are not reduced to warnings.</summary>
    public DiskSite Prepared() => With("site.yaml", "title: Test");

    public BuildResult Build(string? baseUrl = null, bool check = false, CancellationToken cancellation = default)
    {
        var input = Folder.Combine(Input);
        var output = Folder.Combine(Output);
        var options = new BuildOptions(
            input,
            output,
            Strict: false,
            baseUrl is null ? null : new Uri(baseUrl),
            new DateOnly(2026, 11, 20)
        );
        return new SiteBuild(options, new FolderTree(input, output), new Theme.Theme())
            .RunAsync(check, null, cancellation)
            .GetAwaiter()
            .GetResult();
    }

    /// <summary>The distinct rule ids of the diagnostics of a build.</summary>
    public IReadOnlyList<string> Rules() => Rules(Build());

    public static IReadOnlyList<string> Rules(BuildResult result) =>
        [.. result.Diagnostics.Select(d => d.Rule.Id).Distinct().Order(StringComparer.Ordinal)];

    public string Page(string path) => Folder.Read($"{Output}/{path}");

    public bool Has(string path) => Folder.Exists($"{Output}/{path}");
}
