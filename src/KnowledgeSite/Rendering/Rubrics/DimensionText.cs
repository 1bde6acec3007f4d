using System.Buffers;
using System.Security;
using System.Text;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Rubrics;

/// <summary>
/// The text of a dimension's page, in which the heading of each cell leads to its level. Author's text is rendered once
/// and knows no ladder, so the links are put into what was rendered.
/// </summary>
/// <param name="places">Of the ladder that the page belongs to.</param>
internal sealed class DimensionText(Site site, SitePage page, LadderUrls places)
{
    /// <param name="page">Of a dimension; a page that two ladders have is its own ladder's.</param>
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
    /// What was written up to the heading's end is no longer in the result. A heading with a link of its own keeps
    /// that.
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

    /// <summary>Those that the heading itself says are in the author's text already.</summary>
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
