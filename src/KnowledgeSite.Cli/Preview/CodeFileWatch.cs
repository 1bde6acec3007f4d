using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// Notices changes of files outside the input folder that pages show as code. They are few, so they are looked at often
/// instead of being watched.
/// </summary>
internal sealed class CodeFileWatch(string input)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly string _input = Path.GetFullPath(input) + Path.DirectorySeparatorChar;
    private Dictionary<string, (DateTime Written, long Length)> _seen = [];

    public TimeSpan UntilNextScan => _seen.Count == 0 ? TimeSpan.MaxValue : Interval;

    /// <summary>Looks from now on at the files that the pages of a site show.</summary>
    public void Follow(Site? site)
    {
        IEnumerable<SitePage> pages = site is null ? [] : site.Pages;
        _seen = pages
            .SelectMany(p => p.Content.CodeFiles)
            .Select(f => f.FullPath)
            .OfType<string>()
            .Where(f => !f.StartsWith(_input, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(
                f => f,
                f => _seen.TryGetValue(f, out var seen) ? seen : ReadVersion(f),
                StringComparer.Ordinal
            );
    }

    /// <summary>The files that have changed since the last call.</summary>
    public IReadOnlyList<string> Scan()
    {
        var changed = _seen.Keys.Where(f => ReadVersion(f) != _seen[f]).ToList();
        foreach (var file in changed)
            _seen[file] = ReadVersion(file);
        return changed;
    }

    private static (DateTime Written, long Length) ReadVersion(string path) =>
        new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;
}
