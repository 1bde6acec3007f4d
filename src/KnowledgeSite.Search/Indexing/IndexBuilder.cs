using KnowledgeSite.Caching;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Search.Caching;
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
    /// <param name="cache">What earlier runs read of pages; null to read all.</param>
    public static SearchIndex Build(Site site, PersistentCache? cache = null, CancellationToken cancellation = default)
    {
        var pages = IndexablePages.Collect(site);
        var names = new PageIndexer();
        foreach (var (address, name, worth) in IndexablePages.NamesOf(site))
            names.AddName(address, "", name, worth, isAlias: true);
        IndexRun[] runs = [.. ReadRuns(site, pages, cache, cancellation), names.Run];
        cancellation.ThrowIfCancellationRequested();
        var (all, pageOfSection) = JoinPages(runs);
        return new(
            all,
            pageOfSection,
            JoinWords(runs, all, pageOfSection),
            AbbreviationFinder.Join(runs.SelectMany(r => r.Abbreviations))
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

    private static IndexRun[] ReadRuns(
        Site site,
        IReadOnlyList<SearchPage> pages,
        PersistentCache? cache,
        CancellationToken cancellation
    )
    {
        var starts = cache is null ? EqualRuns(pages.Count) : CachedRuns.Split(pages);
        var runs = new IndexRun[starts.Count];
        EachDocument.Run(
            starts,
            (run, start) =>
            {
                var end = run + 1 < starts.Count ? starts[run + 1] : pages.Count;
                SearchPage[] part = [.. Enumerable.Range(start, end - start).Select(i => pages[i])];
                IndexRun Read() => ReadPages(site, part, cancellation);
                runs[run] = cache is null ? Read() : CachedRuns.Find(cache, site, part, Read);
            },
            cancellation
        );
        return runs;
    }

    /// <summary>The starts of as many runs as there are processors; fewer for a small site.</summary>
    private static List<int> EqualRuns(int pages)
    {
        var count = Math.Clamp(pages / 64, 1, Environment.ProcessorCount);
        return [.. Enumerable.Range(0, count).Select(run => pages * run / count)];
    }

    private static IndexRun ReadPages(Site site, IEnumerable<SearchPage> pages, CancellationToken cancellation)
    {
        var indexer = new PageIndexer();
        foreach (var page in pages)
        {
            cancellation.ThrowIfCancellationRequested();
            indexer.Add(page, page.Source is { } source ? site.Links[source.Path] : []);
        }

        return indexer.Run;
    }

    private static (SearchPage[] Pages, int[] PageOfSection) JoinPages(IndexRun[] runs)
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

    private static WordPostings[] JoinWords(IndexRun[] runs, SearchPage[] pages, int[] pageOfSection)
    {
        // Number the words by first appearance: frequent words usually appear early, so most of the work stays within a
        // small, cached part of the tables.
        var words = new WordNumbers();
        var numbers = Array.ConvertAll(runs, run => run.Words.Select(w => words.Get(w)).ToArray());
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
