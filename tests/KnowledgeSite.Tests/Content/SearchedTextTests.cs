using KnowledgeSite.Content.Markup;

namespace KnowledgeSite.Tests.Content;

public sealed class SearchedTextTests
{
    [Fact]
    public void The_next_position_does_not_depend_on_the_order_of_queries()
    {
        const string Text = "a-->b--!>c-->d>e";
        var text = new SearchedText(Text);
        var random = new Random(1);
        for (var i = 0; i < 1000; i++)
        {
            var what = random.GetItems(["-->", "--!>", ">", "x"], 1)[0];
            var from = random.Next(Text.Length + 1);
            Assert.Equal(Text.IndexOf(what, from, StringComparison.Ordinal), text.Next(what, from));
        }
    }

    [Fact]
    public void Ten_thousand_queries_in_order_search_once_for_each_match()
    {
        var text = new SearchedText(string.Concat(Enumerable.Repeat("<title>", 10_000)) + "</title>");
        var searches = 0;
        for (var at = 0; at < text.Text.Length; at += 7)
            text.Next(
                "end",
                at,
                from =>
                {
                    searches++;
                    return text.Text.IndexOf("</title", from, StringComparison.Ordinal);
                }
            );
        Assert.InRange(searches, 1, 2);
    }
}
