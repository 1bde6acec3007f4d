using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Collects the terms of all glossaries and finds them in the text of all pages. Each page is read once, regardless of
/// the number of terms.
/// </summary>
internal sealed class GlossaryBuilder(IReadOnlyList<SitePage> pages, DiagnosticBag diagnostics)
{
    private readonly TermNames _names = new();
    private readonly SuggestionIndex _similar = new(
        pages.SelectMany(p => p.Content.Terms).SelectMany(t => t.Names).Select(n => n.Value)
    );

    /// <summary>The terms sorted by page, then alphabetically.</summary>
    public IReadOnlyList<Term> Terms { get; } =
    [
        .. pages
            .Where(p => p.Content.Terms.Count > 0)
            .SelectMany(p => p.Content.Terms.Select(t => (Page: p, Term: t)))
            .Select((t, i) => new Term(t.Term, t.Page, i)),
    ];

    /// <param name="links">The resolved links of each page.</param>
    public Glossary Build(LinkTable links, CancellationToken cancellation)
    {
        if (Terms.Count == 0)
            return Glossary.Empty;
        RegisterNames();
        var places = Terms
            .Where(t => t.Id.Length > 0)
            .DistinctBy(t => (t.Address, t.Suffix))
            .ToDictionary(t => (t.Address, t.Suffix), t => t.Number);
        var undefined = Terms.Where(t => t.Written.Definition is null).Select(t => t.Number).ToList();
        var (found, used) = (new IReadOnlyList<TermLink>[pages.Count], new IReadOnlyList<int>[pages.Count]);
        var finders = new ThreadLocal<TermFinder>(() => new(_names));
        EachDocument.Run(
            pages,
            (i, page) =>
            {
                var byHand = links[page.Path]
                    .OfType<ResolvedLink.Internal>()
                    .Where(l => places.ContainsKey((l.Address, l.Suffix)))
                    .Select(l => places[(l.Address, l.Suffix)])
                    .ToHashSet();
                found[i] = IsLinked(page)
                    ? finders.Value!.Find(page.Content.Body.Html.Utf8, [.. byHand, .. undefined], Never(page))
                    : [];
                used[i] =
                    page.Content.FrontMatter.Kind == PageKind.Glossary
                        ? []
                        : [.. found[i].Select(l => l.Term).Concat(byHand).Distinct().Order()];
            },
            cancellation
        );
        return new(Terms, Collect(found), Collect(used));
    }

    private static bool IsLinked(SitePage page) =>
        page.Content.FrontMatter is { Kind: not PageKind.Glossary, Glossary.IsLinked: true };

    private Dictionary<SitePage, IReadOnlyList<T>> Collect<T>(IReadOnlyList<T>[] values) =>
        Enumerable.Range(0, pages.Count).Where(i => values[i].Count > 0).ToDictionary(i => pages[i], i => values[i]);

    /// <summary>
    /// Registers all names. Names that are never linked come first, so that they do not link to their own term either.
    /// If two terms share a name, the first in its file wins.
    /// </summary>
    private void RegisterNames()
    {
        foreach (var word in Terms.SelectMany(t => t.Written.NotLinked))
            _names.Add(word.Value, TermNames.NoTerm);
        foreach (var term in Terms.OrderBy(t => t.Page.Path).ThenBy(t => t.Written.Name.Span.Start))
        foreach (var name in term.Written.Names)
        {
            if (
                _names.Add(name.Value, term.Number) is not { } taken
                || taken == term.Number
                || taken == TermNames.NoTerm
            )
                continue;
            diagnostics.Add(
                Diagnostic.At(
                    GlossaryRules.SameName,
                    term.Page.Content.Source,
                    name.Span,
                    name.Value,
                    Terms[taken].Title,
                    Place(Terms[taken])
                )
            );
        }
    }

    private static string Place(Term term) =>
        $"'{term.Page.Path}', line {term.Page.Content.Source.Text!.PositionAt(term.Written.Name.Span.Start).Line}";

    private List<int> Never(SitePage page)
    {
        var never = new List<int>();
        foreach (var word in page.Content.FrontMatter.Glossary.Never)
        {
            if (_names.Find(word.Value) is > 0 and var node)
                never.Add(node);
            else
                diagnostics.Add(
                    Diagnostic.At(
                        GlossaryRules.UnknownNever,
                        page.Content.Source,
                        word.Span,
                        word.Value,
                        _similar.DidYouMean(word.Value, "Correct it, or remove it.")
                    )
                );
        }

        return never;
    }
}
