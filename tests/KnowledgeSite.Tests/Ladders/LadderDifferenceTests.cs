using KnowledgeSite.Ladders;

namespace KnowledgeSite.Tests.Ladders;

/// <summary>
/// Tests which changes of a ladder expect more, which add or clarify, and which only change the wording. Each rule has
/// a minimal example.
/// </summary>
public sealed class LadderDifferenceTests
{
    private const string Plan = "Plans a week of work for oneself. {#scope.junior.plan}";

    private static readonly (string Level, string Text)[] Cells =
    [
        ("junior", $"Does small things.\n\n- {Plan}"),
        (
            "mid",
            "Does larger things.\n\n- Plans a month of work for oneself. {#scope.mid.plan "
                + "raises=scope.junior.plan}\n- Reads what others write. {#scope.mid.read}\n\n::: examples\n"
                + "- Planned the move of a table in March.\n:::"
        ),
        ("senior", "No increase here: the next step is one of depth."),
        (
            "staff",
            "Does the largest things.\n\n- Plans a year with other teams. {#scope.staff.plan "
                + "raises=scope.mid.plan}\n- Reading alone is no longer enough. {ends=scope.mid.read}"
        ),
        ("manager", "Leads people.\n\n- Hires. {#scope.manager.hire}"),
    ];

    [Fact]
    public void A_ladder_without_a_change_has_no_changes() => Assert.True(Change(_ => { }).IsEmpty);

    [Theory]
    [InlineData(
        "mid",
        "- Reads",
        "- Writes for others. {#scope.mid.write}\n- Reads",
        "Major New scope.mid.write mid [mid, senior, staff, manager]"
    )]
    [InlineData(
        "mid",
        "- Reads",
        "- Plans the week of a colleague too. {#scope.mid.colleague raises=scope.junior.plan}\n- Reads",
        "Major Raised scope.mid.colleague mid [mid, senior, staff, manager]"
    )]
    [InlineData(
        "staff",
        "\n- Reading alone is no longer enough. {ends=scope.mid.read}",
        "",
        "Major Wider scope.mid.read staff [staff]"
    )]
    [InlineData(
        "senior",
        "No increase here: the next step is one of depth.",
        "Does deeper things.",
        "Major AsksNow scope.senior senior [senior]"
    )]
    [InlineData(
        "mid",
        "\n- Reads what others write. {#scope.mid.read}",
        "",
        "Minor Gone scope.mid.read mid []",
        "staff",
        "\n- Reading alone is no longer enough. {ends=scope.mid.read}",
        ""
    )]
    [InlineData(
        "manager",
        "- Hires. {#scope.manager.hire}",
        "- Hires. {#scope.manager.hire}\n- Hires, and reads no more. {ends=scope.mid.read}",
        "Minor Ended scope.mid.read manager []"
    )]
    [InlineData("staff", " raises=scope.mid.plan", "", "Minor Linked scope.staff.plan staff []")]
    [InlineData(
        "mid",
        "::: examples",
        "::: examples\n- Wrote a guide to the tables that forty people use.",
        "Minor New  mid []"
    )]
    [InlineData("mid", "\n\n::: examples\n- Planned the move of a table in March.\n:::", "", "Minor Gone  mid []")]
    [InlineData("staff", "Plans a year", "Plans two years", "Patch Reworded scope.staff.plan staff []")]
    [InlineData("mid", "in March", "in the spring", "Patch Reworded  mid []")]
    [InlineData("mid", "Does larger things", "Does things that are larger", "Patch Reworded  mid []")]
    [InlineData(
        "mid",
        "{#scope.mid.read}",
        "{#scope.mid.reading was=scope.mid.read}",
        "Patch Renamed scope.mid.reading mid []",
        "staff",
        "ends=scope.mid.read",
        "ends=scope.mid.reading"
    )]
    [InlineData(
        "senior",
        "No increase here: the next step is one of depth.",
        "Does not apply, because the next step is one of depth.",
        "Minor OtherAnswer  senior []"
    )]
    [InlineData("senior", "one of depth", "a step of depth", "Patch Reworded  senior []")]
    public void A_change_of_a_cell_has_its_kind(
        string level,
        string old,
        string now,
        string expected,
        string? otherLevel = null,
        string otherOld = "",
        string otherNew = ""
    )
    {
        var change = Change(cells =>
        {
            cells[level] = Replace(cells[level], old, now);
            if (otherLevel is not null)
                cells[otherLevel] = Replace(cells[otherLevel], otherOld, otherNew);
        });
        Assert.Equal(
            expected.Replace("scope.senior senior", " senior", StringComparison.Ordinal),
            Print(Assert.Single(change.Statements))
        );
        Assert.Equal(expected.Split(' ')[0], change.Kind.ToString());
    }

    [Fact]
    public void A_signal_moved_to_an_earlier_level_expects_more_and_one_moved_to_a_later_level_does_not()
    {
        var earlier = Change(cells =>
        {
            cells["mid"] = Replace(cells["mid"], "\n- Reads what others write. {#scope.mid.read}", "");
            cells["junior"] += "\n- Reads what others write. {#scope.junior.read was=scope.mid.read}";
            cells["staff"] = Replace(cells["staff"], "ends=scope.mid.read", "ends=scope.junior.read");
        });
        Assert.Equal(["Major Earlier scope.junior.read junior [junior]"], earlier.Statements.Select(Print));

        var later = Change(cells =>
        {
            cells["mid"] = Replace(cells["mid"], "\n- Reads what others write. {#scope.mid.read}", "");
            cells["staff"] =
                "Does the largest things.\n\n- Plans a year with other teams. {#scope.staff.plan "
                + "raises=scope.mid.plan}\n- Reads what others write. {#scope.staff.read was=scope.mid.read}";
        });
        Assert.Contains("Major Earlier scope.staff.read staff [staff]", later.Statements.Select(Print));

        var laterStill = Change(cells =>
        {
            cells["mid"] = Replace(cells["mid"], "\n- Reads what others write. {#scope.mid.read}", "");
            cells["staff"] = Replace(
                cells["staff"],
                "\n- Reading alone is no longer enough. {ends=scope.mid.read}",
                ""
            );
            cells["manager"] += "\n- Reads what others write. {#scope.manager.read was=scope.mid.read}";
        });
        Assert.Equal(["Minor Later scope.manager.read manager []"], laterStill.Statements.Select(Print));
    }

