using System.Buffers;
using System.Security;
using KnowledgeSite.Content;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>
/// The text of a dimension's page, in which the heading of each cell links to its level. An author's text is rendered
/// once and independently of ladders, so the links are added to the rendered HTML.
/// </summary>
/// <param name="places">The ladder that the page belongs to.</param>
internal sealed class DimensionText(Site site, SitePage page, LadderUrls places)
{
    /// <param name="page">The page of a dimension. A page that two ladders use belongs to the ladder in whose folder it
    /// is.</param>
    public static DimensionText Create(Site site, SitePage page) =>
        new(site, page, site.Ladders.First(l => l.Ladder.DimensionOf(page.Content) is not null));

    public void Write(IBufferWriter<byte> output) => LinkText.WriteHtml(site, page, output, AddLinks);

    private void AddLinks(HtmlRewriter text)
    {
        var headings = FindHeadings();
        foreach (var cell in page.Content.Cells)
            if (FindLevel(cell.Id.Value) is { } level && headings.TryGetValue(cell.Id.Value, out var heading))
                AddLink(level, heading, text);
    }

    private Level? FindLevel(string cell)
    {
        var dimension = page.Content.Path.NameWithoutExtension + ".";
        return cell.StartsWith(dimension, StringComparison.Ordinal)
            ? places.Ladder.Graph.Find(cell[dimension.Length..])
            : null;
    }

    /// <summary>The index of the start tag of each heading of a cell, by its id.</summary>
    private Dictionary<string, int> FindHeadings()
    {
        var headings = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Html.Tags.Length; i++)
            if (Html.Tags[i] is { HeadingLevel: 2, IsEnd: false } tag && Html.GetAttribute(tag, "id"u8) is { } id)
                headings.TryAdd(id, i);
        return headings;
    }

    private BodyHtml Html => page.Content.Body.Html;

    /// <summary>Adds a link around the text of a heading, except where the heading contains a link.</summary>
    private void AddLink(Level level, int heading, HtmlRewriter text)
    {
        var tag = Html.Tags[heading];
        var close = Html.FindLastTag(heading);
        var hasLink = Html.Tags[heading..close].Any(t => t.Name == "a");
        var href = FrameFactory.RootFrom(page.Address) + places.GetUrl(level).Href;
        text.Insert(tag.End, FormerIds(level));
        if (!hasLink)
            text.Wrap(tag.End, Html.Tags[close].Start, $"<a href=\"{href}\">", "</a>");
    }

    /// <summary>Anchors for former ids, except those that the author's text already contains.</summary>
    private string FormerIds(Level level) =>
        string.Concat(
            level
                .Was.Select(w => $"{page.Content.Path.NameWithoutExtension}.{w.Value}")
                .Where(id => !page.Content.Body.HasId(id))
                .Select(id => $"<span class=\"former-id\" id=\"{SecurityElement.Escape(id)}\"></span>")
        );
}
