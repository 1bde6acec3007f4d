using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Words;

namespace KnowledgeSite.Health;

/// <summary>Computes hashes of the word sequences in a text (Broder 1997).</summary>
internal static class Shingles
{
    private const int Length = 3;
    private const int SkeletonLength = 5;
    private const ulong HashMultiplier = 0x9E3779B97F4A7C15;

    /// <summary>
    /// English function words, which are independent of the subject and stay when a text is reworded with synonyms
    /// (Stamatatos 2011).
    /// </summary>
    private static readonly HashSet<ulong> ShortWords =
    [
        .. (
            "a an the and or but if of to in on at by for with from as is are was were be been being it its "
            + "this that these those we you they he she i our your their "
            + "not no do does did has have had will would can could should may might must so than then there "
            + "here what which who when where how all any each more most "
            + "other some such only own same into over under out up down about after before"
        )
            .Split(' ')
            .Select(w => Hash(w)),
    ];

    /// <summary>The hashes of the words of a text.</summary>
    public static List<ulong> Words(string text)
    {
        var words = new List<ulong>(text.Length / 5);
        var reader = new WordReader(text, stackalloc char[WordReader.BufferSize]);
        while (reader.MoveNext())
            words.Add(Hash(reader.Word));
        return words;
    }

    /// <summary>The hashes of sequences of three words, in the order of the text.</summary>
    public static ulong[] Compute(List<ulong> words) => Runs(words, Length);

    /// <summary>The sorted hashes of sequences of five short words of a text, ignoring all other words.</summary>
    public static ulong[] Skeleton(IEnumerable<List<ulong>> blocks) =>
        Sorted(Runs([.. blocks.SelectMany(b => b.Where(ShortWords.Contains))], SkeletonLength));

    /// <summary>The share of the shorter list that is also in the longer one. Both must be sorted.</summary>
    public static double Share(ulong[] a, ulong[] b) => Share(Shared(a, b), a.Length, b.Length);

    public static double Share(int shared, int a, int b) =>
        Math.Min(a, b) is > 0 and var fewer ? (double)shared / fewer : 0;

    /// <summary>Sorts word sequences and removes duplicates.</summary>
    public static ulong[] Sorted(IEnumerable<ulong> runs)
    {
        var sorted = runs.ToArray();
        Array.Sort(sorted);
        var count = 0;
        foreach (var run in sorted)
            if (count == 0 || sorted[count - 1] != run)
                sorted[count++] = run;
        return sorted[..count];
    }

    private static int Shared(ulong[] a, ulong[] b)
    {
        var i = 0;
        var j = 0;
        var shared = 0;
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].CompareTo(b[j]);
            if (order == 0)
                shared++;
            if (order <= 0)
                i++;
            if (order >= 0)
                j++;
        }

        return shared;
    }

    private static ulong[] Runs(List<ulong> words, int length)
    {
        if (words.Count < length)
            return [];
        var runs = new ulong[words.Count - length + 1];
        for (var i = 0; i < runs.Length; i++)
        for (var j = 0; j < length; j++)
            runs[i] = Mixed(runs[i] + words[i + j]);
        return runs;
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in word)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }

    private static ulong Mixed(ulong number)
    {
        number = (number ^ (number >> 31)) * HashMultiplier;
        return number ^ (number >> 29);
    }
}

/// <summary>The text of a page as hashed sequences of words, by block.</summary>
/// <param name="All">The word sequences of all blocks, sorted.</param>
/// <param name="Skeleton">The sequences of short words, sorted.</param>
internal sealed record ShingledPage(SitePage Page, IReadOnlyList<ShingledBlock> Blocks, ulong[] All, ulong[] Skeleton)
{
    public static ShingledPage Create(SitePage page)
    {
        var written = ProseBlock.Find(page.Content).Select(b => (Block: b, Words: Shingles.Words(b.Text))).ToList();
        var blocks = written
            .Select(b => new ShingledBlock(b.Block, Shingles.Sorted(Shingles.Compute(b.Words))))
            .Where(b => b.Shingles.Length > 0)
            .ToList();
        return new(
            page,
            blocks,
            Shingles.Sorted(blocks.SelectMany(b => b.Shingles)),
            Shingles.Skeleton(written.Select(b => b.Words))
        );
    }
}

/// <param name="Shingles">The word sequences, sorted.</param>
internal sealed record ShingledBlock(ProseBlock Block, ulong[] Shingles);
