using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Finds the part of a page's HTML that an id names. Of a heading it is what stands below it, up to the next heading of its level or above or to the end of
/// what holds it, so that every element in it is whole; of any other element, what stands inside. The list of notes belongs to no section.
/// </summary>
internal static class SectionStretch
{
    public static (int Start, int End) OfWhole(BodyHtml html) => (0, EndOfSection(html.Utf8, 0, 0));

    /// <summary>Null where no element has the id.</summary>
    public static (int Start, int End)? Of(BodyHtml html, string id)
    {
        var utf8 = html.Utf8;
        for (var at = 0; NextTag(utf8, at) is { } start;)
        {
            var tag = HtmlTagReader.At(utf8, start);
            at = tag.End;
            if (tag.IsEnd || tag.Attribute("id"u8) != id) continue;
            var end = tag.EndOfElement();
            return tag.HeadingLevel > 0 ? (end, EndOfSection(utf8, end, tag.HeadingLevel)) : (tag.End, EndOfContent(utf8, end));
        }

        return null;
    }

    private static int EndOfSection(byte[] utf8, int from, int level)
    {
        var depth = 0;
        for (var at = from; NextTag(utf8, at) is { } start;)
        {
            var tag = HtmlTagReader.At(utf8, start);
            at = tag.End;
            if (tag.Name.IsEmpty || tag.Name[0] is (byte)'!' or (byte)'?' || HtmlElements.Void.Contains(Encoding.UTF8.GetString(tag.Name))) continue;
            if (!tag.IsEnd && (tag.Name.SequenceEqual("svg"u8) || tag.Name.SequenceEqual("math"u8)))
            {
                // Their tags may end themselves.
                at = tag.EndOfElement();
                continue;
            }

            if (tag.IsEnd && --depth < 0) return start;
            if (tag.IsEnd) continue;
            if (depth == 0 && ((tag.HeadingLevel > 0 && tag.HeadingLevel <= level) || tag.HasClass("footnotes"u8))) return start;
            depth++;
        }

        return utf8.Length;
    }

    private static int EndOfContent(byte[] utf8, int endOfElement) => utf8.AsSpan(0, endOfElement).LastIndexOf((byte)'<') is >= 0 and var start ? start : endOfElement;

    private static int? NextTag(byte[] utf8, int from) => utf8.AsSpan(from).IndexOf((byte)'<') is >= 0 and var found ? from + found : null;
}
