using System.Globalization;
using System.Security;
using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Writes a page that includes text of other pages. The links of included text are adapted, its ids get a prefix, its
/// headings are placed below the heading of the include, and references to text outside the included section become
/// links to its page. Its footnotes join the page's own list, numbered in the order of their references.
/// </summary>
/// <param name="root">The relative path from the including page to the site's root.</param>
internal sealed class IncludedHtml(Site site, string root)
{
    private readonly Dictionary<SitePage, SectionExtractor> _sections = [];
    private readonly Dictionary<(SitePage Home, string Id), int> _numbers = [];

    /// <summary>The ids of the notes on this page, in the order of their numbers, and what writes them.</summary>
    private readonly List<(string Id, Func<string> Write)> _notes = [];

    private int _count;

    /// <summary>The text of a page with its included texts and all footnotes.</summary>
    /// <param name="fill">Returns the content of a slot; for an include, that of <see cref="Render"/>.</param>
    public string Write(SitePage page, HtmlRewriter text, Func<BodySlot, string> fill)
    {
        var html = text.Html;
        var list = Array.FindLastIndex(html.Tags, t => t.Name == "section" && html.HasClass(t, "footnotes"u8));
        var own = list < 0 ? [] : OwnNotes(page, text, list, fill);
        for (var i = 0; i < html.Tags.Length; i++)
            if (ReferredNote(html, i) is { } id && own.TryGetValue(id, out var number))
                ReplaceReference(text, i, number);
        if (list >= 0)
            text.Replace(html.Tags[list].Start, html.Tags[html.FindLastTag(list)].End, () => RenderNotes(own.Values));
        var written = text.Write(fill);
        return list < 0 && _notes.Count > 0 ? written + RenderNotes([]) + "\n" : written;
    }

    /// <param name="page">The page that contains the including link.</param>
    /// <param name="shift">The number of levels by which the headings around the link are shifted.</param>
    public string Render(SitePage page, int link, int shift = 0)
    {
        var target = site.Links[page][link];
        var written = page.Content.Body.Links[link];
        if (target is not ResolvedLink.Internal place)
            return $"<p>{SecurityElement.Escape($"![[{written.Target}]]")}</p>";
        if (!place.Address.IsPage)
            return $"<p>{File(page, place, written)}</p>";
        if (site.Included.At(page, link) is not { } text || _count >= IncludedTexts.MaxPerPage)
            return $"<p>{Link(place)}</p>";
        var prefix = $"site:included-{++_count}.";
        var innerShift = Levels(text).Min() is { } highest ? LevelAt(page, link) + 1 + shift - highest : 0;
        var html = RenderText(text, prefix, [], innerShift);
        // A document says at its end what it is made from.
        return site.Links.Documents.ContainsKey(page)
            ? $"\n{html.Trim()}\n"
            : $"\n{html.Trim()}\n<p class=\"included-from\">{IncludedFrom(place)}</p>\n";
    }

    /// <summary>Renders an embed within a sentence: a file is shown, a page is linked.</summary>
    public string EmbedOf(SitePage page, int link)
    {
        var target = site.Links[page][link];
        var written = page.Content.Body.Links[link];
        if (target is ResolvedLink.Internal place)
            return place.Address.IsPage ? Link(place, written.Label) : File(page, place, written);
        if (written.Form != LinkForm.Image)
            return SecurityElement.Escape($"![[{written.Target}]]");
        // Browsers do not show documents of other sites within a page.
        return MediaFile.KindOf(written.Target) == MediaKind.Document
            ? ReferenceTo(written.Target, written.Label ?? "")
            : Media(page, written.Target, written.Target, written);
    }

    private string File(SitePage page, ResolvedLink.Internal place, PageLink written)
    {
        var source = root + place.Address.Href;
        if (MediaFile.KindOf(place.Address.Value) != MediaKind.Image)
            return Media(page, source + place.Suffix, place.Title, written);
        var size = PageImages.Attributes(
            site,
            place.Address,
            written.Size?.Width.ToString(CultureInfo.InvariantCulture),
            written.Size?.Height?.ToString(CultureInfo.InvariantCulture),
            root
        );
        return $"<img src=\"{SecurityElement.Escape(source)}\" alt=\"{SecurityElement.Escape(written.Label ?? "")}\""
            + $"{written.Size?.Attributes}{size} loading=\"lazy\">";
    }

