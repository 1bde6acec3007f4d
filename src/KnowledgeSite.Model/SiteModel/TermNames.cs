using KnowledgeSite.Words;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// A trie of words with the names of all terms, so that a text is matched against all names at once. Words are stored
/// in their base form; abbreviations in capitals match only words in capitals.
/// </summary>
internal sealed class TermNames
{
    /// <summary>The value of a node for words that are never linked.</summary>
    public const int NoTerm = -2;

    private const int Nothing = -1;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Node, int Word), int> _next = [];
    private readonly List<int> _terms = [Nothing];

    /// <summary>The number of words in the longest name.</summary>
    public int Longest { get; private set; }

    /// <summary>The number of a word; 0 if no name contains it.</summary>
    public int NumberOf(string word) => _words.GetValueOrDefault(word);

    /// <summary>The child node for a word; 0 if there is none. The root is node 0.</summary>
    public int Next(int node, int word) => word == 0 ? 0 : _next.GetValueOrDefault((node, word));

    /// <summary>The term whose name ends at this node, <see cref="NoTerm"/>, or null.</summary>
    public int? TermAt(int node) => _terms[node] == Nothing ? null : _terms[node];

    /// <summary>Adds a name. Returns null if it is new, otherwise the term that already has it.</summary>
    public int? Add(string name, int term)
    {
        if (NodeOf(name) is not { } node)
            return null;
        if (_terms[node] != Nothing)
            return _terms[node];
        _terms[node] = term;
        return null;
    }

    /// <summary>
    /// The node at which the name ends. Null if the name cannot be matched: it contains no letters, or is a single
    /// character.
    /// </summary>
    private int? NodeOf(string name)
    {
        var words = new TermWords();
        words.Read(name);
        if (
            words.Count == 0
            || (words.Count == 1 && (words.SignBefore(0) + words.SignAfter(0)).Length + words.LengthOf(0) < 2)
            || !name.Any(char.IsLetter)
        )
            return null;
        var node = 0;
        for (var i = 0; i < words.Count; i++)
            node = Child(node, Number(WithSigns(words, i, words.IsCapitals(i) ? words.Capitals(i) : words.Base(i))));
        Longest = Math.Max(Longest, words.Count);
        return node;
    }

    /// <summary>
    /// A word form with the symbols that distinguish names: <c>.NET</c> is not <c>NET</c>, and <c>Node.js</c> is not
    /// <c>Node js</c>.
    /// </summary>
    public static string WithSigns(TermWords words, int word, string form)
    {
        var (before, after) = (word == 0 ? words.SignBefore(0) : words.SignBetween(word), words.SignAfter(word));
        return before.Length + after.Length == 0 ? form : before + form + after;
    }

    private int Number(string word)
    {
        if (!_words.TryGetValue(word, out var number))
            _words.Add(word, number = _words.Count + 1);
        return number;
    }

    private int Child(int node, int word)
    {
        if (_next.TryGetValue((node, word), out var child))
            return child;
        _next.Add((node, word), child = _terms.Count);
        _terms.Add(Nothing);
        return child;
    }

    /// <summary>The node at which a name ends, ignoring letter case; 0 if no term has it.</summary>
    public int Find(string name)
    {
        var words = new TermWords();
        words.Read(name);
        return Find(words, 0, 0);
    }

    private int Find(TermWords words, int word, int node)
    {
        if (word == words.Count)
            return _terms[node] == Nothing ? 0 : node;
        foreach (var form in new[] { words.Base(word), words.Capitals(word).ToUpperInvariant() })
            if (
                Next(node, NumberOf(WithSigns(words, word, form))) is > 0 and var next
                && Find(words, word + 1, next) is > 0 and var found
            )
                return found;
        return 0;
    }
}
