using KnowledgeSite.Ladders;

namespace KnowledgeSite.Tests.Ladders;

public sealed class LevelDiffTests
{
    private static readonly Ladder Ladder = LadderSite
        .Forked("scope")
        .Dimension(
            "ds",
            "scope",
            (
                "junior",
                "Works on a task.\n\n- Closes a task in each week of the year. {#scope.junior.task}\n"
                    + "- Reports on Fridays what was done. {#scope.junior.report}\n"
                    + "- Asks when stuck. {#scope.junior.asks}"
            ),
            ("mid", "Works on a feature.\n\n- Closes a feature a month. {#scope.mid.feature raises=scope.junior.task}"),
            (
                "senior",
                "Works on a product.\n\n- Closes a product in each decade of the year. "
                    + "{#scope.senior.product raises=scope.mid.feature}\n"
                    + "- Teaches a colleague. {#scope.senior.teaches}\n"
                    + "- The report on Fridays is expected no longer. {ends=scope.junior.report}"
            ),
            ("staff", "No increase here: the area is as large."),
            (
                "manager",
                "Does not apply, because a manager builds nothing.\n\n"
                    + "- Teaching is left to others. {ends=scope.senior.teaches}"
            )
        )
        .Build()
        .Single();

    [Fact]
    public void New_raised_kept_and_ended_signals_are_distinguished()
    {
        var diff = Between(Ladder, "mid", "senior");
        Assert.Equal(["scope.senior.teaches"], diff.New.Select(s => s.Id));
        Assert.Equal(["scope.mid.feature → scope.senior.product"], diff.Raised.Select(Print));
        Assert.Equal(["scope.junior.asks"], diff.CarriesOver.Select(s => s.Id));
        Assert.Equal(["scope.junior.report"], diff.Ended.Select(s => s.Id));
    }

    [Fact]
    public void What_is_raised_in_two_steps_is_raised_once()
    {
        var diff = Between(Ladder, "junior", "senior");
        Assert.Equal(["scope.junior.task → scope.senior.product"], diff.Raised.Select(Print));
        Assert.Equal(
            [
                "Kept:Closes a ",
                "Removed:task",
                "Added:product",
                "Kept: in each ",
                "Removed:week",
                "Added:decade",
                "Kept: of the year.",
            ],
            diff.Raised[0].Changes.Select(c => $"{c.Kind}:{c.Text}")
        );
        Assert.DoesNotContain(diff.Ended, s => s.Id == "scope.junior.task");
    }

    [Fact]
    public void A_step_that_adds_nothing_is_empty_and_one_across_the_fork_is_not()
    {
        Assert.True(Between(Ladder, "senior", "staff").IsEmpty);
        Assert.Equal(["scope.senior.teaches"], Between(Ladder, "staff", "manager").Ended.Select(s => s.Id));
        Assert.Equal(["scope.senior.teaches"], Between(Ladder, "manager", "staff").New.Select(s => s.Id));
    }

    [Fact]
    public void A_changed_comma_is_not_a_new_statement_because_statements_are_matched_by_id()
    {
        var overlay = LadderSite
            .Forked("scope")
            .Dimension(
                "ds",
                "scope",
                [
                    .. "junior mid senior staff manager"
                        .Split(' ')
                        .Select(l => (l, $"Works as {l}.\n\n- Writes as {l}. {{#scope.{l}.a}}")),
                ]
            )
            .Ladder("mle", "extends: ds")
            .Dimension("mle", "scope", ("junior", "- Writes, as junior. {#scope.junior.a replaces=scope.junior.a}"))
            .Build()
            .Single(l => l.Id == "mle");
        var diff = Between(overlay, "junior", "mid");
        Assert.Equal(["Writes, as junior."], diff.CarriesOver.Select(s => s.Text));
        Assert.Equal((1, 0, 0), (diff.New.Count, diff.Raised.Count, diff.Ended.Count));
    }

    private static LevelDiff Between(Ladder ladder, string from, string to) =>
        Assert.Single(
            LevelDiff.Between(ladder, ladder.Levels.Single(l => l.Id == from), ladder.Levels.Single(l => l.Id == to))
        );

    private static string Print(RaisedSignal raised) => $"{raised.Earlier.Id} → {raised.Later.Id}";
}
