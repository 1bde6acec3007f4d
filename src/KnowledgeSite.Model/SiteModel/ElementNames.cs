using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Strings;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Finds what an element of a page is called, for links without a text: the text of a heading, the caption of a figure
/// or table, the alt text of an image, the number of an equation. An empty element with an id, such as a former id or a
/// MyST label, is called like the heading that contains it or the element that follows it.
/// </summary>
internal static class ElementNames
{
    private static readonly ConditionalWeakTable<Page, Dictionary<string, string>> Known = [];

    /// <summary>The name of the element with an id; null if it has none.</summary>
    public static string? Find(Page page, string id, UiStrings text) =>
        Known.GetValue(page, p => ReadAll(p, text)).GetValueOrDefault(id);

    private static Dictionary<string, string> ReadAll(Page page, UiStrings text)
    {
        var names = page
            .Outline.Where(h => h.Text.Length > 0)
            .DistinctBy(h => h.Id)
            .ToDictionary(h => h.Id, h => h.Text, StringComparer.Ordinal);
        if (page.Body.Title is { } title)
            names.TryAdd(title.Id, title.Text);
        var html = page.Body.Html;
        int? heading = null;
        for (var i = 0; i < html.Tags.Length; i++)
        {
            var tag = html.Tags[i];
            if (tag.IsEnd)
                continue;
            if (tag.HeadingLevel > 0)
                heading = i;
            if (html.GetAttribute(tag, "id"u8) is not { } id || names.ContainsKey(id))
                continue;
            var isInHeading = heading is { } start && html.Tags[start].Close > i;
            if ((isInHeading ? TextAt(html, heading!.Value) : NameAt(html, i, text)) is { Length: > 0 } name)
                names.Add(id, name);
        }

        return names;
    }

    private static string? NameAt(BodyHtml html, int start, UiStrings text)
    {
        // Only the neighbouring elements are read, so that the time is linear.
        const int MaxEmpty = 5;
        for (var i = 0; i < MaxEmpty && start + 2 < html.Tags.Length && IsEmpty(html, start); i++)
            start += 2;
        var tag = html.Tags[start];
        return tag switch
        {
            { IsEnd: true } => null,
            { HeadingLevel: > 0 } => TextAt(html, start),
            { Name: "img" } => html.GetAttribute(tag, "alt"u8),
            { Name: "figure" } => CaptionOf(html, start, "figcaption"),
            { Name: "table" } => CaptionOf(html, start, "caption"),
            { Name: "" } => EquationAt(html, start, text),
            _ => null,
        };
    }

    /// <summary>True for a start tag that is followed by its end tag, and by no text before the next tag.</summary>
    private static bool IsEmpty(BodyHtml html, int start)
    {
        var end = html.Tags[start + 1];
        return html.Tags[start].Close == start + 1
            && end.Start == html.Tags[start].End
            && Encoding.UTF8.GetString(html.Utf8.AsSpan(end.End..html.Tags[start + 2].Start)).AsSpan().IsWhiteSpace();
    }

    private static string? CaptionOf(BodyHtml html, int start, string name)
    {
        const int MaxTags = 50;
        var last = Math.Min(html.FindLastTag(start), start + MaxTags);
        for (var i = start + 1; i < last; i++)
            if (!html.Tags[i].IsEnd && html.Tags[i].Name == name)
                return TextAt(html, i);
        return null;
    }

    /// <summary>The number of an equation, which is the last cell of its row; null for other elements.</summary>
    private static string? EquationAt(BodyHtml html, int start, UiStrings text)
    {
        const int MaxTags = 50;
        for (var i = html.FindLastTag(start) - 1; i > start && i > html.FindLastTag(start) - MaxTags; i--)
            if (!html.Tags[i].IsEnd && html.HasClass(html.Tags[i], "math-tag"u8))
                return text.Equation(TextAt(html, i));
        return null;
    }

    /// <summary>The text of an element in one line, without tags.</summary>
    private static string TextAt(BodyHtml html, int start)
    {
        var text = new StringBuilder();
        for (var i = start; i < html.FindLastTag(start); i++)
            text.Append(Encoding.UTF8.GetString(html.Utf8.AsSpan(html.Tags[i].End..html.Tags[i + 1].Start)));
        return string.Join(
            ' ',
            WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
    }
}
