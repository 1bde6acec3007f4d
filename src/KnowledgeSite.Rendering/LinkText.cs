using System.Buffers;
using System.Security;
using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Writes the text of a page with its links filled in: as HTML for readers, and as Markdown for machines.
/// </summary>
internal static class LinkText
{
    /// <summary>Writes the whole text of a page, with automatic links to terms at their first use.</summary>
    /// <param name="more">Slots for <paramref name="fill"/>, sorted by position.</param>
    /// <param name="fill">Returns the HTML for such a slot.</param>
    public static void WriteHtml(
        Site site,
        SitePage page,
        IBufferWriter<byte> output,
        IReadOnlyList<BodySlot>? more = null,
        Func<BodySlot, string>? fill = null
    )
    {
        var terms = site.Glossary.LinksOn(page);
        var html =
            terms.Count == 0
                ? page.Content.Body.Html
                : page.Content.Body.Html.With([
                    .. terms.SelectMany(t =>
                        new[]
                        {
                            new BodySlot(t.Start, t.Term, SlotContent.TermStart),
                            new BodySlot(t.End, t.Term, SlotContent.TermEnd),
                        }
                    ),
                ]);
        WriteHtml(site, page, html.With(more ?? []), FrameFactory.RootFrom(page.Address), output, fill);
    }

    /// <summary>
    /// Writes part of a page's HTML for a page from which <paramref name="root"/> leads to the site's root.
    /// </summary>
    public static void WriteHtml(
        Site site,
        SitePage page,
        BodyHtml html,
        string root,
        IBufferWriter<byte> output,
        Func<BodySlot, string>? fill = null
    )
    {
        if (!html.Slots.Any(s => s.Content is SlotContent.Include or SlotContent.Embed))
        {
            WriteHtml(site, page, html, root, null, output, fill);
            return;
        }

        var included = new IncludedHtml(site, root);
        var text = new ArrayBufferWriter<byte>();
        WriteHtml(site, page, html, root, included, text, fill);
        Encoding.UTF8.GetBytes(included.Notes.Merge(Encoding.UTF8.GetString(text.WrittenSpan)), output);
    }

    private static void WriteHtml(
        Site site,
        SitePage page,
        BodyHtml html,
        string root,
        IncludedHtml? included,
        IBufferWriter<byte> output,
        Func<BodySlot, string>? fill
    )
    {
        var links = site.Links[page.Path];
        html.WriteTo(
            output,
            slot =>
                slot.Content switch
                {
                    SlotContent.Title => SecurityElement.Escape(
                        TitleOf(links[slot.Link], page.Content.Body.Links[slot.Link])
                    ),
                    SlotContent.Uses when page == site.Works.Page => new UsesText(root).Render(
                        "Cited",
                        site.Works.PagesCiting(site.Works.Works[slot.Link])
                    ),
                    SlotContent.Include => included!.Render(page, slot.Link),
                    SlotContent.Embed => included!.EmbedOf(page, slot.Link),
                    SlotContent.Source => CitationHtml.Render(site.Works, page.Content.Body.Citations[slot.Link], root),
                    SlotContent.Uses => new UsesText(root).Render(
                        "Used",
                        site.Glossary.PagesUsing(site.Glossary.TermOf(page, slot.Link))
                    ),
                    SlotContent.TermStart => TermStart(site.Glossary.Terms[slot.Link], root),
                    SlotContent.TermEnd => "</a>",
                    SlotContent.Text => fill!(slot),
                    _ => SecurityElement.Escape(Href(links[slot.Link], root)),
                }
        );
    }

    private static string TermStart(Term term, string root) =>
        $"<a class=\"term\" href=\"{SecurityElement.Escape(TermPages.Href(term, root))}\" "
        + $"aria-describedby=\"{SecurityElement.Escape(TermPages.IdOf(term))}\">";

    /// <summary>
    /// Writes the page's Markdown without its front matter, with the title as the first heading; links lead to the
    /// Markdown of other pages.
    /// </summary>
    public static void WriteMarkdown(Site site, SitePage page, IBufferWriter<byte> output)
    {
        var body = page.Content.Body;
        var text = page.Content.Source.Text!.Value.AsMemory();
        var root = FrameFactory.RootFrom(page.Address);
        if (body.Title is null && !body.HoldsTitle)
            Encoding.UTF8.GetBytes($"# {page.Title}\n\n", output);

        var done = body.MarkdownStart;
        foreach (
            var (span, replacement) in ReplacementsIn(body, site.Links[page.Path], root).OrderBy(r => r.Span.Start)
        )
        {
            if (span.Start < done)
                continue;
            Encoding.UTF8.GetBytes(text.Span[done..span.Start], output);
            Encoding.UTF8.GetBytes(replacement, output);
            done = span.End;
        }

        Encoding.UTF8.GetBytes(text.Span[done..].TrimEnd(), output);
        output.Write("\n"u8);
    }

    /// <summary>The replacements of links and comments in the Markdown of a page.</summary>
    private static IEnumerable<(SourceSpan Span, string Text)> ReplacementsIn(
        PageBody body,
        IReadOnlyList<ResolvedLink> links,
        string root
    )
    {
        foreach (var comment in body.Comments)
            yield return (comment, "");
        foreach (var (link, resolved) in body.Links.Zip(links))
        {
            if (resolved is not ResolvedLink.Internal target)
                continue;
            var href = MarkdownHref(target, root);
            var isImage = link.Form == LinkForm.Include && MediaFile.KindOf(target.Address) == MediaKind.Image;
            var words = isImage ? $"![{link.Label}]" : $"[{TitleOf(target, link)}]";
            yield return (link.Span, link.Form is LinkForm.Wiki or LinkForm.Include ? $"{words}({href})" : href);
        }
    }

    internal static string TitleOf(ResolvedLink link, PageLink written) =>
        written.Label ?? (link is ResolvedLink.Internal target ? target.Title : written.Target);

    internal static string Href(ResolvedLink link, string root) =>
        link switch
        {
            ResolvedLink.Internal { IsSamePage: true, Suffix: "" } => "#",
            ResolvedLink.Internal { IsSamePage: true } target => target.Suffix,
            ResolvedLink.Internal target => (root + target.Address.Href is { Length: > 0 } href ? href : "./")
                + target.Suffix,
            ResolvedLink.AsWritten written => written.Target,
            _ => throw new InvalidOperationException($"A link of an unknown kind: {link}"),
        };

    private static string MarkdownHref(ResolvedLink.Internal target, string root)
    {
        if (target.IsSamePage)
            return target.Suffix.Length == 0 ? "#" : target.Suffix;
        return root + target.Address.Href + (target.Address.IsPage ? "index.md" : "") + target.Suffix;
    }
}
