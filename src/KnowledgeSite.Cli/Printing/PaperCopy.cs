using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Handouts;

namespace KnowledgeSite.Cli.Printing;

/// <summary>
/// Prepares pages for printing in a temporary folder with the site's assets: without scripts, with a paper size, and
/// with absolute links. If the base URL is not known, links within the site are removed, because a PDF must not contain
/// the path of the temporary folder.
/// </summary>
internal sealed partial class PaperCopy(string folder, Uri? baseUrl)
{
    /// <summary>Writes the assets of the pages and a style sheet for each paper size.</summary>
    public void WriteAssets(IEnumerable<OutputFile> files)
    {
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        foreach (var file in files.Where(f => f.Path.IsAsset).DistinctBy(f => f.Path))
            File.WriteAllBytes(Path.Combine(folder, file.Path.File), file.ToBytes());
        foreach (var paper in Printout.Papers)
            File.WriteAllText(Path.Combine(folder, StyleOf(paper)), Style(paper));
    }

    /// <summary>The HTML of the page to print.</summary>
    public string HtmlOf(Printout printout, OutputFile page)
    {
        var html = Encoding.UTF8.GetString(page.ToBytes());
        html = Script().Replace(html, "");
        html = Asset().Replace(html, "$1assets/");
        html = Link().Replace(html, link => $"<a{link.Groups[1].Value}{Target(printout.Page, link.Groups[2].Value)}");
        return html.Replace(
            "</head>",
            $"<link rel=\"stylesheet\" href=\"{StyleOf(printout.Paper)}\">\n</head>",
            StringComparison.Ordinal
        );
    }

    /// <summary>Writes the HTML to a file and returns its path.</summary>
    public string Write(Printout printout, string html)
    {
        var file = Path.Combine(folder, Path.GetFileNameWithoutExtension(printout.File.Value) + ".html");
        File.WriteAllText(file, html);
        return file;
    }

    /// <summary>The path of the PDF to create.</summary>
    public string PdfOf(Printout printout) => Path.Combine(folder, Path.GetFileName(printout.File.Value));

    private static string StyleOf(string paper) => $"{paper.ToLowerInvariant()}.css";

    private static string Style(string paper) =>
        $"@page {{ size: {paper}; }}\n@page handout {{ size: {paper}; }}\n@page sheet {{ size: {paper}; }}\n"
        + $"@page matrix {{ size: {paper} landscape; }}\n";

    private string Target(SitePath page, string href)
    {
        if (href.StartsWith('#'))
            return $" href=\"{href}\"";
        if (baseUrl is not null)
            return " href=\""
                + new Uri(new Uri(baseUrl, page.Href), href).AbsoluteUri.Replace("\"", "%22", StringComparison.Ordinal)
                + "\"";
        return
            Uri.TryCreate(href, UriKind.Absolute, out var elsewhere)
            && elsewhere.Scheme is "http" or "https" or "mailto"
            ? $" href=\"{href}\""
            : "";
    }

    [GeneratedRegex("<script[^>]*></script>\\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Script();

    [GeneratedRegex("(\\s(?:href|src)=\")(?:\\.\\./)*assets/", RegexOptions.CultureInvariant)]
    private static partial Regex Asset();

    [GeneratedRegex("<a((?:\\s(?!href=)[^\\s>]+)*)\\shref=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}

/// <summary>
/// Adds page numbers to the table of contents of a pack. The page on which a part begins is known only after printing,
/// so the pack is printed repeatedly, each time with the numbers of the previous print, until they no longer change.
/// </summary>
internal static partial class PageNumbers
{
    /// <summary>The number to print before the real one is known. It is as wide as most page numbers.</summary>
    private const int Unknown = 88;

    public static bool HasContents(string html) => Contents().IsMatch(html);

    /// <param name="pages">The page number of each part, by its id.</param>
    public static string Put(string html, IReadOnlyDictionary<string, int> pages) =>
        Contents()
            .Replace(
                html,
                list =>
                    Entry()
                        .Replace(
                            list.Value,
                            m =>
                                $"{m.Groups["link"].Value} <span "
                                + "class=\"page-number\">"
                                + $"{pages.GetValueOrDefault(Id(m), Unknown).ToString(CultureInfo.InvariantCulture)}<"
                                + "/span></li>"
                        )
            );

    /// <summary>Whether all page numbers in the table of contents are right.</summary>
    public static bool AreShown(
        string html,
        IReadOnlyDictionary<string, int> shown,
        IReadOnlyDictionary<string, int> pages
    ) =>
        Contents()
            .Matches(html)
            .SelectMany(list => Entry().Matches(list.Value))
            .Select(Id)
            .All(id => pages.TryGetValue(id, out var page) && shown.TryGetValue(id, out var number) && page == number);

    private static string Id(Match entry) => WebUtility.HtmlDecode(entry.Groups["id"].Value);

    [GeneratedRegex("<ol class=\"pack-contents\">.*?</ol>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Contents();

    [GeneratedRegex("(?<link><a href=\"#(?<id>[^\"]+)\">[^<]*</a>)</li>", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
