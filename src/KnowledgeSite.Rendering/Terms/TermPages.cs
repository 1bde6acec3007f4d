using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Terms;

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
            frames.ForGenerated(
                Glossary.Address,
                "Glossary",
                "All terms of this site, each with the page that explains it."
            ),
            "Glossary",
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
