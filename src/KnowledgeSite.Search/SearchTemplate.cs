using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search;

/// <summary>A template of documents as readers name it.</summary>
/// <param name="Names">Its title and what else it is called, as words of the index.</param>
internal sealed record SearchTemplate(IReadOnlyList<string> Names)
{
    public static IReadOnlyList<SearchTemplate> Collect(Site site) =>
        [
            .. List(site)
                .Select(template => new SearchTemplate([
                    .. template
                        .Content.FrontMatter.AlsoCalled.Select(n => n.Value)
                        .Prepend(template.Title)
                        .Select(SearchLadder.WordsOf)
                        .Where(n => n.Length > 0)
                        .Distinct(),
                ])),
        ];

    public static IEnumerable<SitePage> List(Site site) => site.Documents.Select(d => d.Template).Distinct();
}

/// <summary>The documents that a template became for one ladder.</summary>
/// <param name="Levels">For each level, the page of the document; -1 if there is none. For a step, the level to which
/// it leads.</param>
/// <param name="Steps">For each document about a step: the numbers of its two levels and that of the page.</param>
internal sealed record SearchDocuments(IReadOnlyList<int> Levels, IReadOnlyList<(int From, int To, int Page)> Steps);

/// <summary>A role, and the documents about it.</summary>
/// <param name="Name">As words of the index.</param>
/// <param name="Pages">For each template, the page of its document; -1 if there is none.</param>
internal sealed record SearchRole(string Name, IReadOnlyList<int> Pages)
{
    public static IReadOnlyList<SearchRole> Collect(Site site, IReadOnlyList<SearchPage> pages)
    {
        var numbers = pages.Index().DistinctBy(p => p.Item.Address).ToDictionary(p => p.Item.Address, p => p.Index);
        return
        [
            .. from document in site.Documents
            where document.Role is not null
            group document by document.Role into documents
            select new SearchRole(
                SearchLadder.WordsOf(documents.Key.Title),
                [
                    .. SearchTemplate
                        .List(site)
                        .Select(template =>
                            documents.FirstOrDefault(d => d.Template == template) is { } document
                                ? numbers.GetValueOrDefault(document.Address, -1)
                                : -1
                        ),
                ]
            ),
        ];
    }
}