    /// <summary>
    /// Renders audio, video or a document, with a link for paper. A link that screens do not show is in the class
    /// <c>on-paper</c>.
    /// </summary>
    private string Media(SitePage page, string href, string title, PageLink written)
    {
        var source = SecurityElement.Escape(href);
        var text = written.Label is { Length: > 0 } label ? label : title;
        var name = SecurityElement.Escape(text);
        var link = ReferenceTo(href, text);
        var onPaper = ReferenceTo(href, text, " class=\"on-paper\"");
        var accessibleName = written.Label is { Length: > 0 } ? $" aria-label=\"{name}\"" : "";
        return MediaFile.KindOf(href) switch
        {
            MediaKind.Audio => $"<audio src=\"{source}\" controls preload=\"none\"{accessibleName}></audio>{onPaper}",
            MediaKind.Video => $"<video src=\"{source}\" controls "
                + $"preload=\"metadata\"{written.Size?.Attributes}{Poster(page, written)}{accessibleName}>"
                + $"{Captions(page, written)}</video>{onPaper}",
            MediaKind.Document => $"<iframe class=\"document\" src=\"{source}\" title=\"{name}\" "
                + $"loading=\"lazy\"></iframe> {link}",
            _ => link,
        };
    }

    private static string ReferenceTo(string href, string text, string attributes = "") =>
        $"<a{attributes} href=\"{SecurityElement.Escape(href)}\">{SecurityElement.Escape(text)}</a>";

    private string IncludedFrom(ResolvedLink.Internal place)
    {
        const string slot = "\uFFFC";
        return SecurityElement
            .Escape(site.Settings.Text.IncludedFrom(slot))
            .Replace(slot, Link(place), StringComparison.Ordinal);
    }

    private string Poster(SitePage page, PageLink written) =>
        written.Poster is { } number && site.Links[page][number] is ResolvedLink.Internal { Address: var address }
            ? $" poster=\"{SecurityElement.Escape(root + address.Href)}\""
            : "";

    private string Captions(SitePage page, PageLink written)
    {
        if (
            written.Captions is not { } number
            || site.Links[page][number] is not ResolvedLink.Internal { Address: var address }
        )
            return "";
        // The language is in the name: talk.en.vtt.
        var name = Path.GetFileNameWithoutExtension(page.Content.Body.Links[number].Target);
        var language = name.LastIndexOf('.') is >= 0 and var dot ? name[(dot + 1)..] : site.Settings.Language;
        return $"<track kind=\"captions\" src=\"{SecurityElement.Escape(root + address.Href)}\" "
            + $"srclang=\"{SecurityElement.Escape(language)}\" "
            + $"label=\"{SecurityElement.Escape(site.Settings.Text.Captions)}\" default>";
    }

    private string Link(ResolvedLink.Internal place, string? label = null) =>
        $"<a href=\"{Href(place)}\">{SecurityElement.Escape(label ?? place.Title)}</a>";

    private string Href(ResolvedLink.Internal place) =>
        SecurityElement.Escape(LinkText.Href(place, root, isElsewhere: true));

    /// <summary>
    /// Renders text for the page that includes it, with other ids, references to them and levels of headings.
    /// </summary>
    /// <param name="moreIds">Additional ids that also get the prefix.</param>
    private string RenderText(IncludedText text, string prefix, IEnumerable<string> moreIds, int shift)
    {
        var html = text.Page.Content.Body.Html;
        var rewriter = new HtmlRewriter(html);
        PageImages.AddSizes(rewriter, site, root, link => site.Links[text.Page][link]);
        var tags = TagsIn(text).ToList();
        var ids = tags.SelectMany(i => IdsOf(html, html.Tags[i])).Concat(moreIds).ToHashSet(StringComparer.Ordinal);
        foreach (var i in tags)
        {
            var tag = html.Tags[i];
            if (tag.HeadingLevel > 0 && shift != 0)
            {
                var digit = tag.Start + (tag.IsEnd ? "</h" : "<h").Length;
                var level = Math.Clamp(tag.HeadingLevel + shift, 1, 6);
                rewriter.Replace(digit, digit + 1, () => level.ToString(CultureInfo.InvariantCulture));
            }

            if (tag.IsEnd)
                continue;
            rewriter.RenameIds(tag, id => ids.Contains(id) ? prefix + id : id);
            if (html.GetAttribute(tag, "href"u8) is not ['#', .. var target])
                continue;
            if (ids.Contains(target))
                rewriter.SetAttribute(tag, "href"u8, $"#{prefix}{target}");
            else if (html.HasClass(tag, "footnote-back-ref"u8))
                rewriter.Remove(i);
            else if (ReferredNote(html, i) is not null && FindNote(text.Page, target, prefix, ids) is { } number)
                ReplaceReference(rewriter, i, number);
            else
                rewriter.SetAttribute(tag, "href"u8, $"{root}{text.Page.Address.Href}#{target}");
        }

        return rewriter.Write(
            slot =>
                slot.Content switch
                {
                    SlotContent.Include => Render(text.Page, slot.Link, shift),
                    SlotContent.Uses => "",
                    _ => LinkText.Fill(site, text.Page, slot, root, this, isElsewhere: true),
                },
            text.Start,
            text.End
        );
    }

