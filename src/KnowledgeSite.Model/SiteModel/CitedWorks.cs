using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>The works of the bibliography, and the pages that cite each. Empty without a bibliography.</summary>
public sealed class CitedWorks
{
    internal static readonly SitePath Address = new("/sources/");

    internal static readonly CitedWorks None = new(null, [], [], lacksPages: false, new DiagnosticBag());

    private readonly Dictionary<string, Work> _byId;
    private readonly ILookup<string, SitePage> _citing;

    /// <param name="written">All parsed pages, including unpublished ones: a work that such a page cites is not
    /// reported as unused.</param>
    /// <param name="lacksPages">True if a page could not be read. It may cite any work, so none is reported as unused.
    /// </param>
    internal CitedWorks(
        Bibliography? bibliography,
        IReadOnlyList<SitePage> pages,
        IReadOnlyList<Page> written,
        bool lacksPages,
        DiagnosticBag diagnostics
    )
    {
        Works = bibliography?.Works ?? [];
        Page = bibliography is null ? null : new(bibliography.Page, Address, SourcePath.Root, false);
        _byId = Works.ToDictionary(w => w.Id.Value, StringComparer.Ordinal);
        _citing = (bibliography is null ? [] : pages)
            .SelectMany(p => IdsIn(p.Content).Distinct(StringComparer.Ordinal).Select(id => (id, p)))
            .ToLookup(c => c.id, c => c.p, StringComparer.Ordinal);
        if (bibliography is not null)
            Report(bibliography, written, lacksPages, diagnostics);
    }

    /// <summary>The works in the order of the sources page.</summary>
    public IReadOnlyList<Work> Works { get; }

    /// <summary>
    /// The page that lists all works. It is not part of <see cref="Site.Pages"/>, because no author wrote it.
    /// </summary>
    public SitePage? Page { get; }

    internal Work? this[string id] => _byId.GetValueOrDefault(id);

    /// <summary>The pages that cite the work in their text or list it under <c>sources:</c>, sorted by path.</summary>
    public IEnumerable<SitePage> PagesCiting(Work work) => _citing[work.Id.Value].OrderBy(p => p.Path);

    /// <summary>The works that a page lists under <c>sources:</c>.</summary>
    public IEnumerable<Work> NamedBy(SitePage page) =>
        page.Content.FrontMatter.Sources.Select(s => this[s.Value]).OfType<Work>().Distinct();

    /// <summary>The ids of all works that a page cites or lists under <c>sources:</c>.</summary>
    public static IEnumerable<string> IdsIn(Page page) =>
        page.FrontMatter.Sources.Concat(page.Body.Citations.Select(c => c.Source)).Select(s => s.Value);

    private void Report(
        Bibliography bibliography,
        IReadOnlyList<Page> written,
        bool lacksPages,
        DiagnosticBag diagnostics
    )
    {
        var similar = new SuggestionIndex(_byId.Keys);
        foreach (var page in written)
        foreach (
            var source in page
                .FrontMatter.Sources.Concat(page.Body.Citations.Select(c => c.Source))
                .Where(s => !_byId.ContainsKey(s.Value))
        )
            diagnostics.Add(
                Diagnostic.At(
                    CitationRules.UnknownSource,
                    page.Source,
                    source.Span,
                    source.Value,
                    similar.DidYouMean(source.Value, "Correct the id, or add the source there.")
                )
            );

        if (lacksPages)
            return;
        var cited = written.SelectMany(IdsIn).ToHashSet(StringComparer.Ordinal);
        foreach (var work in Works.Where(w => !cited.Contains(w.Id.Value)))
            diagnostics.Add(
                Diagnostic.At(CitationRules.UnusedSource, bibliography.Page.Source, work.Id.Span, work.Id.Value)
            );
    }
}
