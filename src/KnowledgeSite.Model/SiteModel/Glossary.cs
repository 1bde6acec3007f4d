using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>All terms of a site, and the pages that use them.</summary>
public sealed class Glossary
{
    /// <summary>The address of the glossary. A page is generated there unless an author wrote one.</summary>
    public static readonly SitePath Address = new("/glossary/");

    internal static readonly Glossary Empty = new(
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
        Terms = terms;
        _links = links;
        _used = used;
        _first = terms.GroupBy(t => t.Page.Path).ToDictionary(g => g.Key, g => g.First().Number);
        _uses = new(() =>
            used.SelectMany(p => p.Value.Select(t => (Term: t, Page: p.Key))).ToLookup(u => u.Term, u => u.Page)
        );
    }

    /// <summary>The terms sorted by page, then alphabetically.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The term that a page defines, by its index on that page.</summary>
    public Term TermOf(SitePage page, int number) => Terms[_first[page.Path] + number];

    /// <summary>The automatic links to terms in a page's text, in text order.</summary>
    public IReadOnlyList<TermLink> LinksOn(SitePage page) => _links.GetValueOrDefault(page) ?? [];

    /// <summary>The terms that a page links to, automatically or by hand, sorted by number.</summary>
    public IEnumerable<Term> TermsOn(SitePage page) => (_used.GetValueOrDefault(page) ?? []).Select(t => Terms[t]);

    /// <summary>The pages that link to a term, automatically or by hand, sorted by path.</summary>
    public IEnumerable<SitePage> PagesUsing(Term term) => _uses.Value[term.Number].OrderBy(p => p.Path);
}

/// <summary>A term of the site's glossary.</summary>
/// <param name="Page">The page that defines it.</param>
/// <param name="Number">The index among the terms of all glossaries.</param>
public sealed record Term(WrittenTerm Written, SitePage Page, int Number)
{
    internal string Id => Written.Id.Value;

    /// <summary>The heading as written.</summary>
    public string Title =>
        Written.Abbreviation is { } letters ? $"{Written.Name.Value} ({letters})" : Written.Name.Value;

    internal SitePath Address => Page.Address;

    /// <summary>The link fragment of the term, percent-encoded.</summary>
    public string Suffix => new LinkAddress("", null, Id).Suffix(Id);
}

/// <summary>A range of a page's text that is automatically linked to a term.</summary>
/// <param name="Start">Byte offset in the page's HTML.</param>
/// <param name="Term">The term's number.</param>
public readonly record struct TermLink(int Start, int End, int Term);
