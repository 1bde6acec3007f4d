using KnowledgeSite.Search.Ranking;

namespace KnowledgeSite.Tests.Search.Ranking;

public sealed class QueryTests
{
    [Theory]
    [InlineData("staff scop", "staff scop", "scop")]
    [InlineData("staff scope ", "staff scope", "")]
    [InlineData("scope?", "scope", "")]
    [InlineData("scope staff scope", "scope staff", "scope")]
    [InlineData("数据科", "数据 据科", "据科")]
    [InlineData("...", "", "")]
    [InlineData("", "", "")]
    public void The_last_word_may_be_unfinished_where_the_query_ends_with_it(string text, string words, string last)
    {
        var query = Query.Parse(text);
        Assert.Equal((words, last), (string.Join(' ', query.Words), query.Last));
    }

    [Theory]
    [InlineData("\"levels add up\" staff", "levels add up")]
    [InlineData("“levels add up” and \"two words\"", "levels add up|two words")]
    [InlineData("\"alone\"", "")]
    [InlineData("\"not closed", "")]
    public void Text_in_quotation_marks_is_a_phrase(string text, string phrases) =>
        Assert.Equal(phrases, string.Join('|', Query.Parse(text).Phrases.Select(p => string.Join(' ', p))));

    [Fact]
    public void Only_the_beginning_of_a_long_query_is_used()
    {
        var query = Query.Parse(string.Join(' ', Enumerable.Range(0, 3000).Select(i => $"w{i}")));
        Assert.Equal(Enumerable.Range(0, 24).Select(i => $"w{i}"), query.Words);
    }
}
