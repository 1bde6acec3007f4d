using KnowledgeSite.Changes;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Changes;

/// <summary>Compares two states of tiny sites.</summary>
public sealed class SiteDifferenceTests
{
    [Fact]
    public void The_same_site_has_no_change()
    {
        var change = Between([("a.md", "# A\n\nText.")], [("a.md", "# A\n\nText.")]);
        Assert.True(change.IsEmpty);
        Assert.Empty(change.Owners);
    }

    [Fact]
    public void Pages_are_added_removed_and_changed()
    {
        var change = Between(
            [("a.md", "# A\n\nText."), ("b.md", "# B\n\nText.")],
            [("a.md", "# A\n\nOther text."), ("c.md", "# C\n\nNew words.")]
        );
        Assert.Equal(
            ["a.md changed", "b.md removed", "c.md added"],
            change.Pages.Select(p =>
            {
                var kind =
                    p.Before is null ? "added"
                    : p.After is null ? "removed"
                    : "changed";
                return $"{p.Page.Path} {kind}";
            })
        );
        Assert.Equal("/b/", Assert.Single(change.Addresses).Address.Value);
    }

    [Fact]
    public void A_moved_page_is_recognised_by_git_by_its_redirect_and_by_its_text()
    {
        (string, string)[] before = [("a.md", "# A\n\nOne."), ("b.md", "# B\n\nTwo."), ("c.md", "# C\n\nThree.")];
        var change = Between(
            before,
            [
                ("x.md", "---\nredirect_from: [/a/]\n---\n# A\n\nFirst."),
                ("y.md", "# B\n\nTwo."),
                ("z.md", "# C\n\nThird."),
            ],
            ("z.md", "c.md")
        );
        Assert.Equal(
            ["a.md→x.md", "b.md→y.md", "c.md→z.md"],
            change.Pages.Select(p => $"{p.Before!.Path}→{p.After!.Path}").Order()
        );
        Assert.Equal(
            [("/b/", "y.md"), ("/c/", "z.md")],
            change.Addresses.Select(a => (a.Address.Value, a.Successor!.Path.Value))
        );
    }

    [Fact]
    public void Changed_sections_have_their_former_text()
    {
        var change = Between(
            [
                (
                    "a.md",
                    "# A\n\nIntro.\n\n## One\n\nKept words here.\n\n- an item of a list\n\n## Two\n\nOld.\n\n"
                        + "## Four\n\nSame text.\n\n## Five\n\n[link](#one)"
                ),
            ],
            [
                (
                    "a.md",
                    "---\ntags: [x]\n---\n# A\n\nIntro.\n\n## One\n\nKept words there.\n\n"
                        + "- an item of a list\n\n## Three\n\nNew.\n\n## Four *marked*{#four}\n\nSame text.\n\n"
                        + "## Five\n\n[link](#four)"
                ),
            ]
        );
        var page = Assert.Single(change.Pages);
        Assert.Equal(["tags"], page.Keys);
        Assert.Equal(
            [
                "one Changed 8 [Kept words here.|Kept words there.]",
                "three New 14 [|New.]",
                "four Changed 18 [Four|Four marked]",
                "five Changed 22 links",
                "two Gone 11 [Old.|]",
            ],
            page.Sections.Select(Print)
        );
    }

    [Fact]
    public void A_section_that_is_added_at_the_end_leaves_the_one_before_it_unchanged_notes_and_all()
    {
        const string text = "# A\n\n## One\n\nWords.[^1]\n\n[^1]: A note.\n";
        var change = Between([("a.md", text)], [("a.md", text + "\n## Two\n\nMore.\n")]);
        Assert.Equal(["two New 9 [|More.]"], Assert.Single(change.Pages).Sections.Select(Print));
    }

    [Fact]
    public void A_changed_footnote_is_reported_once()
    {
        var change = Between(
            [("a.md", "# A\n\n## One\n\nWords.[^1]\n\n[^1]: A note.\n")],
            [("a.md", "# A\n\n## One\n\nWords.[^1]\n\n[^1]: A better note.\n")]
        );
        Assert.Equal(["fn: Changed  [A note.|A better note.]"], Assert.Single(change.Pages).Sections.Select(Print));
    }

