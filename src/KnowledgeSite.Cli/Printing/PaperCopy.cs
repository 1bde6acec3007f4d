using System.Globalization;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering;
using KnowledgeSite.Rendering.Handouts;

namespace KnowledgeSite.Cli.Printing;

/// <summary>
/// Prepares pages for printing in a temporary folder with the site's assets: without scripts, with a paper size, and
/// with absolute links. If the base URL is not known, links within the site are removed, because a PDF must not contain
/// the path of the temporary folder.
/// </summary>
internal sealed class PaperCopy(string folder, Uri? baseUrl)
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

    /// <summary>The page to print.</summary>
    public PrintablePage Create(Printout printout, OutputFile page)
    {
        var html = new BodyHtml(page.ToBytes(), []);
        var text = new HtmlRewriter(html);
        for (var i = 0; i < html.Tags.Length; i++)
        {
            var tag = html.Tags[i];
            if (tag.IsEnd)
                continue;
            if (tag.Name == "script")
                text.Remove(i);
            else if (tag.Name == "head")
                text.Insert(html.Tags[tag.Close].Start, StyleLink(printout));
            else if (tag.Name == "a" && html.GetAttribute(tag, "href"u8) is { } href)
                text.SetAttribute(tag, "href"u8, Target(printout.Page, href));
        }

        return new(text);
    }

    /// <summary>
    /// Writes the HTML to a file and returns its path. The file is as deep in the folder as the page is on the site,
    /// so that it finds its assets.
    /// </summary>
    public string Write(Printout printout, string html)
    {
        var file = Path.Combine(
            folder,
            printout.Page.Href,
            Path.GetFileNameWithoutExtension(printout.File.Value) + ".html"
        );
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, html);
        return file;
    }

    /// <summary>The path of the PDF to create.</summary>
    public string PdfOf(Printout printout) => Path.Combine(folder, Path.GetFileName(printout.File.Value));

    private static string StyleLink(Printout printout) =>
        $"<link rel=\"stylesheet\" href=\"{FrameFactory.RootFrom(printout.Page)}{StyleOf(printout.Paper)}\">\n";

    private static string StyleOf(string paper) => $"{paper.ToLowerInvariant()}.css";

    private static string Style(string paper) =>
        $"@page {{ size: {paper}; }}\n@page handout {{ size: {paper}; }}\n@page sheet {{ size: {paper}; }}\n"
        + $"@page matrix {{ size: {paper} landscape; }}\n";

    /// <summary>The target of a link on paper; null if the link is removed.</summary>
    private string? Target(SitePath page, string href)
    {
        if (href.StartsWith('#'))
            return href;
        if (baseUrl is not null)
            return Uri.TryCreate(new Uri(baseUrl, page.Href), href, out var target) ? target.AbsoluteUri : null;
        return
            Uri.TryCreate(href, UriKind.Absolute, out var elsewhere)
            && elsewhere.Scheme is "http" or "https" or "mailto"
            ? href
            : null;
    }
}

/// <summary>
/// A page to print, with page numbers in the table of contents if it is a pack. The page on which a part begins is
/// known only after printing, so a pack is printed repeatedly, each time with the numbers of the previous print, until
/// they no longer change.
/// </summary>
internal sealed class PrintablePage
{
    /// <summary>The number to print before the real one is known. It is as wide as most page numbers.</summary>
    private const int Unknown = 88;

    private readonly HtmlRewriter _text;

    /// <summary>The ids of the parts in the table of contents; empty if the page is not a pack.</summary>
    private readonly List<string> _parts = [];

    private IReadOnlyDictionary<string, int>? _pages;

    public PrintablePage(HtmlRewriter text)
    {
        _text = text;
        var html = text.Html;
        var list = Array.FindIndex(html.Tags, t => t.Name == "ol" && html.HasClass(t, "pack-contents"u8));
        if (list < 0)
            return;
        for (var i = list; i < html.FindLastTag(list); i++)
        {
            if (html.Tags[i].IsEnd || html.GetAttribute(html.Tags[i], "href"u8) is not ['#', .. var id])
                continue;
            _parts.Add(id);
            text.Insert(html.Tags[html.FindLastTag(i)].End, () => NumberOf(id));
        }
    }

    public bool HasContents => _parts.Count > 0;

    /// <summary>The HTML.</summary>
    /// <param name="pages">The page number of each part, by its id; null for a print without numbers.</param>
    public string Write(IReadOnlyDictionary<string, int>? pages)
    {
        _pages = pages;
        return _text.Write();
    }

    /// <summary>Whether all page numbers that were written are right.</summary>
    public bool Shows(IReadOnlyDictionary<string, int> pages) =>
        _parts.All(id =>
            pages.TryGetValue(id, out var page) && _pages!.TryGetValue(id, out var number) && page == number
        );

    private string NumberOf(string id) =>
        _pages is null
            ? ""
            : $" <span class=\"page-number\">"
                + $"{_pages.GetValueOrDefault(id, Unknown).ToString(CultureInfo.InvariantCulture)}</span>";
}
