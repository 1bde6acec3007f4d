using System.Numerics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Diagnostics;

/// <summary>The nearest thing that an author may have meant.</summary>
public static class Suggestion
{
    /// <summary>The largest number of edits between a word and a suggestion, however long they are.</summary>
    private const int MostEdits = 2;

    /// <summary>
    /// Among more candidates a search costs more than its answer is worth, where many words are unknown.
    /// </summary>
    private const int MostCandidates = 5_000;

    private static readonly char[] Quotes = [' ', '"', '\'', '`', '“', '”', '‘', '’'];

    private static readonly char[] Separators = ['.', '/', '-', '_', ' '];

    /// <summary>" Did you mean 'x'?" for the nearest candidate, or nothing; see <see cref="Nearest"/>.</summary>
    public static string DidYouMean(string word, IEnumerable<string> candidates) => Format(Nearest(word, candidates));

    /// <summary>" Did you mean 'x'?", or nothing where there is no suggestion.</summary>
    public static string Format(string? suggestion) =>
        string.IsNullOrWhiteSpace(suggestion) ? "" : $" Did you mean '{suggestion}'?";

    /// <summary>
    /// The candidate that is one typo or a few away from the word: one edit, two in a word of ten characters or more,
    /// capitals and quotation marks not counted. Words of several parts (<c>scope.senior.task</c>) are compared part by
    /// part, so that no part is another word. Null where no candidate is near; never the word itself. Distance is
    /// optimal string alignment: insertions, deletions, substitutions and swaps of neighbours count one each.
    /// </summary>
    /// <param name="mostCandidates">Null is returned where there are more, so that many unknown words cost no more than
    /// linear time.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates, int mostCandidates = MostCandidates)
    {
        if (candidates.TryGetNonEnumeratedCount(out var count) && count > mostCandidates)
            return null;

        var (composed, folded) = (ComposedText.Compose(word), Fold(word));
        if (folded.Length == 0)
            return null;
        var (best, bestDistance) = ((string?)null, int.MaxValue);
        var characters = CharactersOf(folded);
        var compared = 0;
        foreach (var candidate in candidates)
        {
            if (++compared > mostCandidates)
                return null;
            if (
                Math.Abs(candidate.Length - word.Length) > 2 * MostEdits
                || BitOperations.PopCount(characters ^ CharactersOf(candidate)) > 2 * MostEdits
            )
                continue;
            var other = Fold(candidate);
            if (
                other.Length == 0
                || ComposedText.Compose(candidate) == composed
                || NearDistance(folded, other) is not { } distance
            )
                continue;
            if (distance < bestDistance || (distance == bestDistance && string.CompareOrdinal(candidate, best) < 0))
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>
    /// A bit for each letter and digit that the text holds: an edit changes two at most. Cheap, and it rules out most
    /// candidates.
    /// </summary>
    private static ulong CharactersOf(string text)
    {
        var bits = 0UL;
        foreach (var character in text)
        {
            if (char.IsAsciiLetter(character))
                bits |= 1UL << ((character | 0x20) - 'a');
            else if (char.IsAsciiDigit(character))
                bits |= 1UL << (26 + character - '0');
        }

        return bits;
    }

    private static string Fold(string text) => ComposedText.Compose(text).Trim(Quotes).ToLowerInvariant();

    /// <summary>Null where the two are no more than alike.</summary>
    private static int? NearDistance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MostEdits)
            return null;
        var (parts, others) = (a.Split(Separators), b.Split(Separators));
        if (parts.Length != others.Length)
            (parts, others) = ([a], [b]);
        var sum = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] == others[i])
                continue;
            var distance = Distance(parts[i], others[i]);
            if (distance > MostEditsOf(parts[i]))
                return null;
            sum += distance;
        }

        return sum <= MostEdits ? sum : null;
    }

    private static int MostEditsOf(string word) => word.Length < 2 ? 0 : Math.Clamp(word.Length / 5, 1, MostEdits);

    /// <summary>In edits, as <see cref="DidYouMean"/> counts them.</summary>
    internal static int Distance(string a, string b)
    {
        var (twoBack, oneBack, current) = (
            new int[b.Length + 1],
            Enumerable.Range(0, b.Length + 1).ToArray(),
            new int[b.Length + 1]
        );
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
