using KnowledgeSite.Rendering;

namespace KnowledgeSite.Tests.Rendering;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("en", "29 November 2026", "29 Nov 2026")]
    [InlineData("en-GB", "29 November 2026", "29 Nov 2026")]
    [InlineData("de", "29 November 2026", "29 Nov 2026")]
    [InlineData("en-US", "November 29, 2026", "Nov 29, 2026")]
    [InlineData("en-us", "November 29, 2026", "Nov 29, 2026")]
    public void A_date_is_written_in_the_order_of_the_language(string language, string full, string brief)
    {
        var date = new DateOnly(2026, 11, 29);
        Assert.Equal(full, DateText.FormatLong(date, language));
        Assert.Equal(brief, DateText.FormatShort(date, language));
    }
}
