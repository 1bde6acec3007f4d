using KnowledgeSite.Strings;

namespace KnowledgeSite.Tests.Strings;

public sealed class UiStringsTests
{
    [Theory]
    [InlineData("en", "29 November 2026", "29 Nov 2026")]
    [InlineData("en-GB", "29 November 2026", "29 Nov 2026")]
    [InlineData("en-US", "November 29, 2026", "Nov 29, 2026")]
    [InlineData("en-us", "November 29, 2026", "Nov 29, 2026")]
    public void A_date_is_written_as_in_the_language(string language, string full, string brief)
    {
        var date = new DateOnly(2026, 11, 29);
        var text = UiStrings.Find(language)!;
        Assert.Equal(full, text.LongDate(date));
        Assert.Equal(brief, text.ShortDate(date));
    }
}
