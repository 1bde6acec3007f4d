using System.Text;
using System.Text.Json;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Tests.Ladders;

public sealed class RubricJsonTests
{
    private static IReadOnlyList<Ladder> Ladders => ExportedLadders.All;

    [Fact]
    public void Json_that_is_read_and_written_again_is_the_same_to_the_byte()
    {
        foreach (var ladder in Ladders)
        {
            var bytes = ExportedLadders.Written(RubricJson.Write, ladder);
            Assert.Equal(bytes, ExportedLadders.Written(RubricJson.Write, RubricJson.Read(bytes)));
        }
    }

    [Fact]
    public void Json_says_all_that_the_ladder_does()
    {
        var document = RubricJson.Read(ExportedLadders.Written(RubricJson.Write, Ladders[1]));
        Assert.Equal(
            new RubricLadder("mle", "Machine learning: [engineering] / operations", null, "ds"),
            document.Ladder
        );
        Assert.Equal(["junior", "mid", "senior", "staff", "manager"], document.Levels.Select(l => l.Id));
        Assert.Equal(
            ("L1", "shared", "mid"),
            (document.Levels[0].Code, document.Levels[0].Track, document.Levels[0].Next[0])
        );
        Assert.Equal(
            ("A team", true, "middle"),
            (document.Levels[2].Reach, document.Levels[2].Terminal, document.Levels[1].Was[0])
        );
        Assert.Equal(
            ["written", "written", "written", "written", "not-applicable"],
            document.Cells.Take(5).Select(c => c.Standing)
        );
        Assert.Equal(
            ("Works on a task, or “two”.", "With models."),
            (document.Cells[0].Summary, document.Cells[0].Addition)
        );
        Assert.Equal(
            new RubricSignal("scope.mid.feature", "Closes a feature a month.", "scope.junior.model", "ds"),
            document.Cells[1].Signals[0]
        );
        Assert.Equal(
            new RubricEnding("scope.junior.quotes", "The quotes are expected no longer."),
            document.Cells[2].Ends[0]
        );
        Assert.Equal("a manager builds nothing", document.Cells[4].Reason);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData(
        """{"schema":"knowledgesite.rubric/2","ladder":{"id":"a","title":"A","description":null,"extends":null},"""
            + """ "levels":[],"dimensions":[],"cells":[]}"""
    )]
    [InlineData("""{"schema":"knowledgesite.rubric/1","ladder":null,"levels":[],"dimensions":[],"cells":[]}""")]
    public void Json_of_another_shape_is_refused(string json) =>
        Assert.Throws<JsonException>(() => RubricJson.Read(Encoding.UTF8.GetBytes(json)));
}
