using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Caching;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>Generates the Markdown version of each page, and <c>llms.txt</c>, which lists them (llmstxt.org).</summary>
internal sealed partial class WriteMarkdown(Pipeline<FileKeys> keys) : SiteFiles
{
    private static readonly SitePath List = new("/llms.txt");

    public override IReadOnlyList<Pipeline> Reads => [keys];

    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context)
    {
        var known = context.Read(keys);
        return
        [
            .. site
                .Pages.Concat(site.Documents.Select(d => d.Page))
                .Select(page => new OutputFile(page.MarkdownFile, output => LinkText.WriteMarkdown(site, page, output))
                {
                    Key = () => known.OfMarkdown(page),
                }),
            new(List, output => Encoding.UTF8.GetBytes(Index(site), output)) { Key = () => known.ForFile(List) },
        ];
    }

    private static string Index(Site site)
    {
        var index = new StringBuilder($"# {OneLine(site.Settings.Title)}\n\n");
        if (site.Settings.Description is { } description)
            index.Append($"> {OneLine(description)}\n\n");
        foreach (
            var group in site
                .Pages.GroupBy(p => site.SectionOf(p.Folder))
                .OrderBy(g => g.Key is null ? "" : g.Key.Path.Value, StringComparer.Ordinal)
        )
        {
            index.Append($"## {OneLine(group.Key?.Label ?? site.Settings.Text.Pages)}\n\n");
            foreach (var page in group)
            {
                index.Append($"- [{OneLine(page.Title)}]({Full(site, page.MarkdownFile)})");
                index.Append(page.Content.Summary is { } summary ? $": {OneLine(summary)}\n" : "\n");
            }

            index.Append('\n');
        }

        return index.ToString().TrimEnd() + "\n";
    }

    /// <summary>Escapes text for a line of Markdown: no line breaks, links or HTML.</summary>
    private static string OneLine(string text) => Special().Replace(Spaces().Replace(text, " ").Trim(), @"\$0");

    [GeneratedRegex(@"[\s\p{Cc}\u2028\u2029]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\[\]<\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    private static string Full(Site site, SitePath address) =>
        (site.Settings.BaseUrl?.AbsoluteUri ?? "/") + address.Href;
}
