using KnowledgeSite.Search;
using KnowledgeSite.Search.Ranking;

namespace KnowledgeSite.Tests.Search.Ranking;

public sealed class WordDictionaryTests
{
    private static readonly string[] Words =
    [
        "calibrated",
        "calibration",
        "happiness",
        "happy",
        "l6",
        "ladder",
        "ladders",
        "leader",
        "promote",
        "promotion",
        "scope",
    ];

    [Theory]
    [InlineData("scope", "scope", 0)]
    [InlineData("scpoe", "scope", 1)]
    [InlineData("scop", "scope", 1)]
    [InlineData("scoope", "scope", 1)]
    [InlineData("skope", "scope", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "ab", 2)]
    [InlineData("abcdef", "uvwxyz", 3)]
    public void Typos_are_letters_left_out_added_changed_or_exchanged(string a, string b, int typos) =>
        Assert.Equal(typos, EditDistance.Between(a, b, 2));

    [Theory]
    [InlineData("scope", "scope 1")]
    [InlineData("happiness", "happiness 1, happy 0.7")]
    [InlineData("scoep", "scope 0.78")]
    [InlineData("kcope", "scope 0.624")]
    [InlineData("promtoino", "promotion 0.2964")]
    [InlineData("l7", "")]
    [InlineData("laddre", "ladder 0.78")]
    [InlineData("scpe", "")]
    public void A_word_matches_itself_its_forms_and_words_it_is_a_typo_of(string word, string meant) =>
        Assert.Equal(meant, Print(word, unfinished: false));

    [Fact]
    public void An_unfinished_word_matches_words_that_begin_with_it() =>
        Assert.Equal($"calibrated {Prefix(5, 10)}, calibration {Prefix(5, 11)}", Print("calib", unfinished: true));

    [Fact]
    public void A_word_on_several_pages_is_not_a_typo()
    {
        var words = new WordDictionary([
            new("laddar", [], null) { PagesPower = 1 },
            new("ladder", [], null) { PagesPower = 2 },
        ]);
        Assert.Equal([0, 1], words.Meant("laddar", false).Select(m => m.Place));
        Assert.Equal([1], words.Meant("ladder", false).Select(m => m.Place));
    }

    private static string Prefix(int length, int of) => $"{Math.Round(0.94 * Math.Pow((double)length / of, 0.18), 4)}";

    private static string Print(string word, bool unfinished) =>
        string.Join(
            ", ",
            new WordDictionary([.. Words.Select(w => new WordPostings(w, [], null))])
                .Meant(word, unfinished)
                .Select(m => $"{Words[m.Place]} {Math.Round(m.Sureness, 4)}")
        );
}
