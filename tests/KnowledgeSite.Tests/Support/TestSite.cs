using System.Text;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Tests.Support;

/// <summary>Builds a tiny site from files in memory.</summary>
internal sealed class TestSite
{
    private static readonly Theme.Theme Theme = new();

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public TestSite With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public TestSite With(string path, byte[] bytes)
    {
        _files[path] = bytes;
        return this;
    }

    /// <summary>Adds the files of a folder on disk, with some text at the end of each page.</summary>
    public TestSite WithFolder(string folder, string end = "")
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            With(path, File.ReadAllBytes(file));
            if (path.EndsWith(".md", StringComparison.Ordinal))
                Append(path, end);
        }
        return this;
    }

    /// <summary>Adds text to the end of a file; a file that is not there begins with it.</summary>
    public TestSite Append(string path, string text) =>
        With(path, [.. _files.GetValueOrDefault(path) ?? [], .. Encoding.UTF8.GetBytes(text)]);

    /// <summary>Adds a <c>site.yaml</c>, with which errors are not reduced to warnings.</summary>
    public TestSite Prepared(string yaml = "title: Test") => With("site.yaml", yaml);

    public BuildResult Build(
        bool check = false,
        bool strict = false,
        string? baseUrl = null,
        string today = "2026-11-20",
        VersionControl? versionControl = null
    ) => Run(new MemoryTree(_files), check, strict, baseUrl, today, versionControl);

    /// <summary>The rendered files of the finished site, by name.</summary>
    public IReadOnlyDictionary<string, string> Files(string? baseUrl = null, VersionControl? versionControl = null)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Build(baseUrl: baseUrl, versionControl: versionControl).Files)
            files[file.Path.File] = Encoding.UTF8.GetString(file.ToBytes());
        return files;
    }

    public string Page(string path) => Files()[path];

    public static BuildResult Run(
        ISourceTree tree,
        bool check = false,
        bool strict = false,
        string? baseUrl = null,
        string today = "2026-11-20",
        VersionControl? versionControl = null
    )
    {
        var options = new BuildOptions(
            "input",
            null,
            strict,
            baseUrl is null ? null : new Uri(baseUrl),
            DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
        return new SiteBuild(options, tree, Theme)
        {
            VersionControl = Task.FromResult(versionControl ?? KnowledgeSite.Sources.VersionControl.None),
        }
            .RunAsync(check, null, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
    }

    /// <summary>The diagnostics as <c>path:line:column: severity rule: message</c>, one on each line.</summary>
    public static string Print(IEnumerable<Diagnostic> diagnostics) =>
        string.Concat(
            diagnostics.Select(d =>
                (d.Location is { } at ? $"{at.Path}:{at.Line}:{at.Column}: " : "")
                + $"{d.Severity.ToString().ToLowerInvariant()} {d.Rule.Id}: {d.Message}\n"
            )
        );
}
