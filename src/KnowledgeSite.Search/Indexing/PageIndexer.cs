using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Indexing;

/// <summary>
/// Reads the words of a run of pages. Word and section numbers are local to the run; each run is read by one thread.
/// </summary>
internal sealed class PageIndexer
{
    private readonly SectionReader _reader = new();
    private readonly SectionWords _section;
    private readonly List<int> _nameWords = [];
    private readonly char[] _word = new char[SearchWordReader.BufferSize];

    public PageIndexer() => _section = new(Words);

    private WordNumbers Words { get; } = new();

    private RunPostings Postings { get; } = new();

    private List<SearchPage> Pages { get; } = [];

    private List<GivenName> Names { get; } = [];

    private AbbreviationFinder Abbreviations { get; } = new();

    /// <summary>What was read so far.</summary>
    public IndexRun Run => new(Words.Words, Postings, Pages, Names, Abbreviations.Found);

    /// <param name="links">The resolved links of the page's source.</param>
    public void Add(SearchPage page, IReadOnlyList<ResolvedLink> links)
    {
        var sections = new List<SearchSection>();
        var first = Postings.SectionCount;
        if (page.Source is { } source)
            _reader.Begin(source.Content.Body);
        var hasText = page.Source is not null && _reader.MoveNext();
        foreach (var fact in page.GeneratedSections.Where(m => m.Anchor.Length == 0))
            _section.AddBody(fact.Text);
        if (page.SearchText is { } instead)
            _section.AddBody(instead);
        AddSection(
            page.SearchTitle ?? (page.SearchText is null ? page.Title : ""),
            hasText && _reader.Anchor.Length == 0 ? _reader.Text : default,
            sections,
            "",
            page.Address.Value,
            page.Source?.Content.FrontMatter.Description
        );
        foreach (var made in page.GeneratedSections.Where(m => m.Anchor.Length > 0))
            AddSection(made.Heading, made.Text, sections, made.Anchor, null, null);
        if (hasText && _reader.Anchor.Length == 0)
        {
            TakeNames(page.Source!, links);
            hasText = _reader.MoveNext();
        }

        for (; hasText; hasText = _reader.MoveNext())
        {
            AddSection(_reader.Heading, _reader.Text, sections, _reader.Anchor, null, null);
            // The ids of terms are their short forms, such as "auc"; the sections of all roles have the same ids, such
            // as "kpis", whatever their headings.
            if (page.Source!.Content.FrontMatter.Kind is PageKind.Glossary or PageKind.Role)
                AddName(page.Address, $"#{_reader.Anchor}", _reader.Anchor, links: 1);
            TakeNames(page.Source!, links);
        }

        Pages.Add(page with { FirstSection = first, Sections = sections });
    }

    /// <param name="suffix">Query and fragment of the link.</param>
    /// <param name="links">The weight, in number of links.</param>
    /// <param name="isAlias">True for a name that is not the text of a link.</param>
    public void AddName(SitePath page, string suffix, ReadOnlySpan<char> name, int links, bool isAlias = false)
    {
        _nameWords.Clear();
        for (var reader = new SearchWordReader(name, _word); reader.MoveNext(); )
            _nameWords.Add(Words.Get(reader.Word));
        if (_nameWords.Count > 0)
            Names.Add(new(page, suffix, links, [.. _nameWords], isAlias));
    }

    private void AddSection(
        ReadOnlySpan<char> heading,
        ReadOnlySpan<char> text,
        List<SearchSection> sections,
        string anchor,
        string? path,
        string? description
    )
    {
        _section.AddHeading(heading);
        // The summary says in the author's words what the page answers, so its words count twice.
        if (description is not null)
        {
            _section.AddBody(description);
            _section.AddBody(description);
        }

        _section.AddBody(text);
        if (path is not null)
            _section.AddPath(path);
        _section.MoveTo(Postings);
        Abbreviations.Read(heading);
        Abbreviations.Read(text);
        sections.Add(new(anchor, anchor.Length == 0 ? "" : heading.Trim().ToString()));
    }

    /// <summary>Adds the text of each link as a name of its target.</summary>
    private void TakeNames(SitePage page, IReadOnlyList<ResolvedLink> links)
    {
        foreach (var link in _reader.Links)
        {
            if (page.Content.Body.Links[link.Link].Form == LinkForm.Image)
                continue;
            if (links[link.Link] is ResolvedLink.Internal { IsSamePage: false, Address.IsPage: true } target)
                AddName(target.Address, target.Suffix, _reader.TextOf(link), links: 1);
        }
    }
}

/// <summary>What was read of a run of pages. Word and section numbers are local to the run.</summary>
/// <param name="Words">The words by number.</param>
internal sealed record IndexRun(
    IReadOnlyList<string> Words,
    RunPostings Postings,
    IReadOnlyList<SearchPage> Pages,
    IReadOnlyList<GivenName> Names,
    IReadOnlyList<FoundAbbreviation> Abbreviations
);
