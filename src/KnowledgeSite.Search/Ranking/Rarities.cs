namespace KnowledgeSite.Search.Ranking;

/// <summary>The inverse document frequency of a query word per field. All its expansions count as one word.</summary>
internal readonly record struct Rarities(
    double Title,
    double Headings,
    double Body,
    double Path,
    double Names,
    double Any,
    double SectionHeading,
    double SectionBody
)
{
    /// <param name="pages">The number of pages, from the start of the list, that count.</param>
    /// <param name="sections">The number of sections, from the start of the list, that count.</param>
    public static Rarities Compute(IReadOnlyList<TermExpansion> slot, SlotScores met, int pages, int sections)
    {
        var (title, headings, body, path, names) = (0, 0, 0, 0, 0);
        var any = 0;
        foreach (var place in met.Pages.Touched.Where(p => p < pages))
        {
            any++;
            ref var page = ref met.Pages[place];
            if (page.Title > 0)
                title++;
            if (page.Headings > 0)
                headings++;
            if (page.Body > 0)
                body++;
            if (page.Path > 0)
                path++;
            if (page.Names > 0)
                names++;
        }

        var sectionHeading = met.Sections.Touched.Count(s => s < sections && met.Sections[s].Heading > 0);
        var sectionBody = met.Sections.Touched.Count(s => s < sections && met.Sections[s].Body > 0);
        foreach (var leftOut in slot.Select(m => m.Words[0].LeftOut).OfType<LeftOutPostings>())
        {
            (body, sectionBody) = (Math.Max(body, leftOut.Pages), Math.Max(sectionBody, leftOut.Sections));
            any = Math.Max(any, leftOut.Pages);
        }

        return new(
            Compute(pages, title),
            Compute(pages, headings),
            Compute(pages, body),
            Compute(pages, path),
            Compute(pages, names),
            Compute(pages, any),
            Compute(sections, sectionHeading),
            Compute(sections, sectionBody)
        );
    }

    /// <summary>Adds the values of two words, field by field.</summary>
    public static Rarities operator +(Rarities a, Rarities b) =>
        new(
            a.Title + b.Title,
            a.Headings + b.Headings,
            a.Body + b.Body,
            a.Path + b.Path,
            a.Names + b.Names,
            a.Any + b.Any,
            a.SectionHeading + b.SectionHeading,
            a.SectionBody + b.SectionBody
        );

    /// <summary>BM25's inverse document frequency (Robertson and Zaragoza 2009, 3.1), kept positive.</summary>
    private static double Compute(int all, int having) =>
        having >= all ? Math.Log(1 + (0.5 / (all + 0.5))) : Math.Log(1 + ((all - having + 0.5) / (having + 0.5)));
}
