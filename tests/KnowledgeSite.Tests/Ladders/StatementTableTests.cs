using System.Globalization;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Tests.Ladders;

public sealed class StatementTableTests
{
    private static IReadOnlyList<Ladder> Ladders => ExportedLadders.All;

    [Fact]
    public void Nothing_is_wrong_with_the_ladders_of_these_tests() =>
        Assert.Equal(
            "",
            string.Concat(
                ExportedLadders.Findings().Split('\n').Where(f => f.Contains("error", StringComparison.Ordinal))
            )
        );

    [Fact]
    public void A_row_has_the_kind_and_the_position_of_a_statement()
    {
        Assert.Equal(
            [
                "scope.junior Summary  Works on a task, or “two”. own ladders/ds/dimensions/scope.md:5",
                "scope.junior Signal scope.junior.task Closes a task a week. own ladders/ds/dimensions/scope.md:9",
                "scope.junior Signal scope.junior.equals =1+1 own ladders/ds/dimensions/scope.md:10",
                "scope.junior Signal scope.junior.quotes Writes \"quotes\", commas; and 日本語 🌳. own "
                    + "ladders/ds/dimensions/scope.md:11",
                "scope.junior Example  A report. own ladders/ds/dimensions/scope.md:5",
                "scope.junior AntiSignal  Waits. own ladders/ds/dimensions/scope.md:5",
            ],
            StatementTable.Rows(Ladders[0]).Take(6).Select(Print)
        );
        Assert.Equal(
            "Summary Signal Summary Ends NoIncrease NotApplicable",
            string.Join(' ', StatementTable.Rows(Ladders[0]).Skip(6).Take(6).Select(r => r.Kind))
        );
    }

    [Fact]
    public void A_row_of_an_overlay_names_its_ladder() =>
        Assert.Equal(
            [
                "scope.junior Summary  Works on a task, or “two”. ds ladders/ds/dimensions/scope.md:5",
                "scope.junior Summary  With models. own ladders/mle/dimensions/scope.md:5",
                "scope.junior Signal scope.junior.equals =1+1 ds ladders/ds/dimensions/scope.md:10",
                "scope.junior Signal scope.junior.quotes Writes \"quotes\", commas; and 日本語 🌳. ds "
                    + "ladders/ds/dimensions/scope.md:11",
                "scope.junior Signal scope.junior.model Trains a model. own ladders/mle/dimensions/scope.md:9",
                "scope.junior Example  A model card. own ladders/mle/dimensions/scope.md:5",
                "scope.junior Example  A report. ds ladders/ds/dimensions/scope.md:5",
                "scope.junior AntiSignal  Waits. ds ladders/ds/dimensions/scope.md:5",
            ],
            StatementTable.Rows(Ladders[1]).Take(8).Select(Print)
        );

    [Fact]
    public void Additions_of_an_overlay_replace_the_sentence_that_nothing_increases() =>
        Assert.Equal(
            ["scope.staff Summary  And yet more. own ladders/mle/dimensions/scope.md:15"],
            StatementTable.Rows(Ladders[1]).Where(r => r.CellId == "scope.staff").Select(Print)
        );

    private static string Print(StatementRow row) =>
        $"{row.CellId} {row.Kind} {row.Id} {row.Text} {row.Origin} "
        + $"{row.File}:{row.Line.ToString(CultureInfo.InvariantCulture)}";
}
