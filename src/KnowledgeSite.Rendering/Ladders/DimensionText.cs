using System.Buffers;
using System.Security;
using System.Text;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>
/// The text of a dimension's page, in which the heading of each cell links to its level. An author's text is rendered
/// once and independently of ladders, so the links are inserted into the rendered HTML.
/// </summary>
/// <param name="places">The ladder that the page belongs to.</param>
internal sealed class DimensionText(Site site, SitePage page, LadderUrls places)
{
    /// <param name="page">The page of a dimension. A page that two ladders use belongs to the ladder in whose folder it
    /// is.</param>
    public static DimensionText Create(Site site, SitePage page) =>
        new(
            site,
            page,
            site.Ladders.First(l => l.Ladder.Dimensions.Any(d => d.Page == page.Content || d.Overlay == page.Content))
        );

    public void Write(IBufferWriter<byte> output)
    {
        var text = new ArrayBufferWriter<byte>();
        LinkText.WriteHtml(site, page, text);
        var rest = text.WrittenSpan;
        foreach (var cell in page.Content.Cells)
        {
            var opening = Encoding.UTF8.GetBytes($"<h2 id=\"{SecurityElement.Escape(cell.Id.Value)}\">");
            if (
                places.Ladder.Levels.FirstOrDefault(l =>
                    cell.Id.Value == $"{page.Content.Path.NameWithoutExtension}.{l.Id}"
                )
                    is { } level
                && rest.IndexOf(opening) is >= 0 and var start
            )
                rest = WriteHeading(rest, start + opening.Length, level, output);
        }

        output.Write(rest);
    }

    /// <summary>
    /// Writes a heading with its link and returns the rest of the text. A heading that already contains a link is
    /// unchanged.
    /// </summary>
    private ReadOnlySpan<byte> WriteHeading(ReadOnlySpan<byte> text, int start, Level level, IBufferWriter<byte> output)
    {
        output.Write(text[..start]);
        WriteFormerIds(level, output);
        var heading = text[start..];
        heading = heading[..heading.IndexOf("</h2>"u8)];
        var leadsElsewhere = heading.IndexOf("<a "u8) >= 0;
        if (!leadsElsewhere)
            Encoding.UTF8.GetBytes(
                $"<a href=\"{FrameFactory.RootFrom(page.Address)}{places.GetUrl(level).Href}\">",
                output
            );
        output.Write(heading);
        if (!leadsElsewhere)
            output.Write("</a>"u8);
        return text[(start + heading.Length)..];
    }

    /// <summary>Writes anchors for former ids, except those that the author's text already contains.</summary>
    private void WriteFormerIds(Level level, IBufferWriter<byte> output)
    {
        foreach (
            var id in level
                .Was.Select(w => $"{page.Content.Path.NameWithoutExtension}.{w.Value}")
                .Where(id => !page.Content.Body.HasId(id))
        )
            Encoding.UTF8.GetBytes($"<span class=\"former-id\" id=\"{SecurityElement.Escape(id)}\"></span>", output);
    }
}
