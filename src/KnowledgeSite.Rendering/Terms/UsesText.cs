using System.Security;
using System.Text;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Terms;

/// <summary>Lists the pages that use a term or cite a source: a few in a line, more in a collapsible list.</summary>
/// <param name="root">The relative path from the page that shows it to the site's root.</param>
internal sealed class UsesText(string root)
{
    private const int MaxInLine = 3;
    private const int MaxInList = 50;

    /// <param name="verb">The text before the list, such as "Used".</param>
    public string Render(string verb, IEnumerable<SitePage> users)
    {
        var pages = users.OrderBy(p => p.Title, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Path).ToList();
        if (pages.Count == 0)
            return "";
        if (pages.Count <= MaxInLine)
            return $"<p class=\"uses\">{verb} on {string.Join(", ", pages.Select(Link))}</p>\n";

        var html = new StringBuilder(
            $"<details class=\"uses\"><summary>{verb} on {pages.Count} pages</summary>\n<ul>\n"
        );
        foreach (var page in pages.Take(MaxInList))
            html.Append("<li>").Append(Link(page)).Append("</li>\n");
        if (pages.Count > MaxInList)
            html.Append($"<li>and {pages.Count - MaxInList} more</li>\n");
        return html.Append("</ul></details>\n").ToString();
    }

    private string Link(SitePage page) =>
        "<a "
        + $"href=\"{SecurityElement.Escape(root + page.Address.Href is { Length: > 0 } href ? href : "./")}\">"
        + $"{SecurityElement.Escape(page.Title)}</a>";
}