    [Theory]
    [InlineData("", 1, 2)]
    [InlineData("retired: [senior]\n", 0, 0)]
    [InlineData("retired: [scope.senior]\n", 1, 0)]
    public void A_removed_level_is_one_line_and_a_retired_one_is_not_reported(string published, int levels, int ids)
    {
        static (string, string)[] Ladder(bool withSenior, string published) =>
            [
                ("lad/index.md", "# Ladder\n"),
                (
                    "lad/ladder.yaml",
                    "title: Data\ndimensions: [scope]\nlevels:\n"
                        + $"  - {{id: mid, title: Mid{(withSenior ? ", next: senior" : "")}}}\n"
                        + (withSenior ? "  - {id: senior, title: Senior}\n" : "")
                ),
                (
                    "lad/dimensions/scope.md",
                    "---\nkind: dimension\n---\n# Scope\n\n## Mid {#scope.mid}\n\nDoes it.\n"
                        + (
                            withSenior
                                ? "\n## Senior {#scope.senior}\n\nDoes more.\n\n- Plans. {#scope.senior.plan}\n"
                                : ""
                        )
                ),
                .. published.Length == 0 ? Array.Empty<(string, string)>() : [("lad/published.yaml", published)],
            ];
        var change = Between(Ladder(true, ""), Ladder(false, published));
        Assert.Equal(levels, change.Levels.Count);
        Assert.All(change.Levels, l => Assert.Equal(("senior", 3), (l.Level, l.Addresses.Count)));
        Assert.Empty(change.Addresses);
        Assert.Equal(ids, change.Ids.Count);
    }

    [Fact]
    public void What_a_ladder_retires_is_retired_in_its_overlays_too()
    {
        static (string, string)[] Ladders(string levels, string cells, string published) =>
            [
                ("base/ladder.yaml", $"title: Base\ndimensions: [scope]\nlevels:\n{levels}"),
                ("base/dimensions/scope.md", $"---\nkind: dimension\n---\n# Scope\n\n{cells}"),
                ("base/published.yaml", published),
                ("over/index.md", "# Over\n"),
                ("over/ladder.yaml", "title: Over\nextends: base\n"),
            ];
        const string mid = "## Mid {#scope.mid}\n\nDoes it.\n";
        const string senior = "\n## Senior {#scope.senior}\n\nDoes more.\n\n- Plans. {#scope.senior.plan}\n";
        var change = Between(
            Ladders("  - {id: mid, title: Mid, next: senior}\n  - {id: senior, title: Senior}\n", mid + senior, ""),
            Ladders("  - {id: mid, title: Mid}\n", mid, "retired: [senior]\n")
        );
        Assert.Equal(2, change.Ladders.Count);
        Assert.Empty(change.Levels);
        Assert.Empty(change.Addresses);
        Assert.Empty(change.Ids);
    }

    [Fact]
    public void Settings_are_compared_key_by_key_and_lists_entry_by_entry()
    {
        var changes = ChangedSetting.Between(
            new("site.yaml"),
            "title: A\nallow: [iframe]\nowners:\n  Ann: '@ann'\n  Ben: '@ben'\ntags: [a, b]\n",
            "title: B\nallow: [iframe, script]\nrules:\n  KS302: off\nowners:\n  Ann: '@eve'\ntags: [b, a]\n"
        );
        Assert.Equal(
            [
                "title: A → B (1)",
                "allow:  → script (2)",
                "rules.KS302:  → off (4)",
                "owners.Ann: @ann → @eve (6)",
                "owners.Ben: @ben →  ()",
            ],
            changes.Select(c => $"{c.Key}: {c.Before} → {c.After} ({c.Line})")
        );
    }

    [Fact]
    public void A_vanished_id_names_the_links_that_it_breaks_and_what_took_its_place()
    {
        var change = Between(
            [
                (
                    "a.md",
                    "# A\n\n## Reach\n\nText.\n\n## Other {#other was=older}\n\nText.\n\nA note.[^1]\n\n[^1]: Here."
                ),
                ("b.md", "# B\n\n[reach](a.md#reach)"),
            ],
            [("a.md", "# A\n\n## Scope\n\nText.\n\n## Other {#other}\n\nText."), ("b.md", "# B\n\n[reach](a.md#reach)")]
        );
        Assert.Equal(
            ["older ", "reach scope a.md:3 b.md:3"],
            change.Ids.Select(i =>
                $"{i.Id} "
                + $"{i.Successor}{(i.Place.Line is { } line ? $" {i.Place.Path}:{line}" : "")}"
                + string.Concat(i.Links.Select(l => $" {l.Path}:{l.Line}"))
            )
        );
        Assert.Equal(VanishedIdKind.Heading, change.Ids[1].Thing);
    }

    [Fact]
    public void A_former_id_that_stays_has_not_vanished() =>
        Assert.Empty(
            Between(
                [("a.md", "# A\n\n## Reach\n\nText.")],
                [("a.md", "# A\n\n## Scope {#scope was=reach}\n\nText.")]
            ).Ids
        );

