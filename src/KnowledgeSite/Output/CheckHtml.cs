using System.Buffers;
using System.Collections.Concurrent;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Output;

/// <summary>
/// Parses the generated HTML as a browser would, and reports malformed markup, duplicate ids and broken links.
/// </summary>
internal sealed class CheckHtml(SiteSettings settings, Pipeline<Site> site)
    : IModule<IReadOnlyList<OutputFile>, IReadOnlyList<OutputFile>>
{
    /// <summary>Elements are created without the observers that react to changes of their attributes.</summary>
    private static readonly IConfiguration Parsing = Configuration.Default.Without<IAttributeObserver>();

    /// <summary>Characters that are the same in a link and in the path that it means.</summary>
    private const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./";

    private static readonly SearchValues<char> PlainInPath = SearchValues.Create(Plain);

    /// <summary>In the path, a colon could end a scheme.</summary>
    private static readonly SearchValues<char> PlainInId = SearchValues.Create(Plain + ":");

    private readonly Uri _root = new("https://site.invalid" + settings.BasePath);

    public IReadOnlyList<Pipeline> Reads => [site];

    public IReadOnlyList<OutputFile> Execute(IReadOnlyList<OutputFile> documents, ModuleContext context)
    {
        var sources = context.Read(site).Pages.ToDictionary(p => p.Address, p => p.Content.Source);
        var pages = new ConcurrentDictionary<SitePath, CheckedPage>();
        EachDocument.Run(
            [.. documents.Where(d => d.Path.File.EndsWith(".html", StringComparison.Ordinal))],
            (_, file) => pages[file.Path] = Read(file),
            context.Cancellation
        );

        var reported = new ReportedLinks(context.Read(site));
        var files = documents.Select(d => d.Path).ToHashSet();
        var targets = files
            .ToDictionary(f => f.Value, f => pages.GetValueOrDefault(f), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (path, page) in pages)
        {
            var address = new Uri(_root, path.Href);
            var dead = page
                .Links.Where(l => !IsPlainAndExists(path, l, targets))
                .Where(l => !Exists(address, page, l, files, pages, reported) && !reported.Contains(l))
                .Select(l => new Finding(HtmlRules.DeadLinkInPage, [path.File, l]));
            context.Diagnostics.AddRange(
                page.Findings.Concat(dead)
                    .Select(f => Locate(f, sources.TryGetValue(path, out var source) ? source : null))
            );
        }

        return documents;
    }

    /// <summary>
    /// Locates the finding in the page's source if the page has one; otherwise reports it for the site.
    /// </summary>
    private static Diagnostic Locate(Finding finding, SourceFile? source)
    {
        if (source is null)
            return Diagnostic.OfSite(finding.Rule, finding.Arguments);
        var at = finding.Near is { Length: > 0 } near
            ? source.Text!.Value.IndexOf(near, StringComparison.OrdinalIgnoreCase)
            : -1;
        return at < 0
            ? Diagnostic.At(finding.Rule, source.Path, finding.Arguments)
            : Diagnostic.At(finding.Rule, source, new SourceSpan(at, finding.Near!.Length), finding.Arguments);
    }

    private static CheckedPage Read(OutputFile file)
    {
        var html = System.Text.Encoding.UTF8.GetString(file.ToBytes());
        var findings = new List<Finding>();
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = true }, BrowsingContext.New(Parsing));
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        parser.Error += (_, e) =>
        {
            if (e is not AngleSharp.Html.Dom.Events.HtmlErrorEvent error || !kinds.Add(error.Message))
                return;
            var near = Near(html, error.Position.Position);
            findings.Add(
                new(
                    HtmlRules.Malformed,
                    [file.Path.File, error.Message.TrimEnd('.'), near],
                    near.Split('<', '>', '&')[0].Trim()
                )
            );
        };
        using var document = parser.ParseDocument(html);
        var page = new CheckedPage([], [], findings);
        var timesOfId = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in document.All)
        {
            if (element.Id is { Length: > 0 } id)
                timesOfId[id] = timesOfId.GetValueOrDefault(id) + 1;
            if (element.LocalName == "a" && element.GetAttribute("name") is { } name)
                page.Ids.Add(name);
            if (element.GetAttribute("href") is { } address)
                page.Links.Add(address);
            if (element.GetAttribute("src") is { } source)
                page.Links.Add(source);
        }

        page.Ids.UnionWith(timesOfId.Keys);
        foreach (var (id, times) in timesOfId.Where(i => i.Value > 1))
            findings.Add(new(HtmlRules.DuplicateIdInPage, [file.Path.File, id, times]));
        return page;
    }

    /// <summary>
    /// True for a link such as <c>../staff/#scope</c> whose target exists. Most links are so, and a <see cref="Uri"/>
    /// takes longer. If it is false, the target may exist.
    /// </summary>
    private static bool IsPlainAndExists(
        SitePath from,
        string link,
        Dictionary<string, CheckedPage?>.AlternateLookup<ReadOnlySpan<char>> targets
    )
    {
        var mark = link.IndexOf('#', StringComparison.Ordinal);
        var path = mark < 0 ? link : link.AsSpan(0, mark);
        var fragment = mark < 0 ? "" : link[(mark + 1)..];
        if (path.IsEmpty || path.ContainsAnyExcept(PlainInPath) || fragment.AsSpan().ContainsAnyExcept(PlainInId))
            return false;
        if (path[0] == '/')
            return false;
        var folder = from.Value.AsSpan(0, from.Value.LastIndexOf('/') + 1);
        while (path.StartsWith("../", StringComparison.Ordinal) && folder.Length > 1)
        {
            folder = folder[..(folder[..^1].LastIndexOf('/') + 1)];
            path = path[3..];
        }

        if (path.StartsWith('.') || path.Contains("/.", StringComparison.Ordinal))
            return false;
        return targets.TryGetValue($"{folder}{path}", out var page)
            && (fragment.Length == 0 || page is null || page.Ids.Contains(fragment));
    }

    private bool Exists(
        Uri from,
        CheckedPage page,
        string link,
        HashSet<SitePath> files,
        ConcurrentDictionary<SitePath, CheckedPage> pages,
        ReportedLinks reported
    )
    {
        if (link is ['#', .. var id] && page.Ids.Contains(id))
            return true;
        if (!Uri.TryCreate(from, link, out var target) || target.Host != _root.Host || target.Scheme != _root.Scheme)
            return true;
        if (!target.AbsolutePath.StartsWith(_root.AbsolutePath, StringComparison.Ordinal))
            return false;

        var path = new SitePath("/" + Uri.UnescapeDataString(target.AbsolutePath[_root.AbsolutePath.Length..]));
        if (!files.Contains(path))
            return false;
        var fragment = target.Fragment.Length == 0 ? "" : Uri.UnescapeDataString(target.Fragment[1..]);
        if (fragment.Length == 0 || fragment == "top" || fragment.StartsWith(":~:", StringComparison.Ordinal))
            return true;
        return !pages.TryGetValue(path, out var found)
            || found.Ids.Contains(fragment)
            || reported.Contains(path, fragment);
    }

    private static string Near(string html, int position)
    {
        var start = Math.Clamp(position - 1, 0, html.Length);
        return html.Substring(start, Math.Min(40, html.Length - start)).ReplaceLineEndings(" ").Trim();
    }

    private sealed record CheckedPage(HashSet<string> Ids, HashSet<string> Links, IReadOnlyList<Finding> Findings);

    /// <param name="Near">Text at the position of the error, to find it in the page's source.</param>
    private sealed record Finding(DiagnosticRule Rule, object?[] Arguments, string? Near = null);
}

