using KnowledgeSite.Files;

namespace KnowledgeSite.Diagnostics;

/// <summary>
/// Names among which the one that an author probably meant is found. They are sorted at the first search; a search then
/// follows only beginnings that are still near the word, so its time hardly depends on the number of names.
/// </summary>
internal sealed class SuggestionIndex(IEnumerable<string> candidates)
{
    /// <summary>The maximum number of edits between a word and a suggestion, whatever their length.</summary>
    private const int MaxEdits = 2;

    /// <summary>For longer words no suggestion is searched.</summary>
    private const int MaxLength = 200;

    private static readonly char[] Quotes = [' ', '"', '\'', '`', '“', '”', '‘', '’'];

    private static readonly char[] Separators = ['.', '/', '-', '_', ' '];

    private readonly Lazy<Candidate[]> _sorted = new(() => Sort(candidates));

    /// <summary>
    /// " Did you mean 'x'?" with the nearest candidate, or the other sentence, with a space before it, if none is near.
    /// </summary>
    public string DidYouMean(string word, string otherwise = "") => Format(Nearest(word), otherwise);

    /// <summary>
    /// " Did you mean 'x'?" with the nearest of a few candidates, or the other sentence, with a space before it, if
    /// none is near. For many candidates and words, keep an index.
    /// </summary>
    public static string DidYouMean(string word, IEnumerable<string> candidates, string otherwise = "") =>
        new SuggestionIndex(candidates).DidYouMean(word, otherwise);

    /// <summary>
    /// " Did you mean 'x'?", or the other sentence, with a space before it, if there is no suggestion.
    /// </summary>
    public static string Format(string? suggestion, string otherwise = "")
    {
        if (!string.IsNullOrWhiteSpace(suggestion))
            return $" Did you mean '{suggestion}'?";
        return otherwise.Length == 0 ? "" : " " + otherwise;
    }

    /// <summary>
    /// The candidate that is nearest to the word, or null if none is near enough: one edit away, two in a word of
    /// ten characters or more, only the same letters swapped in one of two characters, ignoring case and quotation
    /// marks. Words with several parts (<c>scope.senior.task</c>) are compared part by part, so that no part is
    /// replaced by another word. The word itself is never returned. The distance is optimal string alignment:
    /// insertions, deletions, substitutions and swaps of neighbours count as one each.
    /// </summary>
    public string? Nearest(string word)
    {
        var folded = Fold(word);
        if (folded.Length is 0 or > MaxLength)
            return null;
        var composed = ComposedText.Compose(word);
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in new PrefixSearch(folded, MaxEditsOfParts(folded), _sorted.Value).Find())
        {
            if (
                ComposedText.Compose(candidate.Name) != composed
                && NearDistance(folded, candidate.Folded) is { } distance
                && (distance < bestDistance || (distance == bestDistance && IsBefore(candidate.Name, best)))
            )
            {
                best = candidate.Name;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>
    /// The number of edits between two words, counted as in <see cref="Nearest"/>;
    /// for words that are too long to compare, the length of the longer one.
    /// </summary>
    internal static int Distance(string a, string b)
    {
        if (Math.Max(a.Length, b.Length) > MaxLength + MaxEdits)
            return Math.Max(a.Length, b.Length);
        var rows = new EditRows(b, Math.Max(a.Length, b.Length));
        for (var i = 0; i < a.Length; i++)
            rows.Append(i, a[i], i == 0 ? null : a[i - 1]);
        return rows.DistanceAt(a.Length);
    }

    private static bool IsBefore(string name, string? other) => string.CompareOrdinal(name, other) < 0;

    private static Candidate[] Sort(IEnumerable<string> candidates)
    {
        var sorted = candidates
            .Distinct(StringComparer.Ordinal)
            .Select(n => new Candidate(Fold(n), n))
            .Where(c => c.Folded.Length > 0)
            .ToArray();
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Folded, b.Folded));
        return sorted;
    }

    private static string Fold(string text) => ComposedText.Compose(text).Trim(Quotes).ToLowerInvariant();

