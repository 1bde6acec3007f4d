namespace KnowledgeSite.Mathematics;

/// <summary>An alphabet of letters with a meaning of their own, such as bold for vectors.</summary>
internal enum Alphabet
{
    /// <summary>Italic for letters, upright for digits and capital Greek letters.</summary>
    Usual,
    Roman,
    Italic,
    Bold,
    BoldItalic,
    Script,
    BoldScript,
    Fraktur,
    BoldFraktur,
    DoubleStruck,
    SansSerif,
    BoldSansSerif,
    Typewriter,
}

/// <summary>Maps letters to the mathematical alphanumeric symbols of Unicode, as MathML Core requires.</summary>
internal static class Alphabets
{
    /// <summary>Letters of an alphabet that Unicode has in another block, at A…Z and a…z.</summary>
    private static readonly Dictionary<int, int> Exceptions = new()
    {
        [0x1D455] = 0x210E,
        [0x1D49D] = 0x212C,
        [0x1D4A0] = 0x2130,
        [0x1D4A1] = 0x2131,
        [0x1D4A3] = 0x210B,
        [0x1D4A4] = 0x2110,
        [0x1D4A7] = 0x2112,
        [0x1D4A8] = 0x2133,
        [0x1D4AD] = 0x211B,
        [0x1D4BA] = 0x212F,
        [0x1D4BC] = 0x210A,
        [0x1D4C4] = 0x2134,
        [0x1D506] = 0x212D,
        [0x1D50B] = 0x210C,
        [0x1D50C] = 0x2111,
        [0x1D515] = 0x211C,
        [0x1D51D] = 0x2128,
        [0x1D53A] = 0x2102,
        [0x1D53F] = 0x210D,
        [0x1D545] = 0x2115,
        [0x1D547] = 0x2119,
        [0x1D548] = 0x211A,
        [0x1D549] = 0x211D,
        [0x1D551] = 0x2124,
    };

    /// <summary>Variants of Greek letters, in the order in which they follow omega.</summary>
    private const string GreekVariants = "∂ϵϑϰϕϱϖ";

    /// <summary>The alphabet with bold letters.</summary>
    public static Alphabet Embolden(Alphabet alphabet) =>
        alphabet switch
        {
            Alphabet.Usual or Alphabet.Italic => Alphabet.BoldItalic,
            Alphabet.Roman => Alphabet.Bold,
            Alphabet.Script => Alphabet.BoldScript,
            Alphabet.Fraktur => Alphabet.BoldFraktur,
            Alphabet.SansSerif => Alphabet.BoldSansSerif,
            _ => alphabet,
        };

    /// <summary>The letter or digit in the alphabet, or as it is if the alphabet does not have it.</summary>
    public static string Map(string character, Alphabet alphabet)
    {
        if (character.Length != 1 || alphabet is Alphabet.Usual or Alphabet.Roman)
            return character;
        var c = character[0];
        var code = c switch
        {
            >= 'A' and <= 'Z' => FirstLetter(alphabet) + c - 'A',
            >= 'a' and <= 'z' => FirstLetter(alphabet) + 26 + c - 'a',
            >= '0' and <= '9' => FirstDigit(alphabet) is { } digit ? digit + c - '0' : 0,
            'ı' => alphabet is Alphabet.Italic ? 0x1D6A4 : 0,
            'ȷ' => alphabet is Alphabet.Italic ? 0x1D6A5 : 0,
            _ => FirstGreek(alphabet, c) is { } first && GreekOffset(c) is { } offset ? first + offset : 0,
        };
        return code == 0 ? character : char.ConvertFromUtf32(Exceptions.GetValueOrDefault(code, code));
    }

    private static int FirstLetter(Alphabet alphabet) =>
        alphabet switch
        {
            Alphabet.Bold => 0x1D400,
            Alphabet.Italic => 0x1D434,
            Alphabet.BoldItalic => 0x1D468,
            Alphabet.Script => 0x1D49C,
            Alphabet.BoldScript => 0x1D4D0,
            Alphabet.Fraktur => 0x1D504,
            Alphabet.DoubleStruck => 0x1D538,
            Alphabet.BoldFraktur => 0x1D56C,
            Alphabet.SansSerif => 0x1D5A0,
            Alphabet.BoldSansSerif => 0x1D5D4,
            _ => 0x1D670,
        };

    private static int? FirstDigit(Alphabet alphabet) =>
        alphabet switch
        {
            Alphabet.Bold or Alphabet.BoldItalic or Alphabet.BoldScript or Alphabet.BoldFraktur => 0x1D7CE,
            Alphabet.DoubleStruck => 0x1D7D8,
            Alphabet.SansSerif => 0x1D7E2,
            Alphabet.BoldSansSerif => 0x1D7EC,
            Alphabet.Typewriter => 0x1D7F6,
            _ => null,
        };

    /// <summary>As in LaTeX, capital Greek letters stay upright in <c>\boldsymbol</c>.</summary>
    private static int? FirstGreek(Alphabet alphabet, char c) =>
        alphabet switch
        {
            Alphabet.Bold => 0x1D6A8,
            Alphabet.Italic => 0x1D6E2,
            Alphabet.BoldItalic => c is (>= 'Α' and <= 'Ω') or '∇' ? 0x1D6A8 : 0x1D71C,
            Alphabet.BoldSansSerif => 0x1D756,
            _ => null,
        };

    private static int? GreekOffset(char c) =>
        c switch
        {
            >= 'Α' and <= 'Ω' => c - 'Α',
            'ϴ' => 17,
            '∇' => 25,
            >= 'α' and <= 'ω' => c - 'α' + 26,
            _ => GreekVariants.IndexOf(c) is >= 0 and var index ? 51 + index : null,
        };
}
