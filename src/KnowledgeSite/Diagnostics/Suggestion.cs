namespace KnowledgeSite.Diagnostics;

/// <summary>The nearest thing that an author may have meant.</summary>
public static class Suggestion
{
    /// <summary>
    /// " Did you mean 'x'?" for the nearest candidate within a third of the word's length (two edits at least), or nothing.
    /// Distance is optimal string alignment: insertions, deletions, substitutions and swaps of neighbours count one each.
    /// </summary>
    public static string DidYouMean(string word, IEnumerable<string> candidates) =>
        Nearest(word, candidates) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var (best, bestDistance) = ((string?)null, Math.Max(2, word.Length / 3) + 1);
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= bestDistance) continue;
            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>In edits, as <see cref="DidYouMean"/> counts them.</summary>
    internal static int Distance(string a, string b)
    {
        var (twoBack, oneBack, current) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1];
                current[j] = Math.Min(Math.Min(oneBack[j] + 1, current[j - 1] + 1), oneBack[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], twoBack[j - 2] + 1);
            }

            (twoBack, oneBack, current) = (oneBack, current, twoBack);
        }

        return oneBack[b.Length];
    }
}
