namespace KnowledgeSite.Words;

/// <summary>
/// Reads the index words of a text: those of <see cref="WordReader"/>, each identifier followed by its parts
/// (<c>getUserName</c> is also found by <c>user</c>), and two letters with a slash or an ampersand between them also as
/// one word (<c>A/B</c> is found by <c>ab</c>). All spellings of <c>one-to-one</c> (<c>1:1</c>, <c>1-1</c>, <c>one on
/// one</c>) share a common word. The JavaScript counterpart is <c>searchWordsIn</c> in <c>analysis.js</c>.
/// </summary>
internal ref struct SearchWordReader
{
    private const int MinPartLength = 2;

    /// <summary>The common word for all spellings of "one-to-one".</summary>
    public const string OneToOne = "onetoone";

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _partBuffer;
    private WordReader _words;
    private WordReader _part;

    // For the identifier whose parts are being read: the start of the next part, and the end.
    private int _nextPart;
    private int _identifierEnd;
    private int _letterBefore;

    // The length of the word that joins this one with the previous ones; 0 if there is none.
    private int _joined;

    // The roles of the two previous words in a spelling of "one to one", and the end of the nearer one.
    private OnePart _before;
    private OnePart _twoBefore;
    private int _endBefore;

    /// <param name="buffer">A buffer of <see cref="BufferSize"/> characters.</param>
    public SearchWordReader(ReadOnlySpan<char> text, Span<char> buffer)
    {
        _text = text;
        _words = new(text, buffer[..WordReader.BufferSize]);
        _partBuffer = buffer[WordReader.BufferSize..];
        _letterBefore = -1;
    }

    /// <summary>The number of characters in the buffer of a reader.</summary>
    public const int BufferSize = 2 * WordReader.BufferSize;

    /// <summary>True if the word is part of the previous word, or joins two previous words.</summary>
    public bool IsPart { get; private set; }

    /// <summary>The current word; valid until the next call.</summary>
    public readonly ReadOnlySpan<char> Word =>
        IsPart
            ? _joined > 0
                ? _partBuffer[.._joined]
                : _part.Word
            : _words.Word;

    /// <summary>The position after the word in the text.</summary>
    public int End { get; private set; }

    public static IReadOnlyList<string> ReadAll(string text)
    {
        var words = new List<string>();
        for (var reader = new SearchWordReader(text, stackalloc char[BufferSize]); reader.MoveNext(); )
            words.Add(reader.Word.ToString());
        return words;
    }

    public bool MoveNext()
    {
        if (MoveToPart())
            return true;
        IsPart = false;
        _joined = 0;
        if (!_words.MoveNext())
            return false;
        End = _words.End;
        var word = _text[_words.Start.._words.End];
        if (IsIdentifier(word))
        {
            _nextPart = _words.Start;
            _identifierEnd = _words.End;
        }
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
                OneToOne.CopyTo(_partBuffer);
                return true;
            }

            _partBuffer[0] = char.ToLowerInvariant(_text[_words.Start - 2]);
            _partBuffer[1] = char.ToLowerInvariant(_text[_words.Start]);
            return true;
        }

        if (_nextPart >= _identifierEnd)
            return false;
        IsPart = true;
        var start = _nextPart;
        for (_nextPart++; _nextPart < _identifierEnd && !BeginsPart(_text[.._identifierEnd], _nextPart); )
            _nextPart++;
        _part = new(_text[start.._nextPart], _partBuffer);
        _part.MoveNext();
        End = _nextPart;
        return true;
    }

    /// <summary>True if the word completes a spelling of "one-to-one"; remembers the word for the next call.</summary>
    private bool EndsOneToOne()
    {
        var part = _words.Word switch
        {
            "one" or "ones" or "1" or "1s" => OnePart.One,
            "to" or "on" => OnePart.Between,
            _ => OnePart.None,
        };
        if (!FollowsAt(_words.Start))
        {
            _before = OnePart.None;
            _twoBefore = OnePart.None;
        }
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
        _twoBefore = isColon ? OnePart.None : _before;
        _before = part;
        _endBefore = _words.End;
        return ends;
    }

    /// <summary>
    /// True if exactly one character separates this word from the previous one: a hyphen, a colon or a space.
    /// </summary>
    private readonly bool FollowsAt(int start) =>
        start > 0 && _endBefore == start - 1 && _text[start - 1] is ('-' or ':' or ' ');

    private readonly bool FollowsLetter(int start) =>
        _letterBefore >= 0 && _letterBefore == start - 2 && _text[start - 1] is '/' or '&';

    /// <summary>
    /// True for identifiers. "GitHub" and "JavaScript" are names, and a search for "script" does not mean them, so a
    /// word of two parts counts only if it begins with a lower-case letter. A word with a single-letter part, such as
    /// "LaTeX", does not count.
    /// </summary>
    private static bool IsIdentifier(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 * MinPartLength)
            return false;
        var parts = 1;
        var last = 0;
        for (var i = 1; i < word.Length; i++)
        {
            if (!BeginsPart(word, i))
                continue;
            if (i - last < MinPartLength)
                return false;
            parts++;
            last = i;
        }

        return word.Length - last >= MinPartLength && (parts > 2 || (parts == 2 && char.IsAsciiLetterLower(word[0])));
    }

    /// <summary>True at "Name" in "userName", and at "Server" in "HTTPServer".</summary>
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

/// <summary>
/// Converts text to lower case without accents. The accents of the Latin script are in a table, because the runtime
/// cannot decompose them without ICU; other scripts keep marks that make a different letter.
/// </summary>
internal static class LetterFolding
{
    /// <summary>The folded letters from À to ɏ and from Ḁ to ỿ; * if a letter is folded to two.</summary>
    private const string FromC0 =
        "aaaaaa*ceeeeiiiidnooooo×ouuuuy**aaaaaa*ceeeeiiiidnooooo÷ouuuuy*yaaaaaaccccccccddddeeeeeeeeeegggggggg"
        + "hhhhiiiiiiiiii**jjkkĸllllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsƀɓƃƃƅƅɔƈ"
        + "ƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuuǝaaaaææǥǥggkkoo"
        + "ooʒʒjǳǳǳggƕƿnnaaææøøaaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ";

    private const string From1E00 =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
        + "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyẚſẜẝ*ẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
        + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ";

    /// <summary>Folds a whole text.</summary>
    public static string Fold(string text)
    {
        var folded = new System.Text.StringBuilder(text.Length);
        Span<char> two = stackalloc char[2];
        foreach (var character in text)
            folded.Append(two[..Fold(character, two)]);
        return folded.ToString();
    }

    /// <summary>
    /// Writes the folded form of a character, and returns the number of UTF-16 code units written: 0 for a combining
    /// mark, 2 for ß.
    /// </summary>
    public static int Fold(char character, Span<char> folded)
    {
        if (character is >= '\u0300' and <= '\u036f')
            return 0;
        folded[0] = character switch
        {
            < '\u00c0' => char.ToLowerInvariant(character),
            <= '\u024f' => FromC0[character - '\u00c0'],
            >= '\u1e00' and <= '\u1eff' => From1E00[character - '\u1e00'],
            _ => char.ToLowerInvariant(character),
        };
        if (folded[0] != '*')
            return 1;
        var two = character switch
        {
            'æ' or 'Æ' => "ae",
            'þ' or 'Þ' => "th",
            'ĳ' or 'Ĳ' => "ij",
            'œ' or 'Œ' => "oe",
            _ => "ss",
        };
        two.CopyTo(folded);
        return two.Length;
    }
}