/// <summary>
/// Broken links already reported at their source position. Reporting them again from the rendered HTML would duplicate
/// the diagnostic.
/// </summary>
internal sealed class ReportedLinks
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<(SitePath Address, string Fragment)> _fragments = [];

    public ReportedLinks(Site site)
    {
        var pages = site
            .Pages.Concat(site.Documents.Select(d => d.Page))
            .DistinctBy(p => p.Address)
            .ToDictionary(p => p.Address);
        foreach (var link in site.Links.All)
        {
            if (link is ResolvedLink.AsWritten { Target: var target } && !LinkAddress.HasScheme(target))
                _written.Add(Uri.UnescapeDataString(target));
            if (
                link is ResolvedLink.Internal { Suffix.Length: > 1 } place
                && pages.TryGetValue(place.Address, out var page)
                && FragmentOf(place.Suffix) is { } fragment
                && !page.Content.Body.HasId(fragment)
            )
                _fragments.Add((place.Address, fragment));
        }
    }

    /// <param name="link">The link as written in the generated page.</param>
    public bool Contains(string link) => _written.Contains(Uri.UnescapeDataString(link));

    public bool Contains(SitePath address, string fragment) => _fragments.Contains((address, fragment));

    private static string? FragmentOf(string suffix) =>
        suffix.IndexOf('#', StringComparison.Ordinal) is >= 0 and var mark
            ? Uri.UnescapeDataString(suffix[(mark + 1)..])
            : null;
}
