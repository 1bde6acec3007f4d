using KnowledgeSite.Ladders;

namespace KnowledgeSite.Tests.Ladders;

public sealed class LadderTests
{
    private static LadderSite Scope =>
        LadderSite
            .Forked("scope")
            .Dimension(
                "ds",
                "scope",
                (
                    "junior",
                    "Works on a task.\n\n- Closes a task a week. {#scope.junior.task}\n"
                        + "- Reports on Fridays what was done. {#scope.junior.report}\n"
                        + "- Asks when stuck. {#scope.junior.asks}"
                ),
                (
                    "mid",
                    "Works on a feature.\n\n- Ships a feature a month. {#scope.mid.feature raises=scope.junior.task}"
                ),
                (
                    "senior",
                    "Works on a product.\n\n- Owns a product for a year. {#scope.senior.product "
                        + "raises=scope.mid.feature}\n- The report on Fridays is expected no longer. "
                        + "{ends=scope.junior.report}"
                ),
                (
                    "staff",
                    "Works on an area.\n\n- Sets the direction of an area. {#scope.staff.area "
                        + "raises=scope.senior.product}"
                ),
                ("manager", "Works through a team.\n\n- Hires a team. {#scope.manager.team}")
            );

    [Theory]
    [InlineData("junior", "scope.junior.task scope.junior.report scope.junior.asks")]
    [InlineData("mid", "scope.junior.report scope.junior.asks scope.mid.feature")]
    [InlineData("senior", "scope.junior.asks scope.senior.product")]
    [InlineData("staff", "scope.junior.asks scope.staff.area")]
    [InlineData("manager", "scope.junior.asks scope.senior.product scope.manager.team")]
    public void Raised_and_ended_signals_are_no_longer_expected_and_tracks_do_not_affect_each_other(
        string level,
        string expected
    ) => Assert.Equal(expected, Expected(Scope.Sound(), level));

    [Fact]
    public void The_order_of_the_levels_in_the_file_changes_no_expectation()
    {
        var ladder = new LadderSite()
            .Ladder("ds", "dimensions: [scope]\nlevels:\n  - {id: a, next: b}\n  - {id: c}\n  - {id: b, next: c}\n")
            .Dimension(
                "ds",
                "scope",
                ("a", "One.\n\n- Writes one. {#scope.a.x}"),
                ("b", "Two.\n\n- Writes two. {#scope.b.x raises=scope.a.x}"),
                ("c", "Three.\n\n- Writes three. {#scope.c.x raises=scope.b.x}")
            )
            .Sound();
        Assert.Equal("scope.c.x", Expected(ladder, "c"));
        Assert.Equal(["a", "b", "c"], ladder.Graph.PathTo(ladder.Levels[1]).Select(l => l.Id));
    }

    [Fact]
    public void Both_tracks_of_a_fork_lead_to_the_level_where_they_join()
    {
        var ladder = new LadderSite()
            .Ladder(
                "ds",
                "dimensions: [scope]\nlevels:\n  - {id: a, next: [b, c]}\n  - {id: b, next: d}\n"
                    + "  - {id: c, next: d}\n  - {id: d}\n"
            )
            .Dimension(
                "ds",
                "scope",
                ("a", "One.\n\n- Writes one. {#scope.a.x}"),
                ("b", "Two.\n\n- Writes two. {#scope.b.x}"),
                ("c", "Three.\n\n- Writes three. {#scope.c.x}"),
                ("d", "Four.\n\n- Writes four. {#scope.d.x}")
            )
            .Sound();
        Assert.Equal("scope.a.x scope.b.x scope.c.x scope.d.x", Expected(ladder, "d"));
        Assert.Equal("scope.a.x scope.c.x", Expected(ladder, "c"));
    }

    [Fact]
    public void An_overlay_replaces_a_signal_and_what_raised_it_raises_its_successor()
    {
        var site = Scope
            .Ladder("mle", "title: Engineering\nextends: ds\nlevels:\n  - {id: mid, code: E2}\n")
            .Dimension(
                "mle",
                "scope",
                (
                    "junior",
                    "With models.\n\n- Trains a model a week. {#scope.junior.model "
                        + "replaces=scope.junior.task}\n- Labels data. {#scope.junior.labels}"
                )
            );
        var ladders = site.Build();
        Assert.Equal("", site.Findings);
        var overlay = ladders.Single(l => l.Id == "mle");
        Assert.Equal(
            "scope.junior.report scope.junior.asks scope.junior.model scope.junior.labels",
            Expected(overlay, "junior")
        );
        Assert.Equal(
            "scope.junior.report scope.junior.asks scope.junior.labels scope.mid.feature",
            Expected(overlay, "mid")
        );
        Assert.Equal(
            ["Junior (L1)", "Mid (E2)", "Senior", "Staff", "Manager (M1)"],
            overlay.Levels.Select(l => l.Label)
        );
        Assert.Equal(
            "scope.junior.task scope.junior.report scope.junior.asks",
            Expected(ladders.Single(l => l.Id == "ds"), "junior")
        );
    }

    /// <summary>
    /// The number of paths from the first to the last level doubles with each level, and the number of steps grows with
    /// the square of the number of levels.
    /// </summary>
    [Fact]
    public void The_time_for_forty_levels_depends_on_their_steps_and_not_on_their_paths()
    {
        var before = WithEveryStep(10);
        var ladder = before.Sound();
        foreach (var levels in new[] { 20, 40 })
        {
            var site = WithEveryStep(levels);
            ladder = site.Sound();
            Assert.InRange(site.Allocated, before.Allocated, 4 * before.Allocated);
            before = site;
        }

        Assert.Equal(80, ladder.Expected(ladder.Dimensions[0], ladder.Levels[^1]).Count);
    }

    private static LadderSite WithEveryStep(int levels)
    {
        var ids = Enumerable.Range(1, levels).Select(i => $"l{i}").ToList();
        var dimensions = Enumerable.Range(1, 30).Select(i => $"d{i}").ToList();
        var site = new LadderSite().Ladder(
            "wide",
            $"dimensions: [{string.Join(", ", dimensions)}]\nlevels:\n"
                + string.Concat(
                    ids.Select((id, i) => $"  - {{id: {id}, next: [{string.Join(", ", ids.Skip(i + 1))}]}}\n")
                )
        );
        foreach (var dimension in dimensions)
            site.Dimension(
                "wide",
                dimension,
                [
                    .. ids.Select(l =>
                        (
                            l,
                            $"Says something.\n\n- Writes {l} of {dimension}, one of its kind, for {l}. "
                                + $"{{#{dimension}.{l}.a}}\n- Shows {l}. {{#{dimension}.{l}.b}}"
                        )
                    ),
                ]
            );
        return site;
    }

    private static string Expected(Ladder ladder, string level) =>
        string.Join(
            ' ',
            ladder.Expected(ladder.Dimensions[0], ladder.Levels.Single(l => l.Id == level)).Select(s => s.Id)
        );
}
