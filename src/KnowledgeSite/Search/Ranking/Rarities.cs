namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// What meeting a word is worth in each field: the more, the fewer pages or sections have it there, all that it stands
/// for counted as one.
/// </summary>
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
    /// <param name="pages">How many of the first pages count.</param>
    /// <param name="sections">How many of the first sections.</param>
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

    /// <summary>With the words of the query before it, field by field.</summary>
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

    /// <summary>BM25's inverse document frequency (Robertson and Zaragoza 2009, 3.1), kept above zero.</summary>
    private static double Compute(int all, int having) =>
        having >= all ? Math.Log(1 + (0.5 / (all + 0.5))) : Math.Log(1 + ((all - having + 0.5) / (having + 0.5)));
}
