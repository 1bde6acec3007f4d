using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search.Indexing;

/// <summary>Reads the words of a run of pages. Its numbers of words and of sections are its own: each run is read by one thread.</summary>
internal sealed class PageIndexer
{
    private readonly SectionReader _reader = new();
    private readonly SectionWords _section;

    public PageIndexer() => _section = new(Words);

    public WordNumbers Words { get; } = new();

    public RunPostings Postings { get; } = new();

    /// <summary>Their sections are numbered within the run.</summary>
    public List<SearchPage> Pages { get; } = [];

    public List<GivenName> Names { get; } = [];

    public AbbreviationFinder Abbreviations { get; } = new();

    /// <param name="links">What the links of its source lead to.</param>
    public void Add(SearchPage page, IReadOnlyList<ResolvedLink> links)
    {
        var sections = new List<SearchSection>();
        var first = Postings.SectionCount;
        if (page.Source is { } source) _reader.Begin(source.Content.Body);
        var hasText = page.Source is not null && _reader.MoveNext();
        foreach (var fact in page.Made.Where(m => m.Anchor.Length == 0)) _section.AddBody(fact.Text);
        AddSection(page.Title, hasText && _reader.Anchor.Length == 0 ? _reader.Text : default, sections, "", page.Address.Value, page.Source?.Content.FrontMatter.Description);
        foreach (var made in page.Made.Where(m => m.Anchor.Length > 0)) AddSection(made.Heading, made.Text, sections, made.Anchor, null, null);
        if (hasText && _reader.Anchor.Length == 0)
        {
            TakeNames(page.Source!, links);
            hasText = _reader.MoveNext();
        }

        for (; hasText; hasText = _reader.MoveNext())
        {
            AddSection(_reader.Heading, _reader.Text, sections, _reader.Anchor, null, null);
            TakeNames(page.Source!, links);
        }

        Pages.Add(page with { FirstSection = first, Sections = sections });
    }

    private void AddSection(ReadOnlySpan<char> heading, ReadOnlySpan<char> text, List<SearchSection> sections, string anchor, string? path, string? description)
    {
        _section.AddHeading(heading);
        if (description is not null) _section.AddBody(description);
        _section.AddBody(text);
        if (path is not null) _section.AddPath(path);
        _section.MoveTo(Postings);
        Abbreviations.Read(heading);
        Abbreviations.Read(text);
        sections.Add(new(anchor, anchor.Length == 0 ? "" : heading.Trim().ToString()));
    }

    /// <summary>What a page calls another is a name of that other.</summary>
    private void TakeNames(SitePage page, IReadOnlyList<ResolvedLink> links)
    {
        foreach (var (number, text) in _reader.Links)
        {
            if (page.Content.Body.Links[number].Form == LinkForm.Image || text.AsSpan().IsWhiteSpace()) continue;
            if (links[number] is ResolvedLink.Internal { IsSamePage: false, Address.IsPage: true } target) Names.Add(new(target.Address, target.Suffix, text));
        }
    }
}
