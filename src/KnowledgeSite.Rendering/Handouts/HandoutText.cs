using System.Security;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// The text of a handout as HTML. Links that lead out of the handout get a numbered note, because links on paper cannot
/// be followed.
/// </summary>
/// <param name="root">The relative path from the page that shows the handout to the site's root.</param>
/// <param name="parts">In a pack, the ids of its parts by the address of their page.</param>
internal sealed class HandoutText(
    Site site,
    WorkshopUrls workshop,
    PageBody body,
    string root,
    IReadOnlyDictionary<string, string> parts
)
{
    private readonly ILookup<SourcePlace, ResolvedLink> _resolved = workshop
        .Page.Content.Body.Links.Zip(site.Links[workshop.Page.Path])
        .ToLookup(l => new SourcePlace(l.First.Span.Start, l.First.Form), l => l.Second);

    private readonly IncludedHtml _included = new(site, root);
    private readonly List<LinkNote> _notes = [];

    public IReadOnlyList<LinkNote> Notes => _notes;

    public string Write()
    {
        var text = new HtmlRewriter(body.Html);
        PageImages.AddSizes(text, site, root, link => Resolve(body.Links[link]));
        return (body.HasIncludes ? _included.Write(workshop.Page, text, Fill) : text.Write(Fill)).Trim();
    }

    private string Fill(BodySlot slot)
    {
        if (slot.Content == SlotContent.Source)
            return CitationHtml.Render(site.Works, body.Citations[slot.Link], null);
        var written = body.Links[slot.Link];
        var link = Resolve(written);
        return slot.Content switch
        {
            SlotContent.Include => Included(written, isBlock: true),
            SlotContent.Embed => Included(written, isBlock: false),
            SlotContent.Title => SecurityElement.Escape(LinkText.TitleOf(link, written)),
            SlotContent.Note => Note(link),
            _ => SecurityElement.Escape(
                IsHere(link) ? "#" + FragmentOf(link)
                : PartOf(link) is { } part ? "#" + part
                : Href(link)
            ),
        };
    }

    private ResolvedLink Resolve(PageLink written) =>
        _resolved[new(written.Span.Start, written.Form)].FirstOrDefault() ?? new ResolvedLink.AsWritten(written.Target);

    /// <summary>
    /// Renders an include. The text of another workshop may contain facilitator notes, so it is replaced by a link.
    /// </summary>
    private string Included(PageLink written, bool isBlock)
    {
        var page = workshop.Page;
        var number = page.Content.Body.Links.ToList().FindIndex(l => l.Form == written.Form && l.Span == written.Span);
        if (number < 0)
            return "";
        if (!isBlock)
            return _included.EmbedOf(page, number);
        return site.Included.At(page, number)?.Page.Content.FrontMatter.Kind == PageKind.Workshop
            ? $"<p>{SecurityElement.Escape(LinkText.TitleOf(site.Links[page.Path][number], written))}</p>"
            : _included.Render(page, number);
    }

    private string Note(ResolvedLink link)
    {
        if (IsHere(link) || PartOf(link) is not null)
            return "";
        var address = link is ResolvedLink.Internal place
            ? ReadableAddress.Format(site, place.Address) + place.Suffix
            : ((ResolvedLink.AsWritten)link).Target;
        var note = _notes.Find(n => n.Address == address);
        if (note is null)
            _notes.Add(note = new(_notes.Count + 1, address));
        return $"<sup class=\"link-note\">{note.Number}</sup>";
    }

    /// <summary>True if the link leads to a heading that the handout also contains.</summary>
    private bool IsHere(ResolvedLink link) =>
        link is ResolvedLink.Internal { IsSamePage: true } && body.HasId(FragmentOf(link));

    /// <summary>
    /// The pack part that a link leads to. If this handout leaves the target out, it is on the workshop's other
    /// handout.
    /// </summary>
    private string? PartOf(ResolvedLink link)
    {
        if (link is not ResolvedLink.Internal place || !parts.TryGetValue(place.Address.Href, out var part))
            return null;
        if (!place.IsSamePage)
            return part;
        var holding = HandoutFactory
            .InPack.Where(a => workshop.Workshop.Page.Handouts!.For(a).HasId(FragmentOf(link)))
            .Select(a => $"{parts[workshop.Sheet(a).Href]}:{FragmentOf(link)}");
        return holding.FirstOrDefault(part);
    }

    private static string FragmentOf(ResolvedLink link) =>
        Uri.UnescapeDataString(((ResolvedLink.Internal)link).Suffix.TrimStart('#'));

    private string Href(ResolvedLink link) =>
        link is ResolvedLink.Internal place ? root + place.Address.Href + place.Suffix : LinkText.Href(link, root);

    private readonly record struct SourcePlace(int Start, LinkForm Form);
}