    [Fact]
    public void A_removed_redirect_is_reported()
    {
        var change = Between([("a.md", "---\nredirect_from: [/old/]\n---\n# A\n\nText.")], [("a.md", "# A\n\nText.")]);
        var gone = Assert.Single(change.Addresses);
        Assert.Equal(("/old/", true, "a.md"), (gone.Address.Value, gone.WasRedirect, gone.Successor!.Path.Value));
    }

    [Fact]
    public void Owners_and_overdue_reviews_are_listed()
    {
        const string head = "---\nowner: Ann\nreviewed: 2026-01-01\nreview_in: 6 months\n---\n";
        var change = Between(
            [
                ("site.yaml", "title: T\nowners:\n  Ann: '@acme/ann'"),
                ("a.md", head + "# A\n\nText."),
                ("b.md", "# B\n\nText."),
            ],
            [
                ("site.yaml", "title: T\nowners:\n  Ann: '@acme/ann'"),
                ("a.md", head + "# A\n\nOther."),
                ("b.md", "# B\n\nOther."),
            ]
        );
        Assert.Equal(
            [("Ann", "@acme/ann", 1), ((string?)null, (string?)null, 1)],
            change.Owners.Select(o => (o.Name, o.Handle, o.Pages.Count))
        );
        Assert.Equal("a.md", Assert.Single(change.Overdue).Path.Value);
        Assert.Equal("a.md", Assert.Single(change.Unreviewed).Path.Value);
    }

    [Fact]
    public void A_ladder_tells_its_kind_its_coverage_and_where_each_statement_stands()
    {
        (string, string)[] Ladder(string mid) =>
            [
                (
                    "ladders/ds/ladder.yaml",
                    "title: DS\ndimensions: [scope]\nlevels:\n  - {id: junior, title: Junior, next: mid}\n"
                        + "  - {id: mid, title: Mid}"
                ),
                (
                    "ladders/ds/dimensions/scope.md",
                    "---\nkind: dimension\n---\n## Junior {#scope.junior}\n\nDoes it.\n\n"
                        + "- Plans. {#scope.junior.plan}\n\n"
                        + mid
                ),
            ];
        var change = Between(
            Ladder("## Mid {#scope.mid}\n\nDoes more.\n\n- Reads. {#scope.mid.read}"),
            Ladder("## Mid {#scope.mid}\n\nNo increase here: it is the same.\n")
        );
        var ladder = Assert.Single(change.Ladders);
        Assert.Equal((new Coverage(2, 0, 2), new Coverage(1, 1, 2)), (ladder.CoverageBefore, ladder.CoverageAfter));
        Assert.Equal(["scope.mid"], ladder.LostCells);
        Assert.Equal(
            ["scope.mid:10", "scope.mid.read:14"],
            ladder.Statements.Select(s => $"{s.Change.Id ?? s.Change.Cell}:{s.Place?.Line}")
        );
        Assert.Equal([VanishedIdKind.Signal], change.Ids.Select(i => i.Thing));
    }

    [Fact]
    public void A_change_of_a_base_ladder_is_reported_once()
    {
        (string, string)[] Ladders(string text) =>
            [
                ("ladders/ds/ladder.yaml", "title: DS\ndimensions: [scope]\nlevels:\n  - {id: junior, title: Junior}"),
                (
                    "ladders/ds/dimensions/scope.md",
                    "---\nkind: dimension\n---\n## Junior {#scope.junior}\n\nDoes it.\n\n"
                        + $"- {text} {{#scope.junior.plan}}\n"
                ),
                ("ladders/mls/ladder.yaml", "title: MLS\nextends: ds"),
                ("ladders/mls/index.md", "# MLS\n\nText."),
            ];
        var change = Between(Ladders("Plans."), Ladders("Plans ahead."));
        Assert.Equal(
            ["DS 1 ", "MLS 0 DS"],
            change.Ladders.Select(l => $"{l.Ladder.Title} {l.Statements.Count} {l.Base?.Title}")
        );
    }

    private static SiteDifference Between(
        (string Path, string Text)[] before,
        (string Path, string Text)[] after,
        params (string Now, string Before)[] renames
    ) =>
        SiteDifference.Between(
            Build(before),
            Build(after),
            renames.ToDictionary(r => new SourcePath(r.Now), r => new SourcePath(r.Before))
        );

    private static Site Build((string Path, string Text)[] files)
    {
        var site = new TestSite();
        foreach (var (path, text) in files)
            site.With(path, text);
        return site.Build().Site!;
    }

    private static string Print(ChangedSection section) =>
        $"{section.Id} {section.Type} {section.Line} "
        + (section.Links ? "links" : string.Concat(section.Texts.Select(t => $"[{t.Before}|{t.After}]")));
}
