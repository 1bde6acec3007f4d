using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// Converts the text of a page to a part of a pack: links to other parts stay in the pack, other links get a numbered
/// note, ids are made unique, and elements that only help on a screen are removed.
/// </summary>
/// <param name="parts">The ids of the parts, by the addresses of their pages as used in links.</param>
/// <param name="texts">The rendered text of each page, by the same keys.</param>
internal sealed class PackText(
    Site site,
    SitePath pack,
    IReadOnlyDictionary<string, string> parts,
    IReadOnlyDictionary<string, BodyHtml> texts
)
{
    /// <summary>The prefix of part ids, which authors and templates do not use.</summary>
    private const string Prefix = "site:/";

    private readonly HashSet<string> _ids =
    [
        .. from text in texts
        from tag in text.Value.Tags
        where !tag.IsEnd
        let id = text.Value.GetAttribute(tag, "id"u8)
        where id is not null
        select $"{parts[text.Key]}:{id}",
    ];

    private readonly string _root = FrameFactory.RootFrom(pack);

    public PagePart Render(SitePath page, string label, int depth)
    {
        var id = parts[page.Href];
        var root = FrameFactory.RootFrom(page);
        var html = texts[page.Href];
        var text = new HtmlRewriter(html);
        var notes = new List<LinkNote>();
        var endOfDrawing = 0;
        for (var i = 0; i < html.Tags.Length; i++)
        {
            var tag = html.Tags[i];
            if (tag.IsEnd)
                continue;
            if (IsForScreens(html, tag))
            {
                text.Remove(i);
                i = html.FindLastTag(i);
                continue;
            }

            // Hundreds of named landmarks in a pack would not help.
            if (tag.Name == "section" && html.FindAttribute(tag, "role"u8) is null)
            {
                text.SetAttribute(tag, "aria-label"u8, null);
                text.SetAttribute(tag, "aria-labelledby"u8, null);
            }

            if (tag.Name == "svg")
                endOfDrawing = html.Tags[html.FindLastTag(i)].End;
            if (html.GetAttribute(tag, "href"u8) is { } href && !href.StartsWith('#'))
            {
                text.SetAttribute(tag, "href"u8, Moved(href, root, isLink: true));
                if (tag.Name == "a" && tag.Start >= endOfDrawing)
                    text.Insert(html.Tags[html.FindLastTag(i)].End, Note(href, root, notes));
            }

            MoveFile(tag, "src"u8);
            MoveFile(tag, "poster"u8);
            if (html.GetAttribute(tag, "srcset"u8) is { } candidates)
                text.SetAttribute(tag, "srcset"u8, MovedCandidates(candidates, root));
            AddPrefix(text, tag, id, (site.Settings.Text.Footnotes, site.Settings.Text.FootnotesOf(label)));
        }

        return new(id, label, depth, text.Write(), notes);

        void MoveFile(BodyTag tag, ReadOnlySpan<byte> name)
        {
            if (html.GetAttribute(tag, name) is { } file)
                text.SetAttribute(tag, name, Moved(file, root, isLink: false));
        }
    }

    private static bool IsForScreens(BodyHtml html, BodyTag tag) =>
        html.HasClass(tag, "actions"u8)
        || html.HasClass(tag, "action-bar"u8)
        || html.HasClass(tag, "cell-foot"u8)
        || html.HasClass(tag, "step-path"u8);

    /// <summary>The number of a link's note; empty for a link within the pack.</summary>
    private string Note(string target, string root, List<LinkNote> notes)
    {
        var address = target;
        if (Inside(target, root) is var (path, suffix))
        {
            if (parts.ContainsKey(path))
                return "";
            address = ReadableAddress.Format(site, path) + suffix;
        }

        var note = notes.Find(n => n.Address == address);
        if (note is null)
            notes.Add(note = new(notes.Count + 1, address));
        return $"<sup class=\"link-note\">{note.Number}</sup>";
    }

    private string MovedCandidates(string candidates, string root) =>
        string.Join(
            ", ",
            candidates
                .Split(',', StringSplitOptions.TrimEntries)
                .Select(c => c.Split(' ', 2))
                .Select(c => string.Join(' ', c.Skip(1).Prepend(Moved(c[0], root, isLink: false))))
        );

    private string Moved(string target, string root, bool isLink)
    {
        if (Inside(target, root) is not var (path, suffix))
            return target;
        if (!isLink || !parts.TryGetValue(path, out var part))
            return _root + path + suffix is { Length: > 0 } href ? href : "./";
        var inPart = $"{part}:{Uri.UnescapeDataString(suffix.TrimStart('#'))}";
        return "#" + (_ids.Contains(inPart) ? inPart : part);
    }

    /// <summary>The address on this site and the rest of the target; null for an external link.</summary>
    private static (string Path, string Suffix)? Inside(string target, string root)
    {
        if (
            root.Length == 0
                ? LinkAddress.HasScheme(target) || target.StartsWith('/')
                : !target.StartsWith(root, StringComparison.Ordinal)
        )
            return null;
        var path = target[root.Length..];
        var end = path.AsSpan().IndexOfAny('?', '#');
        var (address, suffix) = end < 0 ? (path, "") : (path[..end], path[end..]);
        return (address == "./" ? "" : address, suffix);
    }

    /// <summary>The part id of a page in a pack: its address relative to the packed folder.</summary>
    public static string CreateId(SitePath page, SitePath pack)
    {
        var folder = pack.Value[..(pack.Value.TrimEnd('/').LastIndexOf('/') + 1)];
        return Prefix
            + (
                page.Value.StartsWith(folder, StringComparison.Ordinal) ? page.Value[folder.Length..] : page.Value[1..]
            ).TrimEnd('/');
    }

    /// <summary>
    /// The part ids of a workshop's handouts in a pack, by the addresses of their pages as used in links. Links to the
    /// workshop lead to the guide.
    /// </summary>
    public static IReadOnlyDictionary<string, string> CreateIds(WorkshopUrls workshop, SitePath pack) =>
        new[]
        {
            (workshop.Home, workshop.Sheet(Audience.Facilitator)),
            (workshop.Sheet(Audience.Facilitator), workshop.Sheet(Audience.Facilitator)),
            (workshop.Sheet(Audience.Participant), workshop.Sheet(Audience.Participant)),
        }.ToDictionary(l => l.Item1.Href, l => CreateId(l.Item2, pack), StringComparer.Ordinal);

    /// <summary>A handout whose text has the ids of its part.</summary>
    public static Handout AddPrefix(Handout sheet, UiStrings strings)
    {
        var html = new BodyHtml(Encoding.UTF8.GetBytes(sheet.BodyHtml), []);
        var text = new HtmlRewriter(html);
        var notes = (strings.Footnotes, strings.FootnotesOfSheet(strings.InSentence(sheet.Kind), sheet.Title));
        foreach (var tag in html.Tags.Where(t => !t.IsEnd))
            AddPrefix(text, tag, sheet.Id, notes);
        return sheet with { BodyHtml = text.Write() };
    }

    /// <param name="notes">The name of the footnotes of a page, and of those of the part.</param>
    public static void AddPrefix(HtmlRewriter text, BodyTag tag, string part, (string OfPage, string OfPart) notes)
    {
        text.RenameIds(tag, id => Id(part, id));
        if (text.Html.GetAttribute(tag, "href"u8) is ['#', _, ..] link)
            text.SetAttribute(tag, "href"u8, "#" + Id(part, link[1..]));
        if (text.Html.GetAttribute(tag, "aria-label"u8) == notes.OfPage)
            text.SetAttribute(tag, "aria-label"u8, notes.OfPart);
    }

    private static string Id(string part, string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) ? id : $"{part}:{id}";
}
