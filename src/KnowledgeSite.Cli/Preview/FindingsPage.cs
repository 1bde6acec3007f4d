using System.Globalization;
using System.Net;
using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// A page with all diagnostics of the site, grouped by file. It is also shown while there is no site to show.
/// </summary>
internal static class FindingsPage
{
    public static readonly SitePath Address = new(DevServerAssets.Folder);

    public static ShownFile Render(ShownSite site)
    {
        var findings = site.Findings;
        var basePath = site.BasePath;
        var html = new StringBuilder(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>Preview: problems</title>\n"
        );
        html.Append(
            CultureInfo.InvariantCulture,
            $"<link rel=\"stylesheet\" href=\"{DevServerAssets.Folder}findings.css\">\n</head>\n<body>\n<main>\n"
                + $"<h1>{Heading(site)}</h1>\n"
        );
        if (site.Result.Site is { } made)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p><a href=\"{Escape(basePath)}\">{Escape(made.Settings.Title)}, home page</a></p>\n"
            );
        else
            html.Append("<p>There is no page yet. The site appears here as soon as there is one.</p>\n");
        foreach (var file in findings.All.GroupBy(f => f.Location?.Path))
            Write(
                html,
                file.Key,
                [.. file],
                site.Result.Site is null ? null
                    : file.Key is null ? SitePath.Home
                    : findings.AddressOf(file.Key),
                basePath
            );
        html.Append("</main>\n</body>\n</html>\n");
        return ShownFile.From(Address, Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static string Heading(ShownSite site) =>
        site.Findings.All.Count switch
        {
            0 => "No problems",
            1 => "1 problem",
            var count => $"{count:N0} problems",
        };

    private static void Write(
        StringBuilder html,
        SourcePath? path,
        IReadOnlyList<Diagnostic> findings,
        SitePath? address,
        string basePath
    )
    {
        var name = Escape(path?.Value ?? "Whole site");
        html.Append("<section>\n<h2>")
            .Append(address is null ? name : $"<a href=\"{Escape(basePath + address.Href)}\">{name}</a>")
            .Append("</h2>\n<ul>\n");
        foreach (var finding in findings)
        {
            var place = finding.Location is { } at
                ? $" <span class=\"place\">line {at.Line}, column {at.Column}</span>"
                : "";
            html.Append(
                CultureInfo.InvariantCulture,
                $"<li class=\"{Name(finding)}\"><strong>{Name(finding)} "
                    + $"{finding.Rule.Id}</strong>{place}<p>{Escape(finding.Message)}</p></li>\n"
            );
        }

        html.Append("</ul>\n</section>\n");
    }

    private static string Name(Diagnostic finding) =>
        finding.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "info",
        };

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>The diagnostics of a build, grouped by the page on which they are shown.</summary>
internal sealed class PageFindings
{
    private readonly BuildResult _result;
    private readonly Lazy<ILookup<SitePath, Diagnostic>> _byAddress;

    public PageFindings(BuildResult result)
    {
        _result = result;
        _byAddress = new(() =>
            result
                .Diagnostics.SelectMany(d => AddressesOf(d).Distinct().Select(a => (Address: a, Finding: d)))
                .ToLookup(f => f.Address, f => f.Finding)
        );
    }

    public IReadOnlyList<Diagnostic> All => _result.Diagnostics;

    public IEnumerable<Diagnostic> On(SitePath address) => All.Count == 0 ? [] : _byAddress.Value[address];

    /// <summary>
    /// The URL path of the page for a source file. For a page that could not be built it is the path that it would
    /// have, for any other file the index page of its folder.
    /// </summary>
    public SitePath AddressOf(SourcePath path)
    {
        if (_result.Site?.Pages.At(path) is { } page)
            return page.Address;
        return path.MayBePage && !PagePath.IsFolderPage(path)
            ? SitePath.OfPage(path.WithoutExtension())
            : SitePath.OfPage(path.Folder);
    }

    /// <summary>A problem in the folder of a ladder is also shown on its matrix.</summary>
    private IEnumerable<SitePath> AddressesOf(Diagnostic finding)
    {
        if (finding.Location is not { } at)
            return [SitePath.Home];
        return LadderOf(at.Path) is { } ladder ? [AddressOf(at.Path), ladder.Matrix] : [AddressOf(at.Path)];
    }

    private LadderUrls? LadderOf(SourcePath path) =>
        _result.Site?.Ladders.FirstOrDefault(l => path.IsWithin(l.Ladder.Folder));
}
