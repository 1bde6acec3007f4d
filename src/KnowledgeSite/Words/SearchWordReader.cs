namespace KnowledgeSite.Words;

/// <summary>
/// Text to the words that it is found by: those of <see cref="WordReader"/>, each followed by the parts of an
/// identifier (<c>getUserName</c> is found by <c>user</c> too), and two letters with a stroke or an ampersand between
/// them as one word (<c>A/B</c> is found by <c>ab</c>). Every spelling of <c>one-to-one</c> (<c>1:1</c>, <c>1-1</c>,
/// <c>one on one</c>) has one word in common. Its twin is <c>searchWordsIn</c> in <c>analysis.js</c>.
/// </summary>
public ref struct SearchWordReader
{
    private const int ShortestPart = 2;

    /// <summary>The word that all spellings of "one-to-one" have in common.</summary>
    public const string OneToOne = "onetoone";

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _partRoom;
    private WordReader _words;
    private WordReader _part;

    // Of the identifier whose parts are being read: where the next one begins, and where it ends.
    private int _nextPart;
    private int _identifierEnd;
    private int _letterBefore;

    // The length of the word that joins this one with those before it; 0 where there is none.
    private int _joined;

    // Whether the two words before are parts of "one to one", and where the nearer one ends.
    private OnePart _before;
    private OnePart _twoBefore;
    private int _endBefore;

    /// <param name="room">Twice <see cref="WordReader.Room"/>.</param>
    public SearchWordReader(ReadOnlySpan<char> text, Span<char> room)
    {
        _text = text;
        _words = new(text, room[..WordReader.Room]);
        _partRoom = room[WordReader.Room..];
        _letterBefore = -1;
    }

    /// <summary>How many characters the words of one reader need.</summary>
    public const int Room = 2 * WordReader.Room;

    /// <summary>True where the word is a part of the one before it, or two of them together.</summary>
    public bool IsPart { get; private set; }

    /// <summary>Good until the next.</summary>
    public readonly ReadOnlySpan<char> Word =>
        IsPart
            ? _joined > 0
                ? _partRoom[.._joined]
                : _part.Word
            : _words.Word;

    /// <summary>What follows the word in the text.</summary>
    public int End { get; private set; }

    public static IReadOnlyList<string> ReadAll(string text)
    {
        var words = new List<string>();
        for (var reader = new SearchWordReader(text, stackalloc char[Room]); reader.MoveNext(); )
            words.Add(reader.Word.ToString());
        return words;
    }

    public bool MoveNext()
    {
        if (MoveToPart())
            return true;
        (IsPart, _joined) = (false, 0);
        if (!_words.MoveNext())
            return false;
        End = _words.End;
        var word = _text[_words.Start.._words.End];
        if (IsIdentifier(word))
            (_nextPart, _identifierEnd) = (_words.Start, _words.End);
        if (word.Length == 1 && char.IsAsciiLetter(word[0]) && FollowsLetter(_words.Start))
            _joined = 2;
        else if (EndsOneToOne())
            _joined = OneToOne.Length;
        _letterBefore = word.Length == 1 && char.IsAsciiLetter(word[0]) ? _words.Start : -1;
        return true;
    }

    private bool MoveToPart()
    {
        if (_joined > 0 && !IsPart)
        {
            IsPart = true;
            if (_joined == OneToOne.Length)
            {
                OneToOne.CopyTo(_partRoom);
                return true;
            }

            _partRoom[0] = char.ToLowerInvariant(_text[_words.Start - 2]);
            _partRoom[1] = char.ToLowerInvariant(_text[_words.Start]);
            return true;
        }

        if (_nextPart >= _identifierEnd)
            return false;
        IsPart = true;
        var start = _nextPart;
        for (_nextPart++; _nextPart < _identifierEnd && !BeginsPart(_text[.._identifierEnd], _nextPart); )
            _nextPart++;
        _part = new(_text[start.._nextPart], _partRoom);
        _part.MoveNext();
        End = _nextPart;
        return true;
    }

    /// <summary>The word is the last of "one-to-one" in one of its spellings; remembers it for the next word.</summary>
    private bool EndsOneToOne()
    {
        var part = _words.Word switch
        {
            "one" or "ones" or "1" or "1s" => OnePart.One,
            "to" or "on" => OnePart.Between,
            _ => OnePart.None,
        };
        if (!FollowsAt(_words.Start))
            (_before, _twoBefore) = (OnePart.None, OnePart.None);
        var isColon = _words.Start > 0 && _text[_words.Start - 1] == ':';
        var isSpace = _words.Start > 0 && _text[_words.Start - 1] == ' ';
        var ends =
            _words.Word is "1on1" or "1to1"
            || (
                part == OnePart.One
                && (
                    (_before == OnePart.One && !isSpace)
                    || (_before == OnePart.Between && _twoBefore == OnePart.One && !isColon)
                )
            );
        (_twoBefore, _before, _endBefore) = (isColon ? OnePart.None : _before, part, _words.End);
        return ends;
    }

    /// <summary>One character stands between this word and the one before: a hyphen, a colon or a space.</summary>
    private readonly bool FollowsAt(int start) =>
        start > 0 && _endBefore == start - 1 && _text[start - 1] is ('-' or ':' or ' ');

    private readonly bool FollowsLetter(int start) =>
        _letterBefore >= 0 && _letterBefore == start - 2 && _text[start - 1] is '/' or '&';

    /// <summary>
    /// Words such as "GitHub" and "JavaScript" are names, and nobody who looks for "script" means them: a word of two
    /// parts counts only where it begins with a small letter. Nor does one with a part of a single letter, such as
    /// "LaTeX".
    /// </summary>
    private static bool IsIdentifier(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 * ShortestPart || !word[1..].ContainsAnyInRange('A', 'Z'))
            return false;
        var (parts, last) = (1, 0);
        for (var i = 1; i < word.Length; i++)
        {
            if (!BeginsPart(word, i))
                continue;
            if (i - last < ShortestPart)
                return false;
            parts++;
            last = i;
        }

        return word.Length - last >= ShortestPart && (parts > 2 || (parts == 2 && char.IsAsciiLetterLower(word[0])));
    }

    /// <summary>"Name" in "userName", and "Server" in "HTTPServer".</summary>
    private static bool BeginsPart(ReadOnlySpan<char> word, int at)
    {
        if (!char.IsAsciiLetterUpper(word[at]))
            return false;
        if (char.IsAsciiLetterLower(word[at - 1]) || char.IsAsciiDigit(word[at - 1]))
            return true;
        return char.IsAsciiLetterUpper(word[at - 1]) && at + 1 < word.Length && char.IsAsciiLetterLower(word[at + 1]);
    }

    private enum OnePart : byte
    {
        None,
        One,
        Between,
    }
}
