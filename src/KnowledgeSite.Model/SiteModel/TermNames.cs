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
    public int MaxWords { get; private set; }

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
        MaxWords = Math.Max(MaxWords, words.Count);
        return node;
    }

    /// <summary>
    /// A word form with the symbols that distinguish names: <c>.NET</c> is not <c>NET</c>, and <c>Node.js</c> is not
    /// <c>Node js</c>.
    /// </summary>
    public static string WithSigns(TermWords words, int word, string form)
    {
        var before = word == 0 ? words.SignBefore(0) : words.SignBetween(word);
        var after = words.SignAfter(word);
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

    /// <summary>The node at which a name ends, ignoring letter case; 0 if no term has this name.</summary>
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

/// <summary>The words of a text range, with their positions. Reusable for the next range.</summary>
internal sealed class TermWords
{
    private readonly char[] _room = new char[WordReader.BufferSize];
    private readonly List<Word> _words = [];

    /// <summary>A cache of base forms; most of a text consists of a few words.</summary>
    private readonly Dictionary<string, string> _bases = new(StringComparer.Ordinal);

    private char[] _text = [];
    private int _length;

    public int Count => _words.Count;

    public void Read(ReadOnlySpan<char> text)
    {
        _words.Clear();
        if (_text.Length < text.Length)
            _text = new char[Math.Max(text.Length, 1024)];
        text.CopyTo(_text);
        _length = text.Length;
        var lookup = _bases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var reader = new WordReader(_text.AsSpan(0, text.Length), _room); reader.MoveNext(); )
        {
            if (!lookup.TryGetValue(reader.Word, out var form))
            {
                var word = reader.Word.ToString();
                _bases.Add(word, form = EnglishStemmer.Base(word));
            }

            _words.Add(new(reader.Start, reader.End, form));
        }
    }

    public int StartOf(int word) => _words[word].Start;

    public int EndOf(int word) => _words[word].End;

    public int LengthOf(int word) => _words[word].End - _words[word].Start;

    /// <summary>The base form, which all inflected forms share.</summary>
    public string Base(int word) => _words[word].Base;

    /// <summary>
    /// True for two or more capitals with at most digits and an s: <c>AUC</c>, <c>SLAs</c>, but not <c>P95</c>.
    /// </summary>
    public bool IsCapitals(int word)
    {
        var text = Written(word);
        var capitals = 0;
        foreach (var character in text)
        {
            if (char.IsUpper(character))
                capitals++;
            else if (!char.IsDigit(character))
                return false;
        }

        return capitals > 1;
    }

    /// <summary>A word in capitals as written, without the s of its plural.</summary>
    public string Capitals(int word) => Written(word).ToString();

    /// <summary>
    /// True if only spaces, hyphens and similar characters separate the word from the next, so that both can belong to
    /// one name.
    /// </summary>
    public bool JoinsNext(int word)
    {
        var gap = GapAfter(word);
        return gap is "." || gap.IndexOfAnyExcept(" \n\t\u00a0-\u2010\u2011/&") < 0;
    }

    /// <summary>
    /// The symbol between the previous word and this one that is part of a name, as in Node.js and A/B; empty for
    /// spaces and hyphens.
    /// </summary>
    public string SignBetween(int word) =>
        GapAfter(word - 1) switch
        {
            "." => ".",
            "/" => "/",
            _ => "",
        };

    /// <summary>The leading dot, as in .NET; empty if there is none. The dots of an ellipsis do not count.</summary>
    public string SignBefore(int word)
    {
        var start = StartOf(word);
        return start > 0 && _text[start - 1] == '.' && (start == 1 || _text[start - 2] != '.') ? "." : "";
    }

    /// <summary>True if the word continues the previous one, as NET does in ASP.NET.</summary>
    public bool ContinuesOther(int word) =>
        SignBefore(word).Length > 0 && StartOf(word) > 1 && char.IsLetterOrDigit(_text[StartOf(word) - 2]);

    /// <summary>True if another word continues this one, as in Node.js.</summary>
    public bool IsContinued(int word) => word + 1 < Count && GapAfter(word) is ".";

    /// <summary>The <c>++</c> or <c>#</c> after the word, unless it is already part of the word.</summary>
    public string SignAfter(int word)
    {
        var rest = _text.AsSpan(EndOf(word).._length);
        var sign =
            rest.StartsWith("++") ? "++"
            : rest.StartsWith("#") ? "#"
            : "";
        return sign.Length < rest.Length && char.IsLetterOrDigit(rest[sign.Length]) ? "" : sign;
    }

    private ReadOnlySpan<char> GapAfter(int word)
    {
        var end = _words[word].End;
        var next = _words[word + 1].Start;
        return next <= end ? "" : _text.AsSpan(end, next - end);
    }

    private ReadOnlySpan<char> Written(int word)
    {
        var text = _text.AsSpan(_words[word].Start, LengthOf(word));
        if (text.EndsWith("'s") || text.EndsWith("’s"))
            return text[..^2];
        return text.Length > 2 && text[^1] == 's' ? text[..^1] : text;
    }

    private readonly record struct Word(int Start, int End, string Base);
}
