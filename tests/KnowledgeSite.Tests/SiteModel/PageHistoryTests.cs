using KnowledgeSite.Files;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.SiteModel;

public sealed class PageHistoryTests
{
    private static readonly TestSite Site = new TestSite()
        .Prepared("title: Test\nbase_url: https://kb.example/docs/\nauthors: true")
        .With("index.md", "---\ntitle: Home\nreviewed: 2026-11-03\n---\nText.\n")
        .With("new.md", "---\ntitle: New\nreviewed: 2026-11-05\n---\nText.\n")
        .With("quiet.md", "Text.\n");

    private static readonly VersionControl History = new(
        "input/",
        [
            Change(
                "d",
                "2026-11-05T23:30:00-08:00",
                "Later <words> & signs",
                ["Ann"],
                new ChangedFile(new("new.md"), null, false)
            ),
            Change(
                "c",
                "2026-11-04T10:00:00+01:00",
                "Rename",
                ["Ann", "Bo"],
                new ChangedFile(new("new.md"), new("old.md"), false),
                new ChangedFile(new("index.md"), null, false)
            ),
            Change(
                "b",
                "2026-11-02T10:00:00+01:00",
                "Old times",
                ["Cy"],
                new ChangedFile(new("old.md"), null, false),
                new ChangedFile(new("ladder.yaml"), null, false)
            ),
            Change("a", "2026-11-01T10:00:00+01:00", "Begin", ["Bo"], new ChangedFile(new("old.md"), null, true)),
            Change(
                "0",
                "2026-10-01T10:00:00+01:00",
                "Another page of that name",
                ["Dee"],
                new ChangedFile(new("old.md"), null, false),
                new ChangedFile(new("new.md"), null, false)
            ),
        ]
    );

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Files = new(() =>
        Site.Files(versionControl: History)
    );

    [Fact]
    public void A_printed_pack_does_not_depend_on_the_history()
    {
        var site = Site.With("_folder.yaml", "pack: true");
        Assert.Contains("Last edited", site.Files(versionControl: History)["new/index.html"]);
        Assert.Equal(Text(site.Files()), Text(site.Files(versionControl: History)));

        static string Text(IReadOnlyDictionary<string, string> files) =>
            files["pack/index.html"][files["pack/index.html"].IndexOf("<main", StringComparison.Ordinal)..];
    }

    [Fact]
    public void The_history_of_a_page_follows_renames_and_leaves_out_other_pages_with_the_same_name() =>
        Assert.Contains(
            "<time datetime=\"2026-11-05\">5 November 2026</time>, by Ann, Bo, Cy</li>",
            Files.Value["new/index.html"]
        );

    [Fact]
    public void A_page_that_was_changed_on_a_later_day_than_it_was_reviewed_says_so() =>
        Assert.Contains(
            "<time datetime=\"2026-11-04\">4 November 2026</time>, since last review, by Ann, Bo</li>",
            Files.Value["index.html"]
        );

    [Fact]
    public void Authors_are_only_named_if_the_settings_ask_for_it()
    {
        var site = new TestSite()
            .Prepared("title: Test\nbase_url: https://kb.example/docs/")
            .With("index.md", "Text.\n")
            .With("new.md", "Text.\n");
        var files = site.Files(versionControl: History);
        Assert.Contains("<time datetime=\"2026-11-05\">5 November 2026</time></li>", files["new/index.html"]);
        Assert.Contains("<name>Test</name>", files["feed.xml"]);
        Assert.All(["Ann", "Bo", "Cy"], name => Assert.DoesNotContain($">{name}<", files["feed.xml"]));
    }

    [Fact]
    public void A_page_without_a_history_shows_no_dates_of_changes() =>
        Assert.DoesNotContain("<dt>Changed</dt>", Files.Value["quiet/index.html"]);

    [Fact]
    public void The_feed_has_an_entry_for_each_change_of_pages_the_latest_first()
    {
        var feed = System.Xml.Linq.XDocument.Parse(Files.Value["feed.xml"]).Root!;
        var atom = feed.Name.Namespace;
        Assert.Equal(
            ["Later <words> & signs", "Rename", "Old times", "Begin"],
            feed.Elements(atom + "entry").Select(e => e.Element(atom + "title")!.Value)
        );
        Assert.Equal("2026-11-06T07:30:00Z", feed.Element(atom + "updated")!.Value);
        Assert.Equal(
            "https://kb.example/docs/new/",
            feed.Elements(atom + "entry").First().Element(atom + "link")!.Attribute("href")!.Value
        );
        Assert.Contains(
            "<link rel=\"alternate\" type=\"application/atom&#x2B;xml\" title=\"Test: changes\" href=\"../feed.xml\"",
            Files.Value["new/index.html"]
        );
    }

    [Fact]
    public void Without_an_address_of_the_site_or_without_a_history_there_is_no_feed_and_the_page_of_reviews_says_why()
    {
        var site = new TestSite().Prepared().With("index.md", "Text.\n");
        var files = site.Files(versionControl: History);
        Assert.False(files.ContainsKey("feed.xml"));
        Assert.Contains("There is no feed of changes. It needs the address", files["review/index.html"]);
        Assert.False(Site.Files().ContainsKey("feed.xml"));
    }

    [Fact]
    public void A_site_can_switch_off_its_history() =>
        Assert.DoesNotContain(
            "<dt>Changed</dt>",
            new TestSite()
                .Prepared("title: T\nhistory: false")
                .With("index.md", "Text.\n")
                .Files(versionControl: History)["index.html"]
        );

    [Fact]
    public void A_shallow_clone_is_reported_with_a_fix_and_is_never_an_error()
    {
        var result = new TestSite()
            .Prepared()
            .With("index.md", "---\ntitle: Home\n---\nText.\n")
            .Build(strict: true, versionControl: VersionControl.None with { IsShallow = true });
        Assert.Equal(
            "info KS121: This clone contains only the latest commits, so pages show no date and author of their "
                + "last change. Fetch the rest with 'git fetch --unshallow', or set 'fetch-depth: 0' in the "
                + "checkout step of the workflow.\n",
            TestSite.Print(result.Diagnostics)
        );
    }

    [Fact]
    public void An_error_of_git_is_reported() =>
        Assert.StartsWith(
            "info KS122: Git cannot read the history: detected dubious ownership.",
            TestSite.Print(
                new TestSite()
                    .Prepared()
                    .With("index.md", "---\ntitle: Home\n---\nText.\n")
                    .Build(versionControl: VersionControl.None with { Refusal = "detected dubious ownership" })
                    .Diagnostics
            )
        );

    private static Change Change(string id, string time, string subject, string[] people, params ChangedFile[] files) =>
        new(id, DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), people, subject, files);
}
