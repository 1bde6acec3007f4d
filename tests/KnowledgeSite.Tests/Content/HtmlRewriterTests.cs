using System.Buffers;
using System.Text;
using KnowledgeSite.Content;

namespace KnowledgeSite.Tests.Content;

/// <summary>Tests changes of HTML by its tag index.</summary>
public sealed class HtmlRewriterTests
{
    [Fact]
    public void Changes_are_made_in_the_order_of_the_text()
    {
        var text = Read("<p>One</p><p>Two</p>");
        text.Insert(text.Html.Tags[2].End, "2: ");
        text.Insert(text.Html.Tags[0].End, "1: ");
        Assert.Equal("<p>1: One</p><p>2: Two</p>", text.Write());
    }

    [Fact]
    public void An_element_is_removed_with_the_changes_inside_it()
    {
        var text = Read("<p>One</p><ul><li>Two</li></ul><hr><p>Three</p>");
        text.Insert(text.Html.Tags[3].End, "lost");
        text.Remove(2);
        text.Remove(6);
        Assert.Equal("<p>One</p><p>Three</p>", text.Write());
    }

    [Fact]
    public void An_attribute_is_changed_escaped_or_removed()
    {
        var text = Read("<a class=\"x\" href=\"old\">a > b</a><a title=\"href\" href=\"old\">c</a>");
        text.SetAttribute(text.Html.Tags[0], "href"u8, "?a=1&b=\"2\"");
        text.SetAttribute(text.Html.Tags[0], "id"u8, "not there");
        text.SetAttribute(text.Html.Tags[2], "href"u8, null);
        Assert.Equal("<a class=\"x\" href=\"?a=1&amp;b=&quot;2&quot;\">a > b</a><a title=\"href\">c</a>", text.Write());
    }

    [Fact]
    public void Ids_and_references_to_them_are_renamed()
    {
        var text = Read(
            "<a name=\"n\" id=\"i\" aria-describedby=\"i k\" data-id=\"i\">a</a>"
                + "<svg><use xlink:href=\"#i\"/><path fill=\"url(#i)\" stroke=\"url(#k)\"/></svg>"
        );
        foreach (var tag in text.Html.Tags)
            text.RenameIds(tag, id => id == "k" ? "k" : "p:" + id);
        Assert.Equal(
            "<a name=\"p:n\" id=\"p:i\" aria-describedby=\"p:i k\" data-id=\"i\">a</a>"
                + "<svg><use xlink:href=\"#p:i\"/><path fill=\"url(#p:i)\" stroke=\"url(#k)\"/></svg>",
            text.Write()
        );
    }

    [Fact]
    public void The_end_of_an_element_comes_before_a_slot_and_other_changes_after_it()
    {
        var html = Encoding.UTF8.GetBytes("one two");
        var text = new HtmlRewriter(
            new(html, [new(0, 1, SlotContent.Title), new(3, 2, SlotContent.Title), new(7, 3, SlotContent.Title)])
        );
        text.Wrap(0, 3, "<b>", "</b>");
        text.Wrap(3, 7, "<i>", "</i>");
        Assert.Equal("1<b>one</b>2<i> two</i>3", Write(text, 0, 7));
        Assert.Equal("two</i>3", Write(text, 4, 7));
    }

    private static string Write(HtmlRewriter text, int start, int end)
    {
        var output = new ArrayBufferWriter<byte>();
        text.WriteTo(output, slot => $"{slot.Link}", start, end);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static HtmlRewriter Read(string html) => new(new(Encoding.UTF8.GetBytes(html), []));
}
