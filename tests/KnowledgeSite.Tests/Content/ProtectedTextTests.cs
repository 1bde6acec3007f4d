using KnowledgeSite.Content.Markup;

namespace KnowledgeSite.Tests.Content;

public sealed class ProtectedTextTests
{
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    [Fact]
    public void Punctuation_means_nothing_until_it_is_restored()
    {
        var text = ProtectedText.Protect("a " + Punctuation);

        Assert.DoesNotContain(text, char.IsPunctuation);
        Assert.DoesNotContain(text, char.IsSymbol);
        Assert.Equal("a " + Punctuation, ProtectedText.Restore(text));
    }

    [Fact]
    public void A_text_is_on_one_line() => Assert.Equal("a b c", ProtectedText.Protect("a\n\n b\tc"));

    [Theory]
    [InlineData("scope.senior")]
    [InlineData("/ladders/data-science/levels/senior/")]
    [InlineData("/ladders/data/dimensions/scope/#scope.senior.ship")]
    public void Ids_and_addresses_stay_as_they_are(string text) => Assert.Equal(text, ProtectedText.Protect(text));

    [Theory]
    [InlineData("www.site.example")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData("_a_")]
    public void What_only_resembles_an_id_is_protected(string text) =>
        Assert.NotEqual(text, ProtectedText.Protect(text));

    [Fact]
    public void Characters_that_stand_for_others_cannot_be_smuggled_in() =>
        Assert.Equal("\uFFFDscript\uFFFD", ProtectedText.Restore(ProtectedText.Protect("\uFDDBscript\uFDDD")));

    [Fact]
    public void Only_what_means_something_has_a_backslash_in_Markdown() =>
        Assert.Equal(@"a\|b\*c, (d).", ProtectedText.RestoreAsMarkdown(ProtectedText.Protect("a|b*c, (d).")));
}
