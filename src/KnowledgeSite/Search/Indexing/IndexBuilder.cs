using System.Numerics;
using KnowledgeSite.Files;
using KnowledgeSite.Words;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search.Indexing;

/// <summary>Makes the index of a site: pages are read in as many runs as there are processors, then the runs are put one behind the other.</summary>
public static class IndexBuilder
{
    /// <summary>Of a word that stands in the text of more sections than this only those stay that it makes up most of.</summary>
    public const int MostSections = 1000;

    public static SearchIndex Build(Site site)
    {
        var pages = SearchPages.Of(site);
        var runs = ReadRuns(site, pages);
        var (all, pageOfSection) = JoinPages(runs);
        var names = new NamePostings(all);
        var given = runs.SelectMany(r => r.Names).Concat(SearchPages.NamesOf(site));
        return new(all, pageOfSection, JoinWords(runs, names.Of(given), pageOfSection), AbbreviationFinder.Join(runs.Select(r => r.Abbreviations)));
    }

    private static PageIndexer[] ReadRuns(Site site, IReadOnlyList<SearchPage> pages)
    {
        var runs = new PageIndexer[Math.Clamp(pages.Count / 64, 1, Environment.ProcessorCount)];
        Parallel.For(0, runs.Length, run =>
        {
            var indexer = runs[run] = new PageIndexer();
            for (var i = pages.Count * run / runs.Length; i < pages.Count * (run + 1) / runs.Length; i++)
                indexer.Add(pages[i], pages[i].Source is { } source ? site.Links[source.Path] : []);
        });
        return runs;
    }

    private static (SearchPage[] Pages, int[] PageOfSection) JoinPages(PageIndexer[] runs)
    {
        var pages = new SearchPage[runs.Sum(r => r.Pages.Count)];
        var pageOfSection = new int[runs.Sum(r => r.Postings.SectionCount)];
        var (page, offset) = (0, 0);
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

    private static WordPostings[] JoinWords(PageIndexer[] runs, IReadOnlyDictionary<string, List<Posting>> names, int[] pageOfSection)
    {
        var words = runs.SelectMany(r => r.Words.Words).Concat(names.Keys).Distinct(StringComparer.Ordinal).ToArray();
        Array.Sort(words, StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++) numbers.Add(words[i], i);

        var postings = ByWord(runs, numbers);
        var joined = new WordPostings[words.Length];
        Parallel.For(0, words.Length, i => joined[i] = Joined(words[i], postings[i], names.GetValueOrDefault(words[i]), pageOfSection));
        return joined;
    }

    /// <summary>The postings of each word in the order of their sections.</summary>
    private static Posting[][] ByWord(PageIndexer[] runs, Dictionary<string, int> numbers)
    {
        var numberOf = runs.Select(r => r.Words.Words.Select(w => numbers[w]).ToArray()).ToArray();
        var counts = new int[numbers.Count];
        for (var run = 0; run < runs.Length; run++) runs[run].Postings.CountWords(counts, numberOf[run]);

        var postings = Array.ConvertAll(counts, count => count == 0 ? [] : new Posting[count]);
        Array.Clear(counts);
        var offset = 0;
        for (var run = 0; run < runs.Length; run++)
        {
            runs[run].Postings.MoveTo(postings, counts, numberOf[run], offset);
            offset += runs[run].Postings.SectionCount;
        }

        return postings;
    }

    private static WordPostings Joined(string word, Posting[] text, List<Posting>? names, int[] pageOfSection)
    {
        var all = names is null ? text : Merged(text, names);
        var (pages, bodyPages, bodySections) = Count(all, pageOfSection);
        var power = (byte)Math.Min(7, BitOperations.Log2((uint)pages));
        return bodySections <= MostSections
            ? new(word, all, null) { PagesPower = power }
            : new(word, Cut(all), new(bodyPages, bodySections)) { PagesPower = power };
    }

    /// <summary>Both are by section; where a section is in both, it is one posting.</summary>
    private static Posting[] Merged(Posting[] text, List<Posting> names)
    {
        var merged = new List<Posting>(text.Length + names.Count);
        var next = 0;
        foreach (var posting in text)
        {
            for (; next < names.Count && names[next].Section < posting.Section; next++) merged.Add(names[next]);
            var isNamed = next < names.Count && names[next].Section == posting.Section;
            merged.Add(isNamed ? posting with { Names = names[next++].Names } : posting);
        }

        merged.AddRange(names.Skip(next));
        return [.. merged];
    }

    private static (int Pages, int BodyPages, int BodySections) Count(Posting[] postings, int[] pageOfSection)
    {
        var (pages, lastPage, bodyPages, lastBodyPage, bodySections) = (0, -1, 0, -1, 0);
        foreach (ref readonly var posting in postings.AsSpan())
        {
            var page = pageOfSection[posting.Section];
            if (page != lastPage) pages++;
            lastPage = page;
            if (posting.Body == 0) continue;
            bodySections++;
            if (page != lastBodyPage) bodyPages++;
            lastBodyPage = page;
        }

        return (pages, bodyPages, bodySections);
    }

    /// <summary>What stands in a heading, a name or an address stays; of the rest, what is worth most.</summary>
    private static Posting[] Cut(Posting[] postings)
    {
        Span<int> bySteps = stackalloc int[Posting.Steps + 1];
        foreach (var posting in postings) bySteps[posting.Body]++;
        var least = Posting.Steps;
        for (var kept = bySteps[least]; kept <= MostSections; kept += bySteps[least]) least--;
        return Array.FindAll(postings, p => p.Body > least || p.Heading > 0 || p.Names > 0 || p.InPath);
    }
}