    [Fact]
    public void Taking_out_a_larger_expectation_lets_the_smaller_one_come_back_without_expecting_more()
    {
        var change = Change(cells =>
            cells["staff"] = "Does the largest things.\n\n- Reading alone is no longer enough. {ends=scope.mid.read}"
        );
        Assert.Equal(["Minor Gone scope.staff.plan staff []"], change.Statements.Select(Print));
    }

    [Fact]
    public void A_new_level_at_the_top_adds_and_one_in_between_expects_more_of_those_above_it()
    {
        var top = Change(
            cells => cells["principal"] = "Does it all.\n\n- Sees ahead. {#scope.principal.see}",
            Levels.Replace("title: Staff,", "title: Staff, next: principal,", StringComparison.Ordinal)
                + "\n  - {id: principal, title: Principal, track: individual}"
        );
        Assert.Equal(ChangeKind.Minor, top.Kind);
        Assert.Equal(["principal", "staff"], top.Levels.Select(l => l.Id).Order());
        var between = Change(
            cells => cells["upper"] = "Does more.\n\n- Sees ahead. {#scope.upper.see}",
            Levels.Replace("next: [staff, manager]", "next: [upper, manager]", StringComparison.Ordinal)
                + "\n  - {id: upper, title: Upper, next: staff}"
        );
        Assert.Equal(
            "Major New scope.upper.see upper [staff]",
            Print(between.Statements.Single(s => s.Kind == ChangeKind.Major))
        );
    }

    [Theory]
    [InlineData("title: Junior", "title: Beginner", "Patch title")]
    [InlineData("code: L1", "code: L2", "Minor code")]
    [InlineData("reach: A team", "reach: Two teams", "Patch reach")]
    [InlineData("reach: A team, ", "", "Minor reach")]
    [InlineData("terminal: true", "terminal: false", "Major terminal")]
    [InlineData("track: individual", "track: shared", "Minor track")]
    public void A_fact_of_a_level_has_its_kind(string old, string now, string expected)
    {
        var change = Change(_ => { }, Replace(Levels, old, now));
        var fact = Assert.Single(Assert.Single(change.Levels).Facts);
        Assert.Equal(expected, $"{fact.Kind} {fact.Name}");
        Assert.Equal(fact.Kind, change.Kind);
    }

    [Fact]
    public void A_renamed_level_is_the_same_level()
    {
        var site = LadderSite
            .Forked("scope")
            .Dimension(
                "ds",
                "scope",
                [
                    .. Cells.Select(c =>
                        (
                            c.Level == "junior" ? "starter" : c.Level,
                            c.Text.Replace(
                                    "scope.junior.plan}",
                                    "scope.starter.plan was=scope.junior.plan}",
                                    StringComparison.Ordinal
                                )
                                .Replace(
                                    "raises=scope.starter.plan was=scope.junior.plan",
                                    "raises=scope.starter.plan",
                                    StringComparison.Ordinal
                                )
                        )
                    ),
                ]
            )
            .Ladder("ds", Replace(Levels, "id: junior", "id: starter, was: junior"));
        var change = LadderDifference.Between(Snapshot(Cells, Levels), Assert.Single(site.Build()).Document);
        Assert.Equal(ChangeKind.Patch, change.Kind);
        Assert.Equal("starter", Assert.Single(change.Levels).Id);
    }

    [Theory]
    [InlineData("Plans a week.", "Plans a month.", "−week +month")]
    [InlineData("Helps some.", "Helps every one of 3 teams.", "+every +one +3")]
    [InlineData("Plans well.", "Plans better.", "")]
    public void Words_that_may_strengthen_a_sentence_are_pointed_out(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(' ', WordingSigns.Between(before, after)));

    private static string Levels { get; } =
        """
            title: Data science
            dimensions: [scope]
            levels:
              - {id: junior, title: Junior, code: L1, next: mid}
              - {id: mid, title: Mid, next: senior}
              - {id: senior, title: Senior, next: [staff, manager], reach: A team, terminal: true}
              - {id: staff, title: Staff, track: individual}
              - {id: manager, title: Manager, code: M1, track: manager}
            """;

    private static LadderDifference Change(Action<Dictionary<string, string>> edit, string? levels = null)
    {
        var cells = Cells.ToDictionary(c => c.Level, c => c.Text, StringComparer.Ordinal);
        edit(cells);
        return LadderDifference.Between(
            Snapshot(Cells, Levels),
            Snapshot(cells.Select(c => (c.Key, c.Value)), levels ?? Levels)
        );
    }

    private static LadderDocument Snapshot(IEnumerable<(string Level, string Text)> cells, string levels) =>
        Assert.Single(new LadderSite().Ladder("ds", levels).Dimension("ds", "scope", [.. cells]).Build()).Document;

    private static string Replace(string text, string old, string now)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, now, StringComparison.Ordinal);
    }

    private static string Print(StatementChange change) =>
        $"{change.Kind} {change.Type} {change.Id} {change.Level} [{string.Join(", ", change.NewlyExpectedAt)}]";
}
