namespace KnowledgeSite.BrowserTests;

/// <summary>
/// A site's own <c>_headers</c>, as a host reads them: under each pattern of paths, which may end in a star, the
/// headers of what it names.
/// </summary>
internal sealed class HostHeaders
{
    private readonly List<(string Pattern, string Name, string Value)> _headers = [];

    private HostHeaders() { }

    public static HostHeaders Read(string file)
    {
        var (read, pattern) = (new HostHeaders(), "");
        foreach (var line in File.ReadLines(file).Where(l => l.Length > 0))
        {
            if (!line.StartsWith(' '))
                pattern = line;
            else if (line.Trim().Split(": ", 2) is [var name, var value])
                read._headers.Add((pattern, name, value));
        }

        return read;
    }

    public IEnumerable<(string Name, string Value)> Find(string path) =>
        _headers.Where(h => IsMet(h.Pattern, path)).Select(h => (h.Name, h.Value));

    private static bool IsMet(string pattern, string path) =>
        pattern.EndsWith('*') ? path.StartsWith(pattern[..^1], StringComparison.Ordinal) : path == pattern;
}
