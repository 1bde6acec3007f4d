using System.Security;
using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering;

/// <summary>The parts of pages that come from the glossary.</summary>
internal sealed class TermPages(Site site, FrameFactory frames)
{
    private const string NoLetter = "0–9";

    public IEnumerable<(SitePath Address, Func<PageView> View)> All =>
        site.Glossary.Terms.Count == 0 ? [] : [(Glossary.Address, Index)];

    /// <summary>The generated part of a glossary page; null for a page that defines no terms.</summary>
    public static GlossaryPart? PartOf(SitePage page) =>
        page.Content.Terms.Count == 0
            ? null
            : new(Letters(page.Content.Terms.Select(t => (t.Name.Value, "#" + t.Id.Value))));

    /// <summary>The definitions of the terms that the page links to.</summary>
    public IReadOnlyList<DefinitionView> On(SitePage page) =>
        [
            .. site
                .Glossary.TermsOn(page)
                .Where(t => t.Written.Definition is not null)
                .Select(t => View(t, FrameFactory.RootFrom(page.Address))),
        ];

    /// <summary>An id that no heading and no other term can have.</summary>
    public static string IdOf(Term term) =>
        "site:term-" + string.Concat(term.Id.Select(c => char.IsWhiteSpace(c) ? '-' : c));

    public static string Href(Term term, string root) => root + term.Address.Href + term.Suffix;

    private static DefinitionView View(Term term, string root) =>
        new(IdOf(term), term.Title, term.Written.Definition ?? "", Href(term, root));

    private GlossaryIndexView Index()
    {
        var root = FrameFactory.RootFrom(Glossary.Address);
        var terms = site
            .Glossary.Terms.OrderBy(t => t.Title, StringComparer.OrdinalIgnoreCase)
            .ThenBy(t => t.Number)
            .ToList();
        return new(
            frames.ForGenerated(Glossary.Address, site.Settings.Text.KindGlossary, site.Settings.Text.GlossaryAbout),
            site.Settings.Text.KindGlossary,
            Letters(terms.Select(t => (t.Title, "#" + IdOf(t)))),
            [.. terms.DistinctBy(IdOf).Select(t => View(t, root))]
        );
    }

    private static List<LetterLink> Letters(IEnumerable<(string Name, string Href)> terms) =>
        [
            .. terms
                .GroupBy(t => t.Name.Length > 0 && char.IsLetter(t.Name[0]) ? t.Name[..1].ToUpperInvariant() : NoLetter)
                .Select(g => new LetterLink(g.Key, g.First().Href)),
        ];
}

/// <summary>The definition of a term that a page links to, shown without leaving the page.</summary>
/// <param name="Id">The id of the definition on that page.</param>
/// <param name="Href">Relative to that page.</param>
public sealed record DefinitionView(string Id, string Title, string Definition, string Href);

/// <summary>On a glossary page, a letter and the first term that begins with it.</summary>
/// <param name="Href">Relative to that page.</param>
public sealed record LetterLink(string Letter, string Href);

/// <summary>The part of a glossary page that lists its letters.</summary>
public sealed record GlossaryPart(IReadOnlyList<LetterLink> Letters) : ArticlePart;

/// <summary>The generated index of all terms, for sites whose glossaries have other addresses.</summary>
public sealed record GlossaryIndexView(
    FrameView Frame,
    string Title,
    IReadOnlyList<LetterLink> Letters,
    IReadOnlyList<DefinitionView> Terms
) : PageView(Frame);

/// <summary>Lists the pages that use a term or cite a source: a few in a line, more in a collapsible list.</summary>
/// <param name="root">The relative path from the page that shows it to the site's root.</param>
internal sealed class UsesText(string root, UiStrings text)
{
    /// <summary>The place of the links in a text.</summary>
    private const string Slot = "\uFFFC";

    private const int MaxInLine = 3;
    private const int MaxInList = 50;

    /// <param name="isCited">True for a source, which pages cite; false for a term, which they use.</param>
    public string Render(bool isCited, IEnumerable<SitePage> users)
    {
        var pages = users.OrderBy(p => p.Title, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Path).ToList();
        if (pages.Count == 0)
            return "";
        if (pages.Count <= MaxInLine)
        {
            var sentence = SecurityElement.Escape(isCited ? text.CitedOn(Slot) : text.UsedOn(Slot));
            var links = string.Join(text.ListSeparator, pages.Select(Link));
            return $"<p class=\"uses\">{sentence.Replace(Slot, links, StringComparison.Ordinal)}</p>\n";
        }

        var html = new StringBuilder(
            $"<details class=\"uses\"><summary>"
                + SecurityElement.Escape(isCited ? text.CitedOnPages(pages.Count) : text.UsedOnPages(pages.Count))
                + "</summary>\n<ul>\n"
        );
        foreach (var page in pages.Take(MaxInList))
            html.Append("<li>").Append(Link(page)).Append("</li>\n");
        if (pages.Count > MaxInList)
            html.Append($"<li>{SecurityElement.Escape(text.AndMoreItem(pages.Count - MaxInList))}</li>\n");
        return html.Append("</ul></details>\n").ToString();
    }

    private string Link(SitePage page) =>
        "<a "
        + $"href=\"{SecurityElement.Escape(root + page.Address.Href is { Length: > 0 } href ? href : "./")}\">"
        + $"{SecurityElement.Escape(page.Title)}</a>";
}
