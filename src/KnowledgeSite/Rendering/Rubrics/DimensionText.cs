using System.Buffers;
using System.Security;
using System.Text;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Rubrics;

/// <summary>
/// The text of a dimension's page, in which the heading of each cell leads to its level. Author's text is rendered once and knows no
/// ladder, so the links are put into what was rendered.
/// </summary>
/// <param name="places">Of the ladder that the page belongs to.</param>
internal sealed class DimensionText(Site site, SitePage page, LadderPlaces places)
{
    /// <param name="page">Of a dimension; a page that two ladders have is its own ladder's.</param>
    public static DimensionText Of(Site site, SitePage page) =>
        new(site, page, site.Ladders.First(l => l.Ladder.Dimensions.Any(d => d.Page == page.Content || d.Overlay == page.Content)));

    public void Write(IBufferWriter<byte> output)
    {
        var text = new ArrayBufferWriter<byte>();
        LinkText.WriteHtml(site, page, text);
        var rest = text.WrittenSpan;
        foreach (var cell in page.Content.Cells)
        {
            var opening = Encoding.UTF8.GetBytes($"<h2 id=\"{SecurityElement.Escape(cell.Id.Value)}\">");
            if (places.Ladder.Levels.FirstOrDefault(l => cell.Id.Value == $"{page.Content.Path.NameWithoutExtension}.{l.Id}") is { } level && rest.IndexOf(opening) is >= 0 and var start)
                rest = WriteHeading(rest, start + opening.Length, places.Of(level).Href, output);
        }

        output.Write(rest);
    }

    /// <summary>What was written up to the heading's end is no longer in the result. A heading with a link of its own keeps that.</summary>
    private ReadOnlySpan<byte> WriteHeading(ReadOnlySpan<byte> text, int start, string level, IBufferWriter<byte> output)
    {
        var end = start + text[start..].IndexOf("</h2>"u8);
        if (text[start..end].IndexOf("<a "u8) < 0)
        {
            output.Write(text[..start]);
            Encoding.UTF8.GetBytes($"<a href=\"{Frames.RootFrom(page.Address)}{level}\">", output);
            output.Write(text[start..end]);
            output.Write("</a>"u8);
        }
        else
        {
            output.Write(text[..end]);
        }

        return text[end..];
    }
}
