using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Tests.Ladders;

public sealed class LadderJsonTests
{
    private static IReadOnlyList<Ladder> Ladders => ExportedLadders.All;

    [Fact]
    public void An_export_contains_the_whole_ladder()
    {
        var export = Export(Ladders[1]);
        Assert.Equal(
            """
            {"id":"mle","title":"Machine learning: [engineering] / operations","description":null,"extends":"ds"}
            """,
            export["ladder"]!.ToJsonString()
        );
        Assert.Equal(
            """{"id":"mid","code":null,"title":"Mid","track":"shared","next":["senior"],"reach":null,"""
                + """ "horizon":null,"direction":null,"terminal":false,"was":["middle"]}""".TrimStart(),
            export["levels"]![1]!.ToJsonString()
        );
        Assert.Equal(
            ["written", "written", "written", "written", "not-applicable"],
            export["cells"]!.AsArray().Take(5).Select(c => (string?)c!["standing"])
        );
        var junior = export["cells"]![0]!;
        Assert.Equal(
            ("Works on a task, or “two”.", "With models."),
            ((string?)junior["summary"], (string?)junior["addition"])
        );
        Assert.Equal(
            """
            {"id":"scope.mid.feature","text":"Closes a feature a month.","raises":"scope.junior.model","origin":"ds"}
            """,
            export["cells"]![1]!["signals"]![0]!.ToJsonString()
        );
        Assert.Equal(
            """
            {"id":"scope.junior.quotes","text":"The quotes are expected no longer."}
            """,
            export["cells"]![2]!["ends"]![0]!.ToJsonString()
        );
        Assert.Equal("a manager builds nothing", (string?)export["cells"]![4]!["reason"]);
    }

    [Fact]
    public void An_export_lists_its_properties_in_a_fixed_order() =>
        Assert.Equal(
            "schema ladder levels dimensions cells; id title description; "
                + "id level dimension standing summary addition reason signals ends examples antiSignals",
            string.Join(
                "; ",
                new[]
                {
                    Export(Ladders[0]),
                    Export(Ladders[0])["dimensions"]![0],
                    Export(Ladders[0])["cells"]![0],
                }.Select(part => string.Join(' ', part!.AsObject().Select(p => p.Key)))
            )
        );

    [Fact]
    public void A_version_leaves_out_what_is_empty()
    {
        var version = JsonNode.Parse(LadderJson.WriteVersion(Ladders[1].Document))!;
        Assert.Equal("knowledgesite.ladder/1", (string?)version["schema"]);
        Assert.Equal(
            """
            {"id":"mid","title":"Mid","track":"shared","next":["senior"],"was":["middle"]}
            """,
            version["levels"]![1]!.ToJsonString()
        );
        Assert.Equal(
            """
            {"id":"scope.mid.feature","raises":"scope.junior.model","text":"Closes a feature a month."}
            """,
            version["cells"]![1]!["signals"]![0]!.ToJsonString()
        );
        Assert.Equal(
            "id level dimension summary signals was",
            string.Join(' ', version["cells"]![1]!.AsObject().Select(p => p.Key))
        );
    }

    [Fact]
    public void A_version_is_read_as_it_was_written()
    {
        foreach (var ladder in Ladders)
        {
            var file = LadderJson.WriteVersion(ladder.Document);
            Assert.Equal(file, LadderJson.WriteVersion(LadderJson.ReadVersion(file)));
            Assert.True(LadderDifference.Between(ladder.Document, LadderJson.ReadVersion(file)).IsEmpty);
        }
    }

    [Fact]
    public void A_version_without_optional_keys_and_with_unknown_ones_can_be_read()
    {
        var document = LadderJson.ReadVersion(
            Encoding.UTF8.GetBytes(
                "\uFEFF"
                    + """{"title":"A","ladder":"a","later":{},"levels":[{"id":"l","title":"L"}],"cells":[{"id":"d.l","""
                    + """ "level":"l","dimension":"d","ends":[{"id":"d.k.x"}]}],"schema":"knowledgesite.ladder/1"}"""
            )
        );
        Assert.Equal(("a", "A"), (document.Id, document.Title));
        Assert.Equal(
            ("shared", 0, 0),
            (document.Levels[0].Track, document.Levels[0].Next.Count, document.Levels[0].Was.Count)
        );
        var cell = document.Cells[0];
        Assert.True(cell.IsWritten);
        Assert.Empty(cell.Signals);
        Assert.Empty(cell.Examples.Concat(cell.AntiSignals).Concat(cell.Was));
        Assert.Equal(new EndingData("d.k.x"), Assert.Single(cell.Ends));
        Assert.Empty(document.Dimensions);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{"schema":"knowledgesite.ladder/2","ladder":"a","title":"A"}""")]
    [InlineData("""{"schema":"knowledgesite.ladder/1","ladder":null,"title":"A"}""")]
    [InlineData("""{"schema":"knowledgesite.ladder/1","ladder":"a","title":"A","levels":[{"title":"L"}]}""")]
    [InlineData("""{"schema":"knowledgesite.ladder/1","ladder":"a","title":"A","dimensions":[{"id":"d"}]}""")]
    public void A_version_of_another_shape_is_refused(string json) =>
        Assert.Throws<JsonException>(() => LadderJson.ReadVersion(Encoding.UTF8.GetBytes(json)));

    private static JsonNode Export(Ladder ladder) =>
        JsonNode.Parse(ExportedLadders.Written(LadderJson.WriteExport, ladder))!;
}
