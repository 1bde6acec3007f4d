using System.Buffers;
using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Text that a page includes from other pages. Its links are adapted, its ids get a prefix, its headings are placed
/// below the heading of the include, and references to text outside the included section become links to its page. Its
/// footnotes are collected for the page's own list.
/// </summary>
/// <param name="root">The relative path from the including page to the site's root.</param>
internal sealed partial class IncludedHtml(Site site, string root)
{
    /// <summary>
    /// The maximum depth of footnotes that refer to footnotes; beyond it, a link leads to the note on its own page.
    /// </summary>
    private const int MaxNoteDepth = 20;

    private static readonly string[] ReferTo =
    [
        "for",
        "aria-labelledby",
        "aria-describedby",
        "aria-controls",
        "headers",
    ];

    private readonly Dictionary<SitePage, SectionExtractor> _sections = [];
    private int _count;
    private int _noteDepth;

    /// <summary>The footnotes that the text refers to.</summary>
    public IncludedNotes Notes { get; } = new();

    /// <param name="page">The page that contains the including link.</param>
    public string Render(SitePage page, int link)
    {
        var target = site.Links[page.Path][link];
        var written = page.Content.Body.Links[link];
        if (target is not ResolvedLink.Internal place)
            return $"<p>{SecurityElement.Escape($"![[{written.Target}]]")}</p>";
        if (!place.Address.IsPage)
            return $"<p>{File(place, written)}</p>";
        if (site.Included.At(page, link) is not { } text || _count >= IncludedTexts.MaxPerPage)
            return $"<p>{Link(place)}</p>";
        var html = ShiftHeadings(PrefixIds(Text(text), text), LevelAt(page, link) + 1);
        return $"\n{html}<p class=\"included-from\">From {Link(place)}</p>\n";
    }

    /// <summary>Renders an embed within a sentence: a file is shown, a page is linked.</summary>
    public string EmbedOf(SitePage page, int link)
    {
        var target = site.Links[page.Path][link];
        var written = page.Content.Body.Links[link];
        if (target is not ResolvedLink.Internal place)
            return SecurityElement.Escape($"![[{written.Target}]]");
        return place.Address.IsPage ? Link(place, written.Label) : File(place, written);
    }

    private string File(ResolvedLink.Internal place, PageLink written)
    {
        var source = SecurityElement.Escape(root + place.Address.Href);
        var label = SecurityElement.Escape(written.Label ?? "");
        return MediaFile.KindOf(place.Address) switch
        {
            MediaKind.Image => $"<img src=\"{source}\" alt=\"{label}\"{written.Size?.Attributes} loading=\"lazy\">",
            MediaKind.Audio => $"<audio src=\"{source}\" controls preload=\"none\">{Link(place)}</audio>",
            MediaKind.Video => $"<video src=\"{source}\" controls "
                + $"preload=\"metadata\"{written.Size?.Attributes}>{Link(place)}</video>",
            _ => Link(place, written.Label),
        };
    }

    private string Text(IncludedText text)
    {
        var html = text.Page.Content.Body.Html;
        var output = new ArrayBufferWriter<byte>();
        var done = text.Start;
        foreach (var slot in text.Slots)
        {
            output.Write(html.Utf8.AsSpan(done..slot.Position));
            Encoding.UTF8.GetBytes(Fill(text.Page, slot), output);
            done = slot.Position;
        }

        output.Write(html.Utf8.AsSpan(done..text.End));
        return Encoding.UTF8.GetString(output.WrittenSpan).Trim() + "\n";
    }

    private string Fill(SitePage page, BodySlot slot) =>
        slot.Content switch
        {
            SlotContent.Address => site.Links[page.Path][slot.Link] is ResolvedLink.Internal place
                ? Href(place)
                : SecurityElement.Escape(LinkText.Href(site.Links[page.Path][slot.Link], root)),
            SlotContent.Title => SecurityElement.Escape(
                LinkText.TitleOf(site.Links[page.Path][slot.Link], page.Content.Body.Links[slot.Link])
            ),
            SlotContent.Include => Render(page, slot.Link),
            SlotContent.Embed => EmbedOf(page, slot.Link),
            SlotContent.Source => CitationHtml.Render(site.Works, page.Content.Body.Citations[slot.Link], root),
            _ => "",
        };

    private string Link(ResolvedLink.Internal place, string? label = null) =>
        $"<a href=\"{Href(place)}\">{SecurityElement.Escape(label ?? place.Title)}</a>";

    private string Href(ResolvedLink.Internal place) =>
        SecurityElement.Escape((root + place.Address.Href is { Length: > 0 } href ? href : "./") + place.Suffix);

    /// <summary>
    /// Prefixes the ids and the references to them; references to other parts of the page become links to it.
    /// </summary>
    private string PrefixIds(string html, IncludedText text)
    {
        var prefix = $"site:included-{++_count}.";
        return PrefixIds(html, text.Page, prefix, new HashSet<string>());
    }

