namespace KnowledgeSite.Health.Likeness;

/// <summary>
/// Finds the pairs of pages to compare: those that share several word sequences that few pages have. The sequences of
/// all pages are sorted once, so the time depends on the amount of text and not on the number of pairs. If many pages
/// share a sequence, each page is paired only with the next one.
/// </summary>
internal static class PagePairs
{
    private const int MaxForAllPairs = 8;

    /// <summary>
    /// The maximum number of word sequences. On larger sites only every second, third and so on is used, chosen by its
    /// hash so that all pages use the same ones.
    /// </summary>
    private const int MaxShingles = 1 << 21;

    private const int MinShared = 6;

    /// <returns>The indexes of the pages of each pair, the smaller one first. The pairs are sorted.</returns>
    public static IReadOnlyList<(int First, int Second)> Find(IReadOnlyList<ShingledPage> pages)
    {
        var step = 1 + (pages.Sum(p => (long)p.All.Length) / MaxShingles);
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

        return [.. shared.Where(s => s.Value * step >= MinShared).Select(s => s.Key).Order()];
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
        for (var j = pages.Length > MaxForAllPairs ? i - 1 : 0; j < i; j++)
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                shared,
                (pages[j], pages[i]),
                out _
            )++;
    }
}
