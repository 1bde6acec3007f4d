using System.Numerics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Diagnostics;

/// <summary>Finds the name that an author probably meant.</summary>
internal static class Suggestion
{
    /// <summary>The maximum number of edits between a word and a suggestion, whatever their length.</summary>
    private const int MaxEdits = 2;

    /// <summary>
    /// The default limit on candidates. Searching more of them is too slow if many words are unknown.
    /// </summary>
    private const int MaxCandidates = 5_000;

    private static readonly char[] Quotes = [' ', '"', '\'', '`', '“', '”', '‘', '’'];

    private static readonly char[] Separators = ['.', '/', '-', '_', ' '];

    /// <summary>
    /// " Did you mean 'x'?" with the nearest candidate, or an empty text if there is none; see <see cref="Nearest"/>.
    /// </summary>
    public static string DidYouMean(string word, IEnumerable<string> candidates) => Format(Nearest(word, candidates));

    /// <summary>" Did you mean 'x'?", or an empty text if there is no suggestion.</summary>
    public static string Format(string? suggestion) =>
        string.IsNullOrWhiteSpace(suggestion) ? "" : $" Did you mean '{suggestion}'?";

    /// <summary>
    /// The candidate that is nearest to the word, or null if none is near enough: one edit away, or two in a word of
    /// ten characters or more, ignoring case and quotation marks. Words with several parts
    /// (<c>scope.senior.task</c>) are compared part by part, so that no part is replaced by another word. The word
    /// itself is never returned. The distance is optimal string alignment: insertions, deletions, substitutions and
    /// swaps of neighbours count as one each.
    /// </summary>
    /// <param name="maxCandidates">With more candidates, null is returned, so that many unknown words take linear time
    /// in total.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates, int maxCandidates = MaxCandidates)
    {
        if (candidates.TryGetNonEnumeratedCount(out var count) && count > maxCandidates)
            return null;

        var (composed, folded) = (ComposedText.Compose(word), Fold(word));
        if (folded.Length == 0)
            return null;
        var (best, bestDistance) = ((string?)null, int.MaxValue);
        var characters = CharactersOf(folded);
        var compared = 0;
        foreach (var candidate in candidates)
        {
            if (++compared > maxCandidates)
                return null;
            if (
                Math.Abs(candidate.Length - word.Length) > 2 * MaxEdits
                || BitOperations.PopCount(characters ^ CharactersOf(candidate)) > 2 * MaxEdits
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
    /// The set of letters and digits in the text, as bits. One edit changes at most two of them, so comparing the sets
    /// is a cheap way to rule out most candidates.
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

    /// <summary>The distance of two folded words, or null if it is too large for a suggestion.</summary>
    private static int? NearDistance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MaxEdits)
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
            if (distance > MaxEditsOf(parts[i]))
                return null;
            sum += distance;
        }

        return sum <= MaxEdits ? sum : null;
    }

    private static int MaxEditsOf(string word) => word.Length < 2 ? 0 : Math.Clamp(word.Length / 5, 1, MaxEdits);

    /// <summary>The number of edits between two words, counted as in <see cref="Nearest"/>.</summary>
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
