using System.Text;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>Each page as Markdown beside its HTML, and <c>llms.txt</c> that lists them (llmstxt.org).</summary>
public sealed class WriteMarkdown : SiteFiles
{
    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context) =>
    [
        .. site.Pages.Select(page => new OutputFile(page.MarkdownFile, output => LinkText.WriteMarkdown(site, page, output))),
        new(new("/llms.txt"), output => Encoding.UTF8.GetBytes(Index(site), output)),
    ];

    private static string Index(Site site)
    {
        var index = new StringBuilder($"# {site.Settings.Title}\n\n");
        if (site.Settings.Description is { } description) index.Append($"> {description}\n\n");
        foreach (var group in site.Pages.GroupBy(p => site.SectionOf(p.Folder)).OrderBy(g => g.Key is null ? "" : g.Key.Path.Value, StringComparer.Ordinal))
        {
            index.Append($"## {group.Key?.Label ?? "Pages"}\n\n");
            foreach (var page in group)
            {
                index.Append($"- [{page.Title}]({Full(site, page.MarkdownFile)})");
                index.Append(page.Content.Summary is { } summary ? $": {summary}\n" : "\n");
            }

            index.Append('\n');
        }

        return index.ToString().TrimEnd() + "\n";
    }

    private static string Full(Site site, SitePath address) => (site.Settings.BaseUrl?.AbsoluteUri ?? "/") + address.Href;
}
