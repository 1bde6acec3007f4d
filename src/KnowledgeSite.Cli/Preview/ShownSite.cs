using System.Collections.Concurrent;
using KnowledgeSite.Files;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// One state of the site in the preview. Files are rendered on first request and cached until the site changes.
/// </summary>
internal sealed class ShownSite
{
    private readonly Dictionary<SitePath, OutputFile> _files;
    private readonly ConcurrentDictionary<SitePath, Lazy<ShownFile>> _rendered = new();
    private readonly Lazy<HostRules> _rules;

    public ShownSite(BuildResult result)
    {
        Result = result;
        _files = new(result.Files.Count);
        foreach (var file in result.Files)
            _files.TryAdd(file.Path, file);
        _rules = new(() => HostRules.Read(Text("/_headers"), Text("/_redirects")));
        Findings = new(result);
    }

    public BuildResult Result { get; }

    public PageFindings Findings { get; }

    /// <summary>The base path of the published site, under which the preview serves it too.</summary>
    public string BasePath => Result.Site?.Settings.BasePath ?? "/";

    /// <summary>The headers and redirects that the host of the site would apply.</summary>
    public HostRules Rules => _rules.Value;

    /// <summary>The file at a path, or null if the site has none.</summary>
    public ShownFile? Find(SitePath path) =>
        _files.TryGetValue(path, out var file)
            ? _rendered.GetOrAdd(path, _ => new(() => ShownFile.From(file))).Value
            : null;

    /// <summary>The page that a reader sees at a path, which is the "not found" page if there is none.</summary>
    public ShownFile PageAt(SitePath path)
    {
        if (path == FindingsPage.Address)
            return FindingsPage.Render(this);
        return Find(path) ?? Find(new("/404.html")) ?? FindingsPage.Render(this);
    }

    private string Text(string path) =>
        Find(new(path)) is { } file ? System.Text.Encoding.UTF8.GetString(file.Bytes) : "";
}
