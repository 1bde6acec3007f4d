namespace KnowledgeSite.Words;

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