    /// <summary>The distance of two folded words, or null if it is too large for a suggestion.</summary>
    private static int? NearDistance(string a, string b)
    {
        var parts = a.Split(Separators);
        var others = b.Split(Separators);
        if (parts.Length != others.Length)
        {
            parts = [a];
            others = [b];
        }
        var sum = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] == others[i])
                continue;
            var distance = Distance(parts[i], others[i]);
            if (distance > MaxEditsOf(parts[i]) || (parts[i].Length == 2 && !IsSwapped(parts[i], others[i])))
                return null;
            sum += distance;
        }

        return sum <= MaxEdits ? sum : null;
    }

    private static bool IsSwapped(string a, string b) => b.Length == 2 && a[0] == b[1] && a[1] == b[0];

    private static int MaxEditsOf(string word) => word.Length < 2 ? 0 : Math.Clamp(word.Length / 5, 1, MaxEdits);

    /// <summary>The number of edits that <see cref="NearDistance"/> allows at most, whatever the other word.</summary>
    private static int MaxEditsOfParts(string word) =>
        Math.Clamp(word.Split(Separators).Sum(MaxEditsOf), MaxEditsOf(word), MaxEdits);

    /// <param name="Folded">The name in lower case, without quotation marks.</param>
    private readonly record struct Candidate(string Folded, string Name);

    /// <summary>
    /// Finds the candidates that are at most some edits away from a word. Sorted candidates with the same beginning are
    /// neighbours, so each beginning is compared once, and left as soon as it is too far away.
    /// </summary>
    private sealed class PrefixSearch(string word, int maxEdits, Candidate[] sorted)
    {
        private readonly EditRows _rows = new(word, maxEdits);
        private readonly List<Candidate> _found = [];

        public List<Candidate> Find()
        {
            Descend(0, sorted.Length, 0);
            return _found;
        }

        /// <summary>Searches candidates from start to end, which share their first <c>depth</c> characters.</summary>
        private void Descend(int start, int end, int depth)
        {
            while (start < end && sorted[start].Folded.Length == depth)
            {
                if (_rows.DistanceAt(depth) <= maxEdits)
                    _found.Add(sorted[start]);
                start++;
            }

            if (depth == word.Length + maxEdits)
                return;
            while (start < end)
            {
                var name = sorted[start].Folded;
                var next = EndOf(name[depth], start, end, depth);
                if (_rows.Append(depth, name[depth], depth == 0 ? null : name[depth - 1]))
                    Descend(start, next, depth + 1);
                start = next;
            }
        }

        /// <summary>
        /// The end of the range of candidates that have the character at the position, found by binary search.
        /// </summary>
        private int EndOf(char character, int start, int end, int position)
        {
            while (start < end)
            {
                var middle = (start + end) / 2;
                if (sorted[middle].Folded[position] <= character)
                    start = middle + 1;
                else
                    end = middle;
            }

            return start;
        }
    }

    /// <summary>
    /// A table of the edits between the beginnings of two words: row <c>i</c> belongs to the first <c>i</c> characters
    /// of a text that grows. Cells further from the diagonal than the maximum are not computed.
    /// </summary>
    private sealed class EditRows
    {
        private readonly string _word;
        private readonly int _maxEdits;
        private readonly int[][] _rows;

        public EditRows(string word, int maxEdits)
        {
            _word = word;
            _maxEdits = maxEdits;
            _rows = new int[word.Length + maxEdits + 1][];
            for (var i = 0; i < _rows.Length; i++)
            {
                _rows[i] = new int[word.Length + 1];
                Array.Fill(_rows[i], int.MaxValue / 2);
                _rows[i][0] = i;
            }

            for (var j = 0; j <= word.Length; j++)
                _rows[0][j] = j;
        }

        /// <summary>The edits from the first <paramref name="length"/> characters of the text to the word.</summary>
        public int DistanceAt(int length) => _rows[length][^1];

        /// <summary>Fills the row after this one. False if every cell exceeds the maximum.</summary>
        public bool Append(int length, char character, char? previous)
        {
            var above = _rows[length];
            var row = _rows[length + 1];
            var first = Math.Max(1, length + 1 - _maxEdits);
            var last = Math.Min(_word.Length, length + 1 + _maxEdits);
            var least = row[0];
            for (var j = first; j <= last; j++)
            {
                var cost = _word[j - 1] == character ? 0 : 1;
                var distance = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (j > 1 && previous == _word[j - 1] && character == _word[j - 2])
                    distance = Math.Min(distance, _rows[length - 1][j - 2] + 1);
                row[j] = distance;
                least = Math.Min(least, distance);
            }

            return least <= _maxEdits;
        }
    }
}
