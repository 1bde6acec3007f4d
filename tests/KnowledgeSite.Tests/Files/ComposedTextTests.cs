using KnowledgeSite.Files;

namespace KnowledgeSite.Tests.Files;

/// <summary>Expected values are those of Unicode normalization form C.</summary>
public sealed class ComposedTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("re\u0301sume\u0301", "r\u00e9sum\u00e9")]
    [InlineData("r\u00e9sum\u00e9", "r\u00e9sum\u00e9")]
    [InlineData("a\u0323\u0302", "\u1ead")]
    [InlineData("a\u0302\u0323", "\u1ead")]
    [InlineData("\u00e2\u0323", "\u1ead")]
    [InlineData("a\u0327\u0301", "\u00e1\u0327")]
    [InlineData("\u1112\u1161\u11ab\u1100\u1173\u11af", "\ud55c\uae00")]
    [InlineData("\u30d5\u3099", "\u30d6")]
    [InlineData("\u0438\u0306", "\u0439")]
    [InlineData("\u0301x", "\u0301x")]
    [InlineData("\u0915\u093c", "\u0915\u093c")]
    [InlineData("\ud800e\u0301", "\ud800\u00e9")]
    [InlineData("\ud83d\ude00e\u0301", "\ud83d\ude00\u00e9")]
    public void Letters_and_their_accents_are_composed(string text, string expected) =>
        Assert.Equal(expected, ComposedText.Compose(text));

    [Fact]
    public void Very_many_combining_marks_take_linear_time()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 200_000));
        Assert.Equal(text.Length - 1, ComposedText.Compose(text).Length);
    }
}
