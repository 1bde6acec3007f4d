using KnowledgeSite.Ladders;

namespace KnowledgeSite.Tests.Ladders;

public sealed class WordChangeTests
{
    [Theory]
    [InlineData("Plans a week.", "Plans a week.", "Plans a week.")]
    [InlineData(
        "Plans a week with others.",
        "Plans a quarter with others.",
        "Plans a [-week-]{+quarter+} with others."
    )]
    [InlineData(
        "Plans the work of a week.",
        "Plans the work of a week, alone.",
        "Plans the work of a [-week.-]{+week, alone.+}"
    )]
    [InlineData("Plans a week.", "Hires people.", "[-Plans a week.-]{+Hires people.+}")]
    [InlineData("", "Hires people.", "[--]{+Hires people.+}")]
    [InlineData("", "", "")]
    [InlineData("Plant Bäume 🌳 im Wald.", "Plant Bäume 🌲 im Wald.", "Plant Bäume [-🌳-]{+🌲+} im Wald.")]
    public void Kept_removed_and_added_words_are_marked(string earlier, string later, string expected) =>
        Assert.Equal(expected, string.Concat(WordChange.Between(earlier, later).Select(Print)));

    [Theory]
    [InlineData("Plans a week with the team and others.", "Plans a quarter with the whole team.")]
    [InlineData("a  b   c d e", "a b   c  d e")]
    [InlineData("one two three four", "zero one two three four five")]
    public void Both_wordings_can_be_put_together_again(string earlier, string later)
    {
        var changes = WordChange.Between(earlier, later);
        Assert.Equal(earlier, string.Concat(changes.Where(c => c.Kind != WordChangeKind.Added).Select(c => c.Text)));
        Assert.Equal(later, string.Concat(changes.Where(c => c.Kind != WordChangeKind.Removed).Select(c => c.Text)));
    }

    private static string Print(WordChange change) =>
        change.Kind switch
        {
            WordChangeKind.Removed => $"[-{change.Text}-]",
            WordChangeKind.Added => $"{{+{change.Text}+}}",
            _ => change.Text,
        };
}
