namespace KnowledgeSite.Health.Likeness;

/// <summary>
/// The pages that are worth comparing: those that share several runs of words which few pages have. Found by one sort
/// of all runs, so the time grows with the text and not with the number of pairs. Of a run that more than a few pages
/// have each page is paired with the next one only.
/// </summary>
internal static class PagePairs
{
    private const int MostForAllPairs = 8;

    /// <summary>
    /// Of a larger site only every second, third … run is looked at, chosen by its number and so the same ones on every
    /// page.
    /// </summary>
    private const int MostShingles = 1 << 21;

    private const int FewestShared = 6;

    /// <returns>The places of two pages in the list, the earlier one first, sorted.</returns>
    public static IReadOnlyList<(int First, int Second)> Find(IReadOnlyList<ShingledPage> pages)
    {
        var step = 1 + (pages.Sum(p => (long)p.All.Length) / MostShingles);
        var (numbers, places) = Gather(pages, (ulong)step);
        Array.Sort(numbers, places);

        var shared = new Dictionary<(int First, int Second), int>();
        for (var start = 0; start < numbers.Length; )
        {
            var end = start + 1;
            while (end < numbers.Length && numbers[end] == numbers[start])
                end++;
            if (end - start > 1)
                Count(places.AsSpan(start..end), shared);
            start = end;
        }

        return [.. shared.Where(s => s.Value * step >= FewestShared).Select(s => s.Key).Order()];
    }

    private static (ulong[] Numbers, int[] Places) Gather(IReadOnlyList<ShingledPage> pages, ulong step)
    {
        var (numbers, places) = (new List<ulong>(), new List<int>());
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var number in pages[i].All)
            {
                if ((number >> 20) % step != 0)
                    continue;
                numbers.Add(number);
                places.Add(i);
            }
        }

        return ([.. numbers], [.. places]);
    }

    private static void Count(Span<int> pages, Dictionary<(int First, int Second), int> shared)
    {
        pages.Sort();
        for (var i = 1; i < pages.Length; i++)
        for (var j = pages.Length > MostForAllPairs ? i - 1 : 0; j < i; j++)
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                shared,
                (pages[j], pages[i]),
                out _
            )++;
    }
}
