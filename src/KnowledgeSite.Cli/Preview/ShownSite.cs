using System.Collections.Concurrent;
using KnowledgeSite.Files;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// The site as it is shown at one moment. A file is made when it is first asked for, and held until something changes.
/// </summary>
internal sealed class ShownSite
{
    private readonly Dictionary<SitePath, OutputFile> _files;
    private readonly ConcurrentDictionary<SitePath, Lazy<ShownFile>> _made = new();
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

    /// <summary>The path in front of every address; the site is shown below it, as it will be where it lives.</summary>
    public string BasePath => Result.Site?.Settings.BasePath ?? "/";

    /// <summary>What its host would do.</summary>
    public HostRules Rules => _rules.Value;

    /// <summary>Null where the site has no such file.</summary>
    public ShownFile? Find(SitePath path) =>
        _files.TryGetValue(path, out var file)
            ? _made.GetOrAdd(path, _ => new(() => ShownFile.From(file))).Value
            : null;

    /// <summary>What a reader sees at an address: the page, or that there is none.</summary>
    public ShownFile PageAt(SitePath path)
    {
        if (path == FindingsPage.Address)
            return FindingsPage.Render(this);
        return Find(path) ?? Find(new("/404.html")) ?? FindingsPage.Render(this);
    }

    private string Text(string path) =>
        Find(new(path)) is { } file ? System.Text.Encoding.UTF8.GetString(file.Bytes) : "";
}
