using KnowledgeSite.Search;
using KnowledgeSite.Search.Indexing;
using KnowledgeSite.Search.Publishing;
using KnowledgeSite.Search.Synonyms;

namespace KnowledgeSite.Tests.Search.Synonyms;

public sealed class RelatedWordsTests
{
    [Theory]
    [InlineData("compensation", "pay")]
    [InlineData("appraisal", "evaluation")]
    [InlineData("exam", "test")]
    [InlineData("coaching", "trainer")]
    public void A_word_that_the_site_does_not_use_has_the_nearest_that_it_uses(string word, string nearest) =>
        Assert.Equal([nearest], Related(word, "evaluation", "ladder", "pay", "test", "trainer"));

    [Fact]
    public void At_most_three_words_are_given_and_the_nearest_first() =>
        Assert.Equal(["wage", "pay", "earnings"], Related("salary", "earnings", "pay", "payment", "wage"));

    [Theory]
    [InlineData("pay", "pay", "wage")]
    [InlineData("coaching", "coached", "trainer")]
    [InlineData("zebra", "ladder")]
    [InlineData("zzzz", "ladder")]
    public void Words_that_the_site_uses_in_any_form_and_words_without_a_neighbour_have_none(
        string word,
        params string[] used
    ) => Assert.Empty(Related(word, used));

    [Fact]
    public void An_English_word_is_known_without_a_neighbour_unless_the_site_uses_it()
    {
        var words = RelatedWords.For(IndexOf(["ladder"])).Select(r => r.Word).ToList();
        Assert.Contains("zebra", words);
        Assert.DoesNotContain("ladder", words);
        Assert.DoesNotContain("zzzz", words);
    }

    [Fact]
    public void A_site_in_another_language_has_none()
    {
        Assert.Empty(RelatedWords.For(IndexOf(["pay"]) with { Language = "de" }));
        Assert.NotEmpty(RelatedWords.For(IndexOf(["pay"]) with { Language = "EN-us" }));
    }

    [Fact]
    public void The_words_are_split_into_parts_that_begin_with_ascending_words()
    {
        var words = RelatedWords.For(IndexOf(["ladder", "pay", "person", "work"])).ToList();
        var parts = RelatedWordsWriter.Split(words);
        Assert.True(parts.Count > 1);
        var firsts = parts.Select(p => p.First).ToList();
        Assert.Equal(firsts.Order(StringComparer.Ordinal), firsts);
        Assert.Equal(words.Select(w => w.Word).Order(StringComparer.Ordinal), words.Select(w => w.Word));
    }

    private static IReadOnlyList<string> Related(string word, params string[] used) =>
        RelatedWords.For(IndexOf(used)).FirstOrDefault(r => r.Word == word).Related ?? [];

    private static SearchIndex IndexOf(string[] words) =>
        new([], [], [.. words.Order(StringComparer.Ordinal).Select(w => new WordPostings(w, [], null))], []);
}
