using KnowledgeSite.Words;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The names of all terms as a tree of words, so that a text is compared with all of them at once. A word stands in its
/// base form; one in capitals, such as an abbreviation, is met by capitals only.
/// </summary>
internal sealed class TermNames
{
    /// <summary>What stands in the tree for words that are never linked.</summary>
    public const int NoTerm = -2;

    private const int Nothing = -1;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Node, int Word), int> _next = [];
    private readonly List<int> _terms = [Nothing];

    /// <summary>Words of the longest name.</summary>
    public int Longest { get; private set; }

    /// <summary>The number of the word among those of all names; 0 where it is in none.</summary>
    public int NumberOf(string word) => _words.GetValueOrDefault(word);

    /// <summary>The place that a word leads to; 0 where it leads nowhere. The tree begins at 0.</summary>
    public int Next(int node, int word) => word == 0 ? 0 : _next.GetValueOrDefault((node, word));

    /// <summary>The term whose name ends here, <see cref="NoTerm"/>, or null.</summary>
    public int? TermAt(int node) => _terms[node] == Nothing ? null : _terms[node];

    /// <summary>Null where the name is new; else the term that has it.</summary>
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
    /// The place where the name ends; null for one that no text could mean by it: none of its characters is a letter,
    /// or only one of them is anything.
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
    /// A form of a word with the signs that set names apart: <c>.NET</c> is not <c>NET</c>, and <c>Node.js</c> is not
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

    /// <summary>The place where a name ends, in any capitals, without adding it; 0 where no term has it.</summary>
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
