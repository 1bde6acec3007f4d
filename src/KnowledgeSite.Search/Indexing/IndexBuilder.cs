using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Indexing;

/// <summary>
/// Builds the index of a site. The pages are read in parallel runs, one per processor, and the runs are then
/// concatenated.
/// </summary>
internal static class IndexBuilder
{
    /// <summary>
    /// If a word occurs in the text of more sections than this, only its postings with the highest term frequencies are
    /// kept.
    /// </summary>
    public const int MaxSections = 1000;

    /// <exception cref="OperationCanceledException">The index is no longer needed.</exception>
    public static SearchIndex Build(Site site, CancellationToken cancellation = default)
    {
        var pages = IndexablePages.Collect(site);
        var runs = ReadRuns(site, pages, cancellation);
        cancellation.ThrowIfCancellationRequested();
        foreach (var (address, name, worth) in IndexablePages.NamesOf(site))
            runs[0].AddName(address, "", name, worth);
        var (all, pageOfSection) = JoinPages(runs);
        return new(
            all,
            pageOfSection,
            JoinWords(runs, all, pageOfSection),
            AbbreviationFinder.Join(runs.Select(r => r.Abbreviations))
        )
        {
            Ladders = SearchLadder.Collect(site, all),
            Templates = SearchTemplate.Collect(site),
            Roles = SearchRole.Collect(site, all),
            Language = site.Settings.Language,
            Report = ReportUrl(site),
        };
    }

    /// <summary>A new issue, or a message to who owns the home page or has a contact at all.</summary>
    private static string? ReportUrl(Site site)
    {
        if (site.Settings.SourceHost is { } host)
            return host.NewIssue("{subject}", "{body}");
        var owner = site.Pages.FirstOrDefault(p => p.Address == SitePath.Home)?.Content.FrontMatter.Owner;
        var contact =
            site.Settings.Contacts.GetValueOrDefault(owner ?? "") ?? site.Settings.Contacts.Values.FirstOrDefault();
        return contact?.StartsWith("mailto:", StringComparison.Ordinal) == true
            ? $"{contact}?subject={{subject}}&body={{body}}"
            : contact;
    }

    private static PageIndexer[] ReadRuns(Site site, IReadOnlyList<SearchPage> pages, CancellationToken cancellation)
    {
        var runs = new PageIndexer[Math.Clamp(pages.Count / 64, 1, Environment.ProcessorCount)];
        Parallel.For(
            0,
            runs.Length,
            new ParallelOptions { CancellationToken = cancellation },
            run =>
            {
                var indexer = runs[run] = new PageIndexer();
                for (var i = pages.Count * run / runs.Length; i < pages.Count * (run + 1) / runs.Length; i++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    indexer.Add(pages[i], pages[i].Source is { } source ? site.Links[source.Path] : []);
                }
            }
        );
        return runs;
    }

    private static (SearchPage[] Pages, int[] PageOfSection) JoinPages(PageIndexer[] runs)
    {
        var pages = new SearchPage[runs.Sum(r => r.Pages.Count)];
        var pageOfSection = new int[runs.Sum(r => r.Postings.SectionCount)];
        var page = 0;
        var offset = 0;
        foreach (var run in runs)
        {
            foreach (var read in run.Pages)
            {
                pages[page] = read with { FirstSection = offset + read.FirstSection };
                pageOfSection.AsSpan(offset + read.FirstSection, read.Sections.Count).Fill(page++);
            }

            offset += run.Postings.SectionCount;
        }

        return (pages, pageOfSection);
    }

    private static WordPostings[] JoinWords(PageIndexer[] runs, SearchPage[] pages, int[] pageOfSection)
    {
        // Number the words by first appearance: frequent words usually appear early, so most of the work stays within a
        // small, cached part of the tables.
        var words = new WordNumbers();
        var numbers = Array.ConvertAll(runs, run => run.Words.Words.Select(w => words.Get(w)).ToArray());
        var names = new NamePostings(pages);
        for (var run = 0; run < runs.Length; run++)
        {
            foreach (var name in runs[run].Names)
                names.Add(name, numbers[run]);
        }

        var joined = new WordJoiner(runs, numbers, names.ByWord(words.Words.Count), pageOfSection)
            .Join(words.Words)
            .ToArray();
        Array.Sort(joined, (a, b) => string.CompareOrdinal(a.Word, b.Word));
        return joined;
    }
}
