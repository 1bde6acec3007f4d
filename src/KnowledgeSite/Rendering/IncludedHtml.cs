using System.Buffers;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Text of other pages as it stands in one page: its links lead where they lead at home, its ids are ids of their own, its headings stand below the heading
/// that it is put under, and what is not in the stretch (a note, another section) is linked to at home.
/// </summary>
/// <param name="root">The way from the page that shows it up to the site's root.</param>
internal sealed partial class IncludedHtml(Site site, string root)
{
    /// <summary>Text that includes text that includes more could grow without measure; beyond, a link stands in its place.</summary>
    private const int MostOnPage = 50;

    private static readonly string[] Images = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"];

    private int _count;

    /// <param name="page">Where the including link was written.</param>
    public string Of(SitePage page, int link)
    {
        var (target, written) = (site.Links[page.Path][link], page.Content.Body.Links[link]);
        if (target is not ResolvedLink.Internal place) return $"<p>{SecurityElement.Escape($"![[{written.Target}]]")}</p>";
        if (!place.Address.IsPage && Images.Contains(Path.GetExtension(place.Address.Value))) return $"<p><img src=\"{Href(place)}\" alt=\"{SecurityElement.Escape(written.Label ?? "")}\" loading=\"lazy\"></p>";
        if (site.Included.At(page, link) is not { } text || _count >= MostOnPage) return $"<p>{Link(place)}</p>";
        return $"<div class=\"included\">\n{Lowered(Renamed(Text(text), text), LevelAt(page, link) + 1)}<p class=\"included-from\">From {Link(place)}</p>\n</div>";
    }

    private string Text(IncludedText text)
    {
        var (html, output, done) = (text.Page.Content.Body.Html, new ArrayBufferWriter<byte>(), text.Start);
        foreach (var slot in text.Slots)
        {
            output.Write(html.Utf8.AsSpan(done..slot.Position));
            Encoding.UTF8.GetBytes(Fill(text.Page, slot), output);
            done = slot.Position;
        }

        output.Write(html.Utf8.AsSpan(done..text.End));
        return Encoding.UTF8.GetString(output.WrittenSpan).Trim() + "\n";
    }

    private string Fill(SitePage page, BodySlot slot) => slot.Content switch
    {
        SlotContent.Address => site.Links[page.Path][slot.Link] is ResolvedLink.Internal place ? Href(place) : SecurityElement.Escape(LinkText.Href(site.Links[page.Path][slot.Link], root)),
        SlotContent.Title => SecurityElement.Escape(LinkText.TitleOf(site.Links[page.Path][slot.Link], page.Content.Body.Links[slot.Link])),
        SlotContent.Include => Of(page, slot.Link),
        SlotContent.Source => SourceText.Of(site.Works, page.Content.Body.Citations[slot.Link], root),
        _ => "",
    };

    private string Link(ResolvedLink.Internal place) => $"<a href=\"{Href(place)}\">{SecurityElement.Escape(place.Title)}</a>";

    private string Href(ResolvedLink.Internal place) => SecurityElement.Escape((root + place.Address.Href is { Length: > 0 } href ? href : "./") + place.Suffix);

    private string Renamed(string html, IncludedText text)
    {
        var prefix = FormattableString.Invariant($"site:included-{++_count}.");
        var ids = Id().Matches(html).Select(m => m.Groups["ids"].Value).ToHashSet(StringComparer.Ordinal);
        var home = SecurityElement.Escape(root + text.Page.Address.Href);
        return Reference().Replace(html, m =>
        {
            var own = m.Groups["ids"].Value.Split(' ').Select(id => ids.Contains(id) ? prefix + id : id);
            var isElsewhere = m.Groups["mark"].Value == "href=\"#" && !ids.Contains(m.Groups["ids"].Value);
            return isElsewhere ? $"href=\"{home}#{m.Groups["ids"].Value}" : m.Groups["mark"].Value + string.Join(' ', own);
        });
    }

    /// <summary>The level of the heading that a link stands under.</summary>
    private static int LevelAt(SitePage page, int link)
    {
        var html = page.Content.Body.Html;
        var before = html.Utf8.AsSpan(0, html.Slots.First(s => s.Content == SlotContent.Include && s.Link == link).Position);
        for (var at = before.LastIndexOf("<h"u8); at >= 0; at = before.LastIndexOf("<h"u8))
        {
            if (at + 2 < before.Length && before[at + 2] is >= (byte)'1' and <= (byte)'6') return before[at + 2] - '0';
            before = before[..at];
        }

        return 1;
    }

    /// <summary>With its highest headings at this level.</summary>
    private static string Lowered(string html, int level)
    {
        var levels = HeadingTag().Matches(html).Select(m => m.Groups["level"].ValueSpan[0] - '0').ToList();
        if (levels.Count == 0 || levels.Min() == level) return html;
        var shift = level - levels.Min();
        return HeadingTag().Replace(html, m => FormattableString.Invariant($"{m.Groups["start"].Value}{Math.Min(6, m.Groups["level"].ValueSpan[0] - '0' + shift)}"));
    }

    [GeneratedRegex("(?<start></?h)(?<level>[1-6])(?=[\\s>])", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingTag();

    [GeneratedRegex("(?<=\\s)id=\"(?<ids>[^\"]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("(?<mark>(?<=\\s)(id|for|aria-labelledby|aria-describedby|aria-controls)=\"|(?<=\\s)href=\"#|url\\(#)(?<ids>[^\")]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
