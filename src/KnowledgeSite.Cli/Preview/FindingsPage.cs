using System.Globalization;
using System.Net;
using System.Text;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// A page with all diagnostics of the site, grouped by file. It is also shown while there is no site to show.
/// </summary>
internal static class FindingsPage
{
    public static readonly SitePath Address = new(DevServerAssets.Folder);

    public static ShownFile Render(ShownSite site)
    {
        var (findings, basePath) = (site.Findings, site.BasePath);
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
