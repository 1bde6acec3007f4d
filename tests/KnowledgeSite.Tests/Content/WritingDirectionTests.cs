using KnowledgeSite.Content;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Content;

public sealed class WritingDirectionTests
{
    [Theory]
    [InlineData("ar", true)]
    [InlineData("he-IL", true)]
    [InlineData("FA-ir", true)]
    [InlineData("az-Arab", true)]
    [InlineData("en-GB", false)]
    [InlineData("sd-Deva-IN", false)]
    [InlineData("ar-Latn", false)]
    [InlineData("", false)]
    public void The_script_of_a_language_tag_decides_otherwise_the_language(string language, bool isRightToLeft) =>
        Assert.Equal(isRightToLeft, WritingDirection.IsRightToLeft(language));

    [Fact]
    public void A_site_in_Arabic_is_written_from_right_to_left_and_one_in_English_has_no_dir_attribute()
    {
        Assert.Contains(
            "<html lang=\"ar\" dir=\"rtl\">",
            new TestSite().With("index.md", "# مرحبا\n").Prepared("title: Test\nlanguage: ar").Files()["index.html"]
        );
        Assert.Contains("<html lang=\"en\">", new TestSite().With("index.md", "# Welcome\n").Files()["index.html"]);
    }
}