    /// <param name="moreIds">Additional ids that also get the prefix.</param>
    private string PrefixIds(string html, SitePage home, string prefix, IReadOnlySet<string> moreIds)
    {
        var attributes = Attributes(html);
        var own = attributes
            .Where(a => IsId(a.Tag, a.Attribute))
            .Select(a => a.Attribute.Value)
            .ToHashSet(StringComparer.Ordinal);
        if (own.Count > 0)
            Notes.Rename(own, prefix);
        var ids = own.Count == 0 ? moreIds : own;
        if (own.Count > 0 && moreIds.Count > 0)
            own.UnionWith(moreIds);
        var renamed = new StringBuilder(html.Length);
        var done = 0;
        foreach (var (tag, attribute) in attributes)
        {
            if (NewValue(tag, attribute) is not { } value)
                continue;
            renamed
                .Append(html, done, attribute.Span.Start - done)
                .Append(CultureInfo.InvariantCulture, $"{attribute.Name}=\"{SecurityElement.Escape(value)}\"");
            done = attribute.Span.End;
        }

        return renamed.Append(html, done, html.Length - done).Replace("url(#", $"url(#{prefix}").ToString();

        string? NewValue(HtmlTag tag, HtmlAttribute attribute)
        {
            if (IsId(tag, attribute))
                return prefix + attribute.Value;
            if (ReferTo.Contains(attribute.Name))
                return string.Join(' ', attribute.Value.Split(' ').Select(id => ids.Contains(id) ? prefix + id : id));
            if (attribute.Name is not ("href" or "xlink:href") || attribute.Value is not ['#', .. var target])
                return null;
            if (ids.Contains(target))
                return $"#{prefix}{target}";
            if (Notes.Contains(target))
                return null;
            if (tag.Value("class") == "footnote-ref" && NoteFor(home, target, prefix, ids) is { } note)
                return $"#{note}";
            return $"{root}{home.Address.Href}#{target}";
        }
    }

    /// <summary>The id on this page of a footnote from the text's page; null if that page has no such note.</summary>
    private string? NoteFor(SitePage home, string id, string prefix, IReadOnlySet<string> idsOfText)
    {
        if (Notes.IdOf(home, id) is { } known)
            return known;
        if (_noteDepth >= MaxNoteDepth || SectionsOf(home).Find(id) is not { } stretch)
            return null;
        _noteDepth++;
        var html = PrefixIds(Text(new(home, stretch.Start, stretch.End, id)), home, prefix, idsOfText);
        _noteDepth--;
        Notes.Add(home, id, prefix + id, html);
        return prefix + id;
    }

    private SectionExtractor SectionsOf(SitePage home)
    {
        if (!_sections.TryGetValue(home, out var sections))
            _sections[home] = sections = new(home.Content.Body.Html);
        return sections;
    }

    private static bool IsId(HtmlTag tag, HtmlAttribute attribute) =>
        attribute.Value.Length > 0 && (attribute.Name == "id" || (attribute.Name == "name" && tag.Name == "a"));

    private static List<(HtmlTag Tag, HtmlAttribute Attribute)> Attributes(string html)
    {
        var text = new SearchedText(html);
        var attributes = new List<(HtmlTag, HtmlAttribute)>();
        for (var tag = HtmlTokenizer.Next(text, 0); tag is not null; )
        {
            if (tag.Kind == HtmlTagKind.Start)
                attributes.AddRange(tag.Attributes.Select(a => (tag, a)));
            var isRaw = tag.Kind == HtmlTagKind.Start && HtmlElements.RawText.Contains(tag.Name);
            tag = HtmlTokenizer.Next(
                text,
                isRaw && HtmlTokenizer.EndOfRawText(text, tag.Span.End, tag.Name) is >= 0 and var end
                    ? end
                    : tag.Span.End
            );
        }

        return attributes;
    }

    /// <summary>The level of the heading above a link.</summary>
    private static int LevelAt(SitePage page, int link)
    {
        var html = page.Content.Body.Html;
        var slot = html.Slots.First(s => s.Content == SlotContent.Include && s.Link == link);
        for (var i = html.FindTag(slot.Position) - 1; i >= 0; i--)
            if (html.Tags[i] is { IsEnd: false, HeadingLevel: > 0 } heading)
                return heading.HeadingLevel;
        return 1;
    }

    /// <summary>Shifts the headings so that the highest has this level.</summary>
    private static string ShiftHeadings(string html, int level)
    {
        var levels = HeadingTag().Matches(html).Select(m => m.Groups["level"].ValueSpan[0] - '0').ToList();
        if (levels.Count == 0 || levels.Min() == level)
            return html;
        var shift = level - levels.Min();
        return HeadingTag()
            .Replace(
                html,
                m => $"{m.Groups["start"].Value}{Math.Min(6, m.Groups["level"].ValueSpan[0] - '0' + shift)}"
            );
    }

    [GeneratedRegex("(?<start></?h)(?<level>[1-6])(?=[\\s>])", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingTag();
}
