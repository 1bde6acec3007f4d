using System.Numerics;

namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// Typing mistakes: letters left out, added, changed or exchanged with their neighbour. Its twin stands in
/// <c>words.js</c>.
/// </summary>
internal static class EditDistance
{
    /// <summary>
    /// Optimal string alignment, in UTF-16 units; more than <paramref name="most"/> is <paramref name="most"/> + 1.
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

    /// <summary>A bit for each letter, so that most words are told apart without comparing them.</summary>
    public static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter % 32);
        return letters;
    }

    /// <summary>False where two words with these letters cannot be as near as that.</summary>
    public static bool MayBeWithin(int allowed, uint letters, uint others) =>
        BitOperations.PopCount(letters ^ others) <= 2 * allowed;
}
