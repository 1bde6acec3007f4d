using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeSite.Tests.Crawl;

/// <summary>
/// Follows the links of a finished site in a folder, from its home page, as a browser would. It shares no code with the
/// generator: URLs are resolved by <see cref="Uri"/>.
/// </summary>
internal sealed partial class Crawler(string folder, Uri root)
{
    private static readonly HtmlParserOptions Strict = new() { IsStrictMode = true, IsScripting = true };

    private readonly Queue<Uri> _waiting = new();
    private readonly Dictionary<string, HashSet<string>> _ids = new(StringComparer.Ordinal);
    private readonly List<(Uri From, Uri To)> _links = [];

    /// <summary>The paths relative to the folder, as on disk.</summary>
    public SortedSet<string> Reached { get; } = new(StringComparer.Ordinal);

    /// <summary>The problems, one on each line.</summary>
    public List<string> Problems { get; } = [];

    public Crawler Walk(params string[] starts)
    {
        foreach (var start in starts)
            Follow(root, start, mayLeave: false);
        while (_waiting.TryDequeue(out var address))
            Visit(address);
        foreach (var (from, to) in _links)
            CheckFragment(from, to);
        return this;
    }

    /// <summary>The addresses in <c>sitemap.xml</c>.</summary>
    public IReadOnlyList<Uri> Sitemap() =>
        [
            .. XDocument
                .Load(Path.Combine(folder, "sitemap.xml"))
                .Descendants()
                .Where(e => e.Name.LocalName == "loc")
                .Select(e => new Uri(root, e.Value)),
        ];

    /// <summary>The file that a simple web server would send, or null for a URL outside the site.</summary>
    public string? FileOf(Uri address)
    {
        if (!address.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal) || !IsOwn(address))
            return null;
        var path = Uri.UnescapeDataString(address.AbsolutePath[root.AbsolutePath.Length..]);
        return path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
    }

    private bool IsOwn(Uri address) =>
        address.GetLeftPart(UriPartial.Authority) == root.GetLeftPart(UriPartial.Authority);

    private void Visit(Uri address)
    {
        var file = FileOf(address)!;
        if (!Reached.Add(file))
            return;
        var path = Path.Combine(folder, file);
        if (file.EndsWith(".html", StringComparison.Ordinal))
            VisitHtml(address, file, File.ReadAllText(path));
        else if (file.EndsWith(".css", StringComparison.Ordinal))
            VisitStyle(address, File.ReadAllText(path));
    }

    private void VisitHtml(Uri address, string file, string html)
    {
        IDocument document;
        try
        {
            document = new HtmlParser(Strict).ParseDocument(html);
        }
        catch (HtmlParseException e)
        {
            Problems.Add($"{file}: {e.Message} at {e.Position}");
            document = new HtmlParser().ParseDocument(html);
        }

        using (document)
            Read(address, file, document);
    }

    private void Read(Uri address, string file, IDocument document)
    {
        var ids = document.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        foreach (var twice in ids.GroupBy(i => i).Where(g => g.Count() > 1))
            Problems.Add($"{file}: the id '{twice.Key}' occurs {twice.Count()} times");
        _ids[file] =
        [
            .. ids.OfType<string>(),
            .. document.QuerySelectorAll("a[name]").Select(a => a.GetAttribute("name")!),
        ];
        foreach (var element in document.All)
        {
            Take(
                element,
                "href",
                mayLeave: element.LocalName is "a" or "area" || element.GetAttribute("rel") == "canonical"
            );
            foreach (var name in new[] { "src", "poster", "data", "action", "formaction" })
                Take(element, name, mayLeave: false);
            foreach (
                var candidate in (element.GetAttribute("srcset") ?? "").Split(
                    ',',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
            )
                Follow(address, candidate.Split(' ')[0], mayLeave: false);
            if (element.LocalName == "meta" && element.GetAttribute("http-equiv") == "refresh")
                Follow(address, element.GetAttribute("content")!.Split("url=")[1], mayLeave: false);
            if (element.GetAttribute("style") is not null || element.LocalName is "style")
                Problems.Add($"{file}: an inline style on <{element.LocalName}>, which the site's policy forbids");
        }

        void Take(IElement element, string name, bool mayLeave)
        {
            if (element.GetAttribute(name) is { } link)
                Follow(address, link, mayLeave);
        }
    }

    private void VisitStyle(Uri address, string style)
    {
        foreach (Match link in StyleLink().Matches(style))
            Follow(address, link.Groups["a"].Value, mayLeave: false);
    }

    private void Follow(Uri from, string link, bool mayLeave)
    {
        if (!Uri.TryCreate(from, link, out var to))
            Problems.Add($"{from.AbsolutePath}: '{link}' is no address");
        else if (!IsOwn(to) && !(mayLeave && to.Scheme is "http" or "https" or "mailto") && to.Scheme != "data")
            Problems.Add($"{from.AbsolutePath}: '{link}' leads to another origin");
        else if (IsOwn(to))
            Enter(from, to, link);
    }

    private void Enter(Uri from, Uri to, string link)
    {
        if (FileOf(to) is not { } file)
            Problems.Add($"{from.AbsolutePath}: '{link}' leaves the site's folder");
        else if (!HasFile(file))
            Problems.Add($"{from.AbsolutePath}: '{link}' leads nowhere");
        else
            _waiting.Enqueue(to);
        _links.Add((from, to));
    }

    /// <summary>True if the file exists in exactly this case, even on a disk that ignores case.</summary>
    private bool HasFile(string file) =>
        File.Exists(Path.Combine(folder, file))
        && Directory
            .EnumerateFiles(Path.GetDirectoryName(Path.Combine(folder, file))!)
            .Any(f => Path.GetFileName(f) == Path.GetFileName(file));

    private void CheckFragment(Uri from, Uri to)
    {
        var fragment = Uri.UnescapeDataString(to.Fragment.TrimStart('#'));
        if (fragment.Length == 0 || FileOf(to) is not { } file || !_ids.TryGetValue(file, out var ids))
            return;
        if (!ids.Contains(fragment))
            Problems.Add($"{from.AbsolutePath}: '{to.AbsolutePath}' has no id '{fragment}'");
    }

    [GeneratedRegex("""url\(\s*["']?(?<a>[^"')]+)["']?\s*\)|@import\s+["'](?<a>[^"']+)["']""")]
    private static partial Regex StyleLink();
}
