using System.Numerics;

namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// The edit distance of words with typos: letters omitted, inserted, substituted or transposed. The JavaScript
/// counterpart is in <c>words.js</c>.
/// </summary>
internal static class EditDistance
{
    /// <summary>
    /// The optimal string alignment distance in UTF-16 code units, capped at <paramref name="most"/> + 1.
    /// </summary>
    public static int Between(string a, string b, int most)
    {
        var (before, last, row) = (
            new int[b.Length + 1],
            Enumerable.Range(0, b.Length + 1).ToArray(),
            new int[b.Length + 1]
        );
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            if (row.Min() > most)
                return most + 1;
            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }

    /// <summary>A bit set of the letters in a word, to rule out most candidates without comparing them.</summary>
    public static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter % 32);
        return letters;
    }

    /// <summary>False if two words with these letter sets must be further apart than the allowed distance.</summary>
    public static bool MayBeWithin(int allowed, uint letters, uint others) =>
        BitOperations.PopCount(letters ^ others) <= 2 * allowed;
}
