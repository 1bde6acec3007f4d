using System.Globalization;
using System.Text;

namespace KnowledgeSite.Words;

/// <summary>
/// Splits text into normalized words for the index. The JavaScript counterpart is <c>analysis.js</c>; tests run both on
/// the same list of texts.
/// </summary>
internal ref struct WordReader
{
    /// <summary>The maximum word length in UTF-16 code units; longer words are truncated.</summary>
    public const int MaxLength = 64;

    /// <summary>The buffer size for a word; one character can fold to two.</summary>
    public const int BufferSize = MaxLength + 2;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _word;
    private int _at;
    private int _length;

    // For a run of characters without spaces: the start of the current pair, and the end of the run.
    private int _pair;
    private int _runEnd;

    /// <param name="word">A buffer of <see cref="BufferSize"/> characters.</param>
    public WordReader(ReadOnlySpan<char> text, Span<char> word)
    {
        _text = text;
        _word = word;
    }

    /// <summary>The word found by <see cref="MoveNext"/>; valid until the next call.</summary>
    public readonly ReadOnlySpan<char> Word =>
        _word[..(_length == MaxLength && char.IsHighSurrogate(_word[MaxLength - 1]) ? MaxLength - 1 : _length)];

    /// <summary>The start of the word in the text.</summary>
    public int Start { get; private set; }

    /// <summary>The position after the word in the text.</summary>
    public int End { get; private set; }

    public static IReadOnlyList<string> All(string text)
    {
        var words = new List<string>();
        var reader = new WordReader(text, stackalloc char[BufferSize]);
        while (reader.MoveNext())
            words.Add(reader.Word.ToString());
        return words;
    }

    public bool MoveNext()
    {
        if (_pair < _runEnd && NextPair())
            return true;
        while (_at < _text.Length)
        {
            if (char.IsAscii(_text[_at]))
            {
                if (!char.IsAsciiLetterOrDigit(_text[_at]))
                    _at++;
                else if (ReadWord())
                    return true;
            }
            else if (!IsStart(_text, _at, out var length))
                _at += length;
            else if (IsUnspaced(_text, _at))
                return BeginPairs();
            else if (ReadWord())
                return true;
        }

        return false;
    }

    private bool ReadWord()
    {
        _length = 0;
        Start = _at;
        ReadPlain();
        while (_at < _text.Length)
        {
            var character = _text[_at];
            if (char.IsAsciiLetterOrDigit(character))
            {
                ReadPlain();
                continue;
            }

            if (character == ' ')
                break;
            if (char.IsAscii(character))
            {
                if (!JoinsHere(character))
                    break;
                if (character == '.')
                    Append('.');
            }
            else if (IsWord(_text, _at, out var length))
            {
                if (IsUnspaced(_text, _at))
                    break;
                AppendFolded(length);
                _at += length;
                continue;
            }
            else if (!JoinsHere(character))
                break;

            _at++;
        }

        AppendSign();
        End = _at;
        return _length > 0;
    }

    /// <summary>Reads letters a to z and digits, the fast path for nearly all text.</summary>
    private void ReadPlain()
    {
        var at = _at;
        var length = _length;
        for (; at < _text.Length && char.IsAsciiLetterOrDigit(_text[at]); at++)
        {
            // Setting the bit for lower case does not change digits.
            if (length < MaxLength)
                _word[length++] = (char)(_text[at] | 0x20);
        }

        _at = at;
        _length = length;
    }

    /// <summary>"don't" is one word, and so are "10,000" and "v1.2"; invisible characters do not split words.</summary>
    private readonly bool JoinsHere(char character) =>
        character switch
        {
            '\'' or '’' => IsLetter(_at - 1) && IsLetter(_at + 1),
            '.' or ',' => IsDigit(_at - 1) && IsDigit(_at + 1),
            '\u00ad' or '\u200c' or '\u200d' or '\u2060' => _at + 1 < _text.Length && IsWord(_text, _at + 1, out _),
            _ => false,
        };

    /// <summary>"C#" and "C++" are names.</summary>
    private void AppendSign()
    {
        if (_length != 1 || !char.IsAsciiLetterLower(_word[0]))
            return;
        var rest = _text[_at..];
        var sign =
            rest.StartsWith("++") ? 2
            : rest is ['#', ..] ? 1
            : 0;
        if (sign == 0 || (rest.Length > sign && IsWord(rest, sign, out _)))
            return;
        for (var i = 0; i < sign; i++)
            Append(_text[_at++]);
    }

    private bool BeginPairs()
    {
        _pair = _at;
        _runEnd = _at;
        while (_runEnd < _text.Length && IsUnspaced(_text, _runEnd) && IsWord(_text, _runEnd, out var length))
            _runEnd += length;
        _at = _runEnd;
        if (!NextPair())
            TakeUnspaced(_pair, _runEnd);
        return true;
    }

    private bool NextPair()
    {
        var second = _pair + LengthAt(_text, _pair);
        if (second >= _runEnd)
            return false;
        TakeUnspaced(_pair, second + LengthAt(_text, second));
        _pair = second;
        return true;
    }

    private void TakeUnspaced(int start, int end)
    {
        _length = end - start;
        Start = start;
        End = end;
        _text[start..end].CopyTo(_word);
    }

    private void Append(char character)
    {
        if (_length < MaxLength)
            _word[_length++] = character;
    }

    private void AppendFolded(int length)
    {
        Span<char> folded = stackalloc char[2];
        var written =
            length == 2
                ? new Rune(_text[_at], _text[_at + 1]) is var rune
                    ? Rune.ToLowerInvariant(rune).EncodeToUtf16(folded)
                    : 0
                : LetterFolding.Fold(_text[_at], folded);
        foreach (var character in folded[..written])
            Append(character);
    }

    private readonly bool IsLetter(int at) =>
        at >= 0 && at < _text.Length && CategoryAt(_text, at, out _) <= UnicodeCategory.OtherLetter;

    private readonly bool IsDigit(int at) =>
        at >= 0 && at < _text.Length && CategoryAt(_text, at, out _) == UnicodeCategory.DecimalDigitNumber;

    private static bool IsStart(ReadOnlySpan<char> text, int at, out int length) =>
        CategoryAt(text, at, out length) is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;

    private static bool IsWord(ReadOnlySpan<char> text, int at, out int length) =>
        CategoryAt(text, at, out length) is <= UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber;

    private static int LengthAt(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private static UnicodeCategory CategoryAt(ReadOnlySpan<char> text, int at, out int length)
    {
        length = LengthAt(text, at);
        return length == 2 ? Rune.GetUnicodeCategory(new(text[at], text[at + 1])) : char.GetUnicodeCategory(text[at]);
    }

    /// <summary>Scripts without spaces between words; they are indexed by pairs of characters.</summary>
    private static bool IsUnspaced(ReadOnlySpan<char> text, int at) =>
        text[at] switch
        {
            < '\u0e00' => false,
            <= '\u0eff'
            or (>= '\u1000' and <= '\u109f')
            or (>= '\u1780' and <= '\u17ff')
            or (>= '\u3040' and <= '\u30ff') => true,
            (>= '\u3400' and <= '\u4dbf')
            or (>= '\u4e00' and <= '\u9fff')
            or (>= '\uac00' and <= '\ud7af')
            or (>= '\uf900' and <= '\ufaff') => true,
            >= '\ud840' and <= '\ud8bf' => LengthAt(text, at) == 2,
            _ => false,
        };
}
