using System.Buffers;
using System.Security;
using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Writes the text of a page with its links filled in: as HTML for readers, and as Markdown for machines.
/// </summary>
internal static class LinkText
{
    /// <summary>Writes the whole text of a page, with automatic links to terms at their first use.</summary>
    /// <param name="change">Changes the text, for a page that shows more than its author wrote.</param>
    public static void WriteHtml(
        Site site,
        SitePage page,
        IBufferWriter<byte> output,
        Action<HtmlRewriter>? change = null
    )
    {
        var terms = site.Glossary.LinksOn(page);
        var root = FrameFactory.RootFrom(page.Address);
        if (terms.Count > 0)
            change = LinkTerms + change;
        WriteHtml(site, page, page.Content.Body.Html, root, output, change);

        void LinkTerms(HtmlRewriter text)
        {
            foreach (var link in terms)
                text.Wrap(link.Start, link.End, TermStart(site.Glossary.Terms[link.Term], root), "</a>");
        }
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
        Action<HtmlRewriter>? change = null
    )
    {
        var included = html.Slots.Any(s => s.Content is SlotContent.Include or SlotContent.Embed)
            ? new IncludedHtml(site, root)
            : null;
        var text = new HtmlRewriter(html);
        PageImages.AddSizes(text, site, root, link => site.Links[page][link]);
        change?.Invoke(text);
        if (included is null)
            text.WriteTo(output, FillSlot);
        else
            Encoding.UTF8.GetBytes(included.Write(page, text, FillSlot), output);

        string FillSlot(BodySlot slot) => Fill(site, page, slot, root, included);
    }

    /// <summary>The content of a slot of a page, escaped for HTML.</summary>
    /// <param name="included">Null if the page includes nothing.</param>
    /// <param name="isElsewhere">True if another page shows the text, so that links to the page itself lead
    /// there.</param>
    public static string Fill(
        Site site,
        SitePage page,
        BodySlot slot,
        string root,
        IncludedHtml? included,
        bool isElsewhere = false
    )
    {
        var body = page.Content.Body;
        var links = site.Links[page];
        return slot.Content switch
        {
            SlotContent.Title => SecurityElement.Escape(TitleOf(links[slot.Link], body.Links[slot.Link])),
            SlotContent.Uses when page == site.Works.Page => new UsesText(root, site.Settings.Text).Render(
                true,
                site.Works.PagesCiting(site.Works.Works[slot.Link])
            ),
            SlotContent.Include => included!.Render(page, slot.Link),
            SlotContent.Embed => included!.EmbedOf(page, slot.Link),
            SlotContent.Source => CitationHtml.Render(site.Works, body.Citations[slot.Link], root),
            SlotContent.Uses => new UsesText(root, site.Settings.Text).Render(
                false,
                site.Glossary.PagesUsing(site.Glossary.TermOf(page, slot.Link))
            ),
            _ => SecurityElement.Escape(Href(links[slot.Link], root, isElsewhere)),
        };
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
            var (span, replacement) in ReplacementsIn(page.Content, site.Links[page], root).OrderBy(r => r.Span.Start)
        )
        {
            if (span.Start < done)
                continue;
            Write(done, span.Start);
            Encoding.UTF8.GetBytes(replacement, output);
            done = span.End;
        }

        Write(done, text.Span.TrimEnd().Length);
        output.Write("\n"u8);

        void Write(int start, int end)
        {
            if (end <= start)
                return;
            var part = text.Span[start..end];
            Encoding.UTF8.GetBytes(
                ProtectedText.HasMarks(part) ? ProtectedText.RestoreAsMarkdown(part.ToString()) : part,
                output
            );
        }
    }

    /// <summary>The replacements of links, comments and code from files in the Markdown of a page.</summary>
    private static IEnumerable<(SourceSpan Span, string Text)> ReplacementsIn(
        Page page,
        IReadOnlyList<ResolvedLink> links,
        string root
    )
    {
        var body = page.Body;
        foreach (var code in page.CodeReferences)
            if (code.Markdown is { } markdown)
                yield return (code.Block, markdown);
        foreach (var comment in body.Comments)
            yield return (comment, "");
        foreach (var (link, resolved) in body.Links.Zip(links))
        {
            if (resolved is not ResolvedLink.Internal target)
                continue;
            var href = MarkdownHref(target, root);
            var isImage = link.Form == LinkForm.Include && MediaFile.KindOf(target.Address.Value) == MediaKind.Image;
            var words = isImage ? $"![{link.Label}]" : $"[{Escape(TitleOf(target, link))}]";
            yield return (link.Span, link.Form is LinkForm.Wiki or LinkForm.Include ? $"{words}({href})" : href);
        }
    }

    /// <summary>A text as Markdown, also within a table.</summary>
    private static string Escape(string text) => ProtectedText.RestoreAsMarkdown(ProtectedText.Protect(text));

    internal static string TitleOf(ResolvedLink link, PageLink written) =>
        written.Label ?? (link is ResolvedLink.Internal target ? target.Title : written.Target);

    /// <param name="isElsewhere">True if another page than that of the link shows it.</param>
    internal static string Href(ResolvedLink link, string root, bool isElsewhere = false) =>
        link switch
        {
            ResolvedLink.Internal { IsSamePage: true } target when !isElsewhere => target.Suffix is { Length: > 0 } id
                ? id
                : "#",
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
