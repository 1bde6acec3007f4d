using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>All terms of a site, and where its pages use them.</summary>
public sealed class Glossary
{
    /// <summary>Where a reader looks for it; a page is made there where no glossary of an author stands.</summary>
    public static readonly SitePath Address = new("/glossary/");

    public static readonly Glossary Empty = new(
        [],
        new Dictionary<SitePage, IReadOnlyList<TermLink>>(),
        new Dictionary<SitePage, IReadOnlyList<int>>()
    );

    private readonly IReadOnlyDictionary<SitePage, IReadOnlyList<TermLink>> _links;
    private readonly IReadOnlyDictionary<SitePage, IReadOnlyList<int>> _used;
    private readonly Dictionary<SourcePath, int> _first;
    private readonly Lazy<ILookup<int, SitePage>> _uses;

    internal Glossary(
        IReadOnlyList<Term> terms,
        IReadOnlyDictionary<SitePage, IReadOnlyList<TermLink>> links,
        IReadOnlyDictionary<SitePage, IReadOnlyList<int>> used
    )
    {
        (Terms, _links, _used) = (terms, links, used);
        _first = terms.GroupBy(t => t.Page.Path).ToDictionary(g => g.Key, g => g.First().Number);
        _uses = new(() =>
            used.SelectMany(p => p.Value.Select(t => (Term: t, Page: p.Key))).ToLookup(u => u.Term, u => u.Page)
        );
    }

    /// <summary>By page, then from A to Z.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The term that a page defines under this number.</summary>
    public Term TermOf(SitePage page, int number) => Terms[_first[page.Path] + number];

    /// <summary>What of a page's text is linked to terms by itself, in the order of the text.</summary>
    public IReadOnlyList<TermLink> LinksOn(SitePage page) => _links.GetValueOrDefault(page) ?? [];

    /// <summary>The terms that a page links to, by itself or by hand, in the order of their numbers.</summary>
    public IEnumerable<Term> TermsOn(SitePage page) => (_used.GetValueOrDefault(page) ?? []).Select(t => Terms[t]);

    /// <summary>The pages that link to a term, by itself or by hand, by path.</summary>
    public IEnumerable<SitePage> PagesUsing(Term term) => _uses.Value[term.Number].OrderBy(p => p.Path);
}