    /// <summary>The indices of the tags in a text.</summary>
    private static IEnumerable<int> TagsIn(IncludedText text)
    {
        var tags = text.Page.Content.Body.Html.Tags;
        for (var i = text.Page.Content.Body.Html.FindTag(text.Start); i < tags.Length && tags[i].Start < text.End; i++)
            yield return i;
    }

    private static IEnumerable<string> IdsOf(BodyHtml html, BodyTag tag)
    {
        if (tag.IsEnd)
            yield break;
        if (html.GetAttribute(tag, "id"u8) is { Length: > 0 } id)
            yield return id;
        if (tag.Name == "a" && html.GetAttribute(tag, "name"u8) is { Length: > 0 } name)
            yield return name;
    }

    /// <summary>The levels of the headings in a text, including those of the texts that it includes.</summary>
    private IEnumerable<int?> Levels(IncludedText text) =>
        HeadingsIn(text)
            .Concat(
                from slot in text.Slots
                where slot.Content == SlotContent.Include
                where site.Included.At(text.Page, slot.Link) is { } inner && HeadingsIn(inner).Any()
                select LevelAt(text.Page, slot.Link) + 1
            )
            .Cast<int?>();

    private static IEnumerable<int> HeadingsIn(IncludedText text) =>
        TagsIn(text).Select(i => text.Page.Content.Body.Html.Tags[i].HeadingLevel).Where(level => level > 0);

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

    /// <summary>The id of the note to which a reference leads; null if the tag begins no reference.</summary>
    private static string? ReferredNote(BodyHtml html, int tag) =>
        html.Tags[tag] is { Name: "a", IsEnd: false } start
        && html.HasClass(start, "footnote-ref"u8)
        && html.GetAttribute(start, "href"u8) is ['#', .. var id]
            ? id
            : null;

    /// <summary>Makes a reference lead to a note, and shows its number in the <c>sup</c> element of the link.</summary>
    private void ReplaceReference(HtmlRewriter text, int reference, Func<int> number)
    {
        var tags = text.Html.Tags;
        var (start, end) = text.Html.FindAttribute(tags[reference], "href"u8)!.Value;
        text.Replace(start, end, () => "#" + SecurityElement.Escape(_notes[number() - 1].Id));
        text.Replace(
            tags[reference + 1].End,
            tags[reference + 2].Start,
            () => number().ToString(CultureInfo.InvariantCulture)
        );
    }

    /// <summary>The number of a note. A note that was not referred to yet becomes the next one.</summary>
    private int NumberOf(SitePage home, string id, string prefix, Func<string> write)
    {
        if (!_numbers.TryGetValue((home, id), out var number))
        {
            _notes.Add((prefix + id, write));
            _numbers[(home, id)] = number = _notes.Count;
        }

        return number;
    }

    /// <summary>The notes in the list of the page itself by their ids; each returns its number.</summary>
    private Dictionary<string, Func<int>> OwnNotes(
        SitePage page,
        HtmlRewriter text,
        int list,
        Func<BodySlot, string> fill
    )
    {
        var html = text.Html;
        var notes = new Dictionary<string, Func<int>>(StringComparer.Ordinal);
        for (var i = list; i < html.FindLastTag(list); i++)
        {
            if (html.Tags[i] is not { Name: "li", IsEnd: false } item || html.GetAttribute(item, "id"u8) is not { } id)
                continue;
            i = html.FindLastTag(i);
            var end = html.Tags[i].Start;
            notes[id] = () => NumberOf(page, id, "", () => text.Write(fill, item.End, end));
        }

        return notes;
    }

    /// <summary>Returns the number of a note of included text; null if its page has no such note.</summary>
    /// <param name="ids">The ids of the text, to which the note may lead back.</param>
    private Func<int>? FindNote(SitePage home, string id, string prefix, IReadOnlySet<string> ids)
    {
        if (!_sections.TryGetValue(home, out var sections))
            _sections[home] = sections = new(home.Content.Body.Html);
        if (sections.Find(id) is not var (start, end))
            return null;
        return () => NumberOf(home, id, prefix, () => RenderText(new(home, start, end, id), prefix, ids, 0));
    }

    /// <summary>The list of all notes. Writing a note may add others to which it refers.</summary>
    private string RenderNotes(IEnumerable<Func<int>> own)
    {
        var html = new StringBuilder(
            "<section class=\"footnotes\" role=\"doc-endnotes\" "
                + $"aria-label=\"{SecurityElement.Escape(site.Settings.Text.Footnotes)}\">\n<ol>\n"
        );
        var written = 0;
        WriteNew();
        foreach (var number in own)
            number();
        WriteNew();
        return html.Append("</ol>\n</section>").ToString();

        void WriteNew()
        {
            for (; written < _notes.Count; written++)
                html.Append(CultureInfo.InvariantCulture, $"<li id=\"{SecurityElement.Escape(_notes[written].Id)}\">\n")
                    .Append(_notes[written].Write().Trim())
                    .Append("\n</li>\n");
        }
    }
}
