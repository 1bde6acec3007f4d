using KnowledgeSite.Diagnostics;
using KnowledgeSite.Documents;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel.Maps;

namespace KnowledgeSite.SiteModel;

/// <summary>A page that no author wrote.</summary>
/// <param name="Ids">The ids on the page that links may lead to.</param>
/// <param name="Source">The file from which the page is generated; null for a page about the site itself.</param>
internal sealed record GeneratedPage(SitePath Address, IReadOnlyCollection<string> Ids, SourcePath? Source = null);

/// <summary>
/// Collects the pages that no author wrote. An author's page with the address of a page about the site itself replaces
/// the generated one.
/// </summary>
internal static class GeneratedPages
{
    public static readonly SitePath Review = new("/review/");

    public static readonly SitePath Health = new("/health/");

    public static readonly SitePath Map = new("/map/");

    public static readonly SitePath Search = new("/search/");

    /// <summary>The page that compares levels of two ladders, or two roles.</summary>
    public static readonly SitePath Comparison = new("/compare/");

    /// <summary>The page that shows the notes of several people side by side, if there is a ladder.</summary>
    public static readonly SitePath Team = new("/team/");

    /// <summary>True if there are two ladders or two roles to compare.</summary>
    public static bool HasComparison(IReadOnlyList<LadderUrls> ladders) =>
        ladders.Count > 1 || ladders.Sum(l => l.Ladder.Roles.Count) > 1;

    /// <summary>
    /// True if the address is a built-in page. The pages of the glossary and the sources exist only if there are terms
    /// and sources.
    /// </summary>
    public static bool Contains(SitePath address) =>
        address == Review
        || address == Health
        || address == Map
        || address == Search
        || address == Comparison
        || address == Team
        || address == Tag.IndexAddress
        || address == Glossary.Address
        || address == CitedWorks.Address;

    /// <summary>
    /// The pages generated from ladders, workshops, folders and templates. They move together with their source.
    /// </summary>
    public static IEnumerable<GeneratedPage> Collect(
        IReadOnlyList<LadderUrls> ladders,
        IReadOnlyList<WorkshopUrls> workshops,
        IReadOnlyList<FolderPack> packs,
        IReadOnlyList<SiteDocument> documents
    ) =>
        [
            .. ladders.SelectMany(l => l.GeneratedPages.Select(p => p with { Source = l.Ladder.File.Source.Path })),
            .. workshops.SelectMany(w => w.GeneratedAddresses.Select(a => new GeneratedPage(a, [], w.Page.Path))),
            .. packs.Select(p => new GeneratedPage(p.Address, [], p.Source)),
            .. documents.Select(d => new GeneratedPage(d.Address, d.Page.Content.Body.Ids, d.Template.Path)),
        ];

    /// <summary>The pages about the site itself.</summary>
    public static IEnumerable<GeneratedPage> Collect(
        IReadOnlyList<Tag> tags,
        IReadOnlyDictionary<SourcePath, SiteFolder> folders,
        IReadOnlyList<LadderUrls> ladders
    ) =>
        tags.Select(t => t.Address)
            .Concat(HasComparison(ladders) ? [Comparison] : [])
            .Concat(ladders.Count > 0 ? [Team] : [])
            .Append(Tag.IndexAddress)
            .Append(Review)
            .Append(Health)
            .Concat(folders.Values.Select(SiteMaps.AddressOf).OfType<SitePath>())
            .Select(a => new GeneratedPage(a, []));

    /// <summary>The pages of terms and sources, which exist only if there are any.</summary>
    public static IEnumerable<GeneratedPage> Collect(IReadOnlyList<Term> terms, CitedWorks works)
    {
        if (terms.Count > 0)
            yield return new(Glossary.Address, []);
        if (works.Page is { } list)
            yield return new(list.Address, [.. works.Works.Select(w => w.Id.Value)], list.Path);
    }

    /// <summary>Reports pages of authors that have the address of a page that is generated from another file.</summary>
    public static void ReportConflicts(
        IEnumerable<GeneratedPage> generated,
        PageTable pages,
        IReadOnlyDictionary<SourcePath, SiteFolder> folders,
        DiagnosticBag diagnostics
    )
    {
        var sources = generated
            .Where(g => g.Source is not null)
            .DistinctBy(g => g.Address)
            .ToDictionary(g => g.Address, g => g.Source!);
        foreach (var page in sources.Keys.Select(pages.At).OfType<SitePage>())
            diagnostics.Add(
                Diagnostic.At(
                    LinkRules.SameAddress,
                    page.Path,
                    $"a page generated from '{sources[page.Address]}'",
                    page.Address
                )
            );
        if (sources.Count == 0)
            return;
        foreach (
            var folder in folders
                .Values.Where(f => f.Page is null && sources.ContainsKey(f.Address))
                .OrderBy(f => f.Path)
        )
            diagnostics.Add(
                Diagnostic.At(
                    LinkRules.FolderAddressTaken,
                    folder.Path,
                    folder.Path,
                    folder.Address,
                    sources[folder.Address]
                )
            );
    }
}
