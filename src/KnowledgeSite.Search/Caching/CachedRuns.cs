using System.Text;
using KnowledgeSite.Caching;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Search.Indexing;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search.Caching;

/// <summary>
/// Keeps what was read of runs of pages in a cache. An edit changes the run of its page, and a new page only the run
/// that contains it, because runs begin at addresses that depend on nothing else.
/// </summary>
internal static class CachedRuns
{
    /// <summary>On average, one in this many pages begins a run.</summary>
    private const int PagesPerRun = 128;

    private const int MaxPages = 4 * PagesPerRun;

    /// <summary>The numbers of the pages that begin a run.</summary>
    public static IReadOnlyList<int> Split(IReadOnlyList<SearchPage> pages)
    {
        var starts = new List<int>();
        for (var i = 0; i < pages.Count; i++)
            if (
                starts.Count == 0
                || i - starts[^1] == MaxPages
                || CacheKey.Compute(Encoding.UTF8.GetBytes(pages[i].Address.Value)).First % PagesPerRun == 0
            )
                starts.Add(i);
        return starts;
    }

    /// <summary>What an earlier build read of these pages; otherwise they are read and added to the cache.</summary>
    public static IndexRun Find(PersistentCache cache, Site site, SearchPage[] pages, Func<IndexRun> readPages)
    {
        var writer = new CacheWriter();
        writer.Write("words");
        foreach (var page in pages)
            Write(writer, site, page);
        var key = CacheKey.Compute(writer);
        if (cache.Find(key, r => Read(r, pages)) is { } known)
            return known;
        var run = readPages();
        writer.Clear();
        Write(writer, run);
        cache.Add(key, writer.Written);
        return run;
    }

    /// <summary>Writes everything that the words and names of a page depend on.</summary>
    private static void Write(CacheWriter writer, Site site, SearchPage page)
    {
        writer.Write(page.Address.Value);
        writer.Write(page.Title);
        writer.Write(page.SearchText);
        writer.Write(page.SearchTitle);
        writer.WriteList(
            page.GeneratedSections,
            (w, section) =>
            {
                w.Write(section.Anchor);
                w.Write(section.Heading);
                w.Write(section.Text);
            }
        );
        writer.Write(page.Source is not null);
        if (page.Source is not { } source)
            return;
        if (source.Content.Key is { } text)
            writer.Write(text);
        else
            WriteText(writer, source.Content);
        writer.WriteList(
            site.Links[source.Path],
            (w, link) =>
            {
                var target = link as ResolvedLink.Internal;
                w.Write(target?.IsSamePage);
                w.Write(target?.Address.Value);
                w.Write(target?.Suffix);
            }
        );
    }

    /// <summary>Writes what is read of a page whose file does not tell its text.</summary>
    private static void WriteText(CacheWriter writer, Page page)
    {
        writer.Write((int)page.FrontMatter.Kind);
        writer.Write(page.FrontMatter.Description);
        writer.Write(page.Body.Html.Utf8);
        writer.WriteList(
            page.Body.Html.Slots,
            (w, slot) =>
            {
                w.Write(slot.Position);
                w.Write(slot.Link);
                w.Write((int)slot.Content);
            }
        );
        writer.WriteList(page.Body.Links, (w, link) => w.Write((int)link.Form));
    }

    private static void Write(CacheWriter writer, IndexRun run)
    {
        writer.WriteList(run.Words, (w, word) => w.Write(word));
        Write(writer, run.Postings);
        foreach (var page in run.Pages)
            writer.WriteList(
                page.Sections,
                (w, section) =>
                {
                    w.Write(section.Anchor);
                    w.Write(section.Heading);
                }
            );
        writer.WriteList(
            run.Names,
            (w, name) =>
            {
                w.Write(name.Page.Value);
                w.Write(name.Suffix);
                w.Write(name.Links);
                w.WriteList(name.Words, (to, word) => to.Write(word));
                w.Write(name.IsAlias);
            }
        );
        writer.WriteList(
            run.Abbreviations,
            (w, found) =>
            {
                w.Write(found.Letters);
                w.Write(found.Words);
                w.Write(found.Count);
            }
        );
    }

    private static IndexRun Read(CacheReader reader, SearchPage[] pages)
    {
        var words = reader.ReadList(r => r.ReadText());
        var postings = ReadPostings(reader);
        var read = new SearchPage[pages.Length];
        var first = 0;
        for (var i = 0; i < pages.Length; i++)
        {
            var sections = reader.ReadList(r => new SearchSection(r.ReadText(), r.ReadText()));
            read[i] = pages[i] with { FirstSection = first, Sections = sections };
            first += sections.Length;
        }

        return new(
            words,
            postings,
            read,
            reader.ReadList(r => new GivenName(
                new SitePath(r.ReadText()),
                r.ReadText(),
                r.ReadInt(),
                r.ReadList(word => word.ReadInt()),
                r.ReadBool()
            )),
            reader.ReadList(r => new FoundAbbreviation(r.ReadText(), r.ReadText(), r.ReadInt()))
        );
    }

    /// <summary>
    /// Writes for each section its number of postings, and each posting as one number: the word, whether it is in the
    /// heading and in the path, and its frequency in the text. The weight in the heading follows if there is one.
    /// </summary>
    private static void Write(CacheWriter writer, RunPostings postings)
    {
        writer.Write(postings.SectionCount);
        for (int section = 0, at = 0; section < postings.SectionCount; section++)
        {
            var end = postings.EndOf(section);
            writer.Write(end - at);
            while (at < end)
            {
                var part = postings.From(at, end);
                at += part.Length;
                foreach (ref readonly var posting in part)
                {
                    writer.Write(
                        (posting.Word << 6)
                            | (posting.Heading > 0 ? 1 << 5 : 0)
                            | (posting.InPath ? 1 << 4 : 0)
                            | posting.Body
                    );
                    if (posting.Heading > 0)
                        writer.Write(posting.Heading);
                }
            }
        }
    }

    private static RunPostings ReadPostings(CacheReader reader)
    {
        var postings = new RunPostings();
        for (var sections = reader.ReadInt(); sections > 0; sections--)
        {
            for (var count = reader.ReadInt(); count > 0; count--)
            {
                var packed = reader.ReadInt();
                var heading = (packed & (1 << 5)) == 0 ? 0 : reader.ReadInt();
                postings.Add(new(packed >> 6, (byte)(packed & 15), (byte)heading, (packed & (1 << 4)) != 0));
            }

            postings.EndSection();
        }

        return postings;
    }
}
