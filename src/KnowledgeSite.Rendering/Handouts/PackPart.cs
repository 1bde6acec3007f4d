using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>A part of a pack, which begins on a new page and is listed in the table of contents.</summary>
/// <param name="Id">Cannot equal an author's id.</param>
/// <param name="Depth">The depth of its address below the pack's folder, starting at 1.</param>
public abstract record PackPart(string Id, string Label, int Depth);

/// <summary>A handout of a workshop in a pack.</summary>
public sealed record SheetPart(Handout Handout, int Depth)
    : PackPart(Handout.Id, $"{Handout.Title}: {Handout.Kind.ToLowerInvariant()}", Depth);

/// <summary>A page of the site in a pack.</summary>
/// <param name="Html">Its text, with links and ids adapted to the pack.</param>
/// <param name="Notes">The targets of links that lead out of the pack.</param>
public sealed record PagePart(string Id, string Label, int Depth, string Html, IReadOnlyList<LinkNote> Notes)
    : PackPart(Id, Label, Depth);

/// <summary>
/// Makes ids unique within a pack: the part's name is prefixed to every id in its text and to every link to one; the
/// names of footnotes include the part.
/// </summary>
internal static class PackIds
{
    /// <summary>The prefix of part ids, which authors and templates do not use.</summary>
    private const string Prefix = "site:/";

    /// <summary>The part id of a page in a pack: its address relative to the packed folder.</summary>
    public static string Create(SitePath page, SitePath pack)
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
    public static IReadOnlyDictionary<string, string> Create(WorkshopUrls workshop, SitePath pack) =>
        new[]
        {
            (workshop.Home, workshop.Sheet(Audience.Facilitator)),
            (workshop.Sheet(Audience.Facilitator), workshop.Sheet(Audience.Facilitator)),
            (workshop.Sheet(Audience.Participant), workshop.Sheet(Audience.Participant)),
        }.ToDictionary(l => l.Item1.Href, l => Create(l.Item2, pack), StringComparer.Ordinal);

    /// <summary>A handout whose text has the ids of its part.</summary>
    public static Handout AddPrefix(Handout sheet)
    {
        var html = new BodyHtml(Encoding.UTF8.GetBytes(sheet.BodyHtml), []);
        var text = new HtmlRewriter(html);
        foreach (var tag in html.Tags.Where(t => !t.IsEnd))
            AddPrefix(text, tag, sheet.Id, $"the {sheet.Kind.ToLowerInvariant()}: {sheet.Title}");
        return sheet with { BodyHtml = text.Write() };
    }

    /// <param name="title">The title of the part, for the name of its footnotes.</param>
    public static void AddPrefix(HtmlRewriter text, BodyTag tag, string part, string title)
    {
        text.RenameIds(tag, id => Id(part, id));
        if (text.Html.GetAttribute(tag, "href"u8) is ['#', _, ..] link)
            text.SetAttribute(tag, "href"u8, "#" + Id(part, link[1..]));
        if (text.Html.GetAttribute(tag, "aria-label"u8) == "Notes")
            text.SetAttribute(tag, "aria-label"u8, $"Notes of {title}");
    }

    private static string Id(string part, string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) ? id : $"{part}:{id}";
}
