using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using Microsoft.AspNetCore.StaticFiles;

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

/// <summary>A file of the site as the preview serves it.</summary>
/// <param name="Bytes">The same bytes that a build writes.</param>
/// <param name="Tag">A hash of the bytes, used as the entity tag.</param>
/// <param name="Fingerprint">The fingerprint of a page, or null for other files.</param>
internal sealed record ShownFile(SitePath Path, byte[] Bytes, string Type, string Tag, PageFingerprint? Fingerprint)
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static ShownFile From(OutputFile file) => From(file.Path, file.ToBytes());

    public static ShownFile From(SitePath path, byte[] bytes)
    {
        var type = path.IsPage ? "text/html" : TypeOf(path.Value);
        var isPage = type == "text/html" && !path.IsAsset;
        return new(
            path,
            bytes,
            IsText(type) ? type + "; charset=utf-8" : type,
            TagOf(bytes),
            isPage ? PageFingerprint.Compute(bytes) : null
        );
    }

    /// <summary>The bytes of the page with the script of the preview added at the end of the body.</summary>
    /// <param name="address">The URL path at which the page is shown, also if there is no page.</param>
    public byte[] WithScript(SitePath address)
    {
        var script = Encoding.UTF8.GetBytes(
            $"<script type=\"module\" src=\"{DevServerAssets.Script}\" data-page=\"/{address.Href}\" "
                + $"data-seen=\"{Fingerprint!.Tag}\"></script>\n"
        );
        var end = Fingerprint.EndOfBody;
        return [.. Bytes.AsSpan(0, end), .. script, .. Bytes.AsSpan(end)];
    }

    public static string TagOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];

    private static string TypeOf(string path)
    {
        if (path.EndsWith(".md", StringComparison.Ordinal))
            return "text/markdown";
        if (path.LastIndexOf('.') < path.LastIndexOf('/'))
            return "text/plain";
        return Types.TryGetContentType(path, out var type) ? type : "application/octet-stream";
    }

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal)
        || type is "application/json" or "application/xml" or "image/svg+xml" or "application/javascript";
}

/// <summary>
/// A fingerprint of a page with its style sheets listed separately, because these can be replaced without a reload.
/// </summary>
/// <param name="Tag">A hash of the page without the URLs of its style sheets.</param>
/// <param name="Styles">The URLs of the style sheets, as written in the page.</param>
/// <param name="EndOfBody">The offset of the end tag of the body, or of the end of the file.</param>
internal sealed record PageFingerprint(string Tag, IReadOnlyList<string> Styles, int EndOfBody)
{
    public static PageFingerprint Compute(byte[] html)
    {
        var page = new BodyHtml(html, []);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var styles = new List<string>();
        var done = 0;
        foreach (var tag in page.Tags.Where(t => t.Name == "link" && page.GetAttribute(t, "rel"u8) == "stylesheet"))
        {
            if (page.FindAttribute(tag, "href"u8) is not var (start, end))
                continue;
            styles.Add(page.GetAttribute(tag, "href"u8)!);
            hash.AppendData(html.AsSpan(done..start));
            done = end;
        }

        hash.AppendData(html.AsSpan(done));
        var body = page.Tags.LastOrDefault(t => t is { Name: "body", IsEnd: true });
        return new(
            Convert.ToHexStringLower(hash.GetHashAndReset())[..16],
            styles,
            body.IsEnd ? body.Start : html.Length
        );
    }
}

/// <summary>
/// The rules of the site's <c>_headers</c> and <c>_redirects</c> files, which the preview applies as the host would.
/// </summary>
internal sealed class HostRules
{
    private readonly List<(Regex Pattern, List<(string Name, string Value)> Headers)> _headers = [];
    private readonly Dictionary<string, string> _redirects = new(StringComparer.Ordinal);

    private HostRules() { }

    public static HostRules Read(string headers, string redirects)
    {
        var rules = new HostRules();
        foreach (var line in headers.Split('\n').Where(l => l.Trim().Length > 0 && !l.StartsWith('#')))
        {
            if (!char.IsWhiteSpace(line[0]))
                rules._headers.Add((Glob(line.Trim()), []));
            else if (line.Split(':', 2) is [var name, var value] && rules._headers.Count > 0)
                rules._headers[^1].Headers.Add((name.Trim(), value.Trim()));
        }

        foreach (var line in redirects.Split('\n'))
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var from, var to, ..] && from[0] != '#')
                rules._redirects.TryAdd(from, to);
        return rules;
    }

    /// <param name="path">The path from the root of the host, percent-encoded.</param>
    public IEnumerable<(string Name, string Value)> HeadersOf(string path) =>
        _headers.Where(h => h.Pattern.IsMatch(path)).SelectMany(h => h.Headers);

    /// <inheritdoc cref="HeadersOf"/>
    /// <returns>The target of the redirect, or null if there is none.</returns>
    public string? MovedTo(string path) => _redirects.GetValueOrDefault(path);

    private static Regex Glob(string pattern) =>
        new(
            $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$",
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
        );
}

/// <summary>
/// The files of the preview itself, which have a path of their own so that they never conflict with files of the site.
/// </summary>
internal static class DevServerAssets
{
    public const string Folder = "/_preview/";
    public const string Script = Folder + "follow.js";
    public const string Events = Folder + "events";

    /// <summary>The file at a path, or null if there is none.</summary>
    public static ShownFile? Find(string path)
    {
        using var stream = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream("preview/" + path[Folder.Length..]);
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return ShownFile.From(new SitePath(path), bytes);
    }
}
