using System.Text.RegularExpressions;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Handouts;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Workshops;

/// <summary>Tests packs: which folders have one, and its links and ids.</summary>
public sealed partial class PackTests
{
    private const string Workshop =
        "---\nkind: workshop\ntitle: Talk\n---\n[The next](next.md), [one](../a/one.md#deep)\n";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Files = new(() =>
        Site().Files("https://kb.example/kb/")
    );

    [Fact]
    public void A_pack_holds_every_page_of_its_folder_in_the_order_of_the_navigation() =>
        Assert.Equal(
            [
                "site:/",
                "site:/one",
                "site:/two",
                "site:/inner",
                "site:/inner/talk/facilitator",
                "site:/inner/talk/participant",
            ],
            Contents().Matches(Pack()).Select(m => m.Groups[1].Value)
        );

    [Fact]
    public void Links_between_its_pages_stay_in_the_pack()
    {
        Assert.Contains("<a href=\"#site:/one:deep\">deep</a>", Pack());
        Assert.Contains("<a href=\"#site:/two:here\">below</a>", Pack());
        Assert.Contains("<a href=\"#site:/one\">one</a>", Pack());
        Assert.Contains("<a href=\"#site:/inner/talk/facilitator\">talk</a>", Pack());
    }

    [Fact]
    public void Links_that_leave_the_pack_become_numbered_notes()
    {
        Assert.Contains("<a href=\"../../b/\">outside</a><sup class=\"link-note\">1</sup>", Pack());
        Assert.Contains("<a href=\"https://example.com/?a=1&amp;b=2\">far</a><sup class=\"link-note\">2</sup>", Pack());
        Assert.Contains("<a href=\"../../b/\">again</a><sup class=\"link-note\">1</sup>", Pack());
        Assert.Contains("<b>1</b> kb.example/kb/b/ <b>2</b> https://example.com/?a=1&amp;b=2</p>", Pack());
    }

    [Fact]
    public void Images_are_loaded_from_the_URL_of_the_pack() =>
        Assert.Matches("<img src=\"\\.\\./\\.\\./assets/dot\\.[0-9a-f]{10}\\.png\"", Pack());

    [Fact]
    public void Ids_are_unique() =>
        Assert.DoesNotContain(Ids().Matches(Pack()).CountBy(m => m.Groups[1].Value), i => i.Value > 1);

    [Fact]
    public void The_page_of_the_folder_leads_to_its_pack_and_the_sitemap_lists_it()
    {
        Assert.Contains("<a href=\"../a/pack/\">Print this section</a>", Files.Value["a/index.html"]);
        Assert.DoesNotContain("/pack/", Files.Value["a/one/index.html"]);
        Assert.Contains("<loc>https://kb.example/kb/a/pack/</loc>", Files.Value["sitemap.xml"]);
    }

    [Fact]
    public void Only_folders_that_ask_and_those_with_workshops_or_a_ladder_have_one() =>
        Assert.Equal(["/a/", "/a/inner/", "/ladder/"], Site().Build().Site!.Packs.Select(p => p.Folder.Address.Value));

    [Fact]
    public void A_folder_without_a_pack_has_only_the_sheets_of_its_workshops()
    {
        Assert.Equal(
            ["site:/talk/facilitator", "site:/talk/participant"],
            Contents().Matches(Files.Value["a/inner/pack/index.html"]).Select(m => m.Groups[1].Value)
        );
        var without = Site().With("a/inner/_folder.yaml", "pack: false\n").Files();
        Assert.False(without.ContainsKey("a/inner/pack/index.html"));
        Assert.DoesNotContain("../pack/\"", without["a/inner/talk/index.html"]);
    }

    [Fact]
    public void The_pack_of_a_ladder_has_its_levels_its_dimensions_and_its_matrix()
    {
        var pack = Files.Value["ladder/pack/index.html"];
        Assert.Equal(
            ["site:/levels/senior", "site:/dimensions/scope", "site:/matrix"],
            Contents().Matches(pack).Select(m => m.Groups[1].Value)
        );
        Assert.Contains("<td id=\"site:/matrix:scope.senior\"", pack);
        Assert.Contains("<a href=\"#site:/dimensions/scope:scope.senior\">Scope</a>", pack);
    }

    [Fact]
    public void Every_link_within_a_pack_leads_somewhere() =>
        Assert.Empty(
            from file in Site().Build().Files.Where(f => f.Path.Value.EndsWith("/pack/", StringComparison.Ordinal))
            let html = System.Text.Encoding.UTF8.GetString(file.ToBytes())
            let ids = Ids().Matches(html).Select(m => m.Groups[1].Value).ToHashSet()
            from Match link in Within().Matches(html)
            where !ids.Contains(link.Groups[1].Value)
            select $"{file.Path} {link.Value}"
        );

    [Fact]
    public void A_folder_too_large_to_be_printed_has_none_and_says_so()
    {
        var site = new TestSite().Prepared().With("a/_folder.yaml", "label: Much\npack: true\n");
        for (var i = 0; i < 201; i++)
            site.With($"a/p{i}.md", "# P\n\nText.\n");
        var built = site.Build();
        Assert.Equal(
            "a/_folder.yaml:1:1: warning KS540: The folder 'Much' has more than 200 pages, so it has no pack. "
                + "Set 'pack: true' in the _folder.yaml of its subfolders, and 'pack: false' here.\n",
            TestSite.Print(built.Diagnostics)
        );
        Assert.Empty(built.Site!.Packs);
    }

    [Theory]
    [InlineData(
        "a/pack.md",
        "a/pack.md:1:1: error KS411: This page and a page generated from 'a/_folder.yaml' both have the URL "
            + "/a/pack/, and only the other one is built."
    )]
    [InlineData(
        "a/inner/pack.md",
        "a/inner/pack.md:1:1: error KS411: This page and a page generated from 'a/inner/talk.md' both have the "
            + "URL /a/inner/pack/, and only the other one is built."
    )]
    [InlineData(
        "a/inner/talk/pack/index.md",
        "a/inner/talk/pack/index.md:1:1: error KS411: This page and a page generated from 'a/inner/talk.md' both "
            + "have the URL /a/inner/talk/pack/"
    )]
    [InlineData(
        "a/pack/one.md",
        "a/pack:1:1: error KS415: Folder 'a/pack' and a page generated from 'a/_folder.yaml' both have the URL "
            + "/a/pack/, so the folder has no index page. Rename the folder."
    )]
    [InlineData(
        "ladder/matrix/one.md",
        "ladder/matrix:1:1: error KS415: Folder 'ladder/matrix' and a page generated from 'ladder/ladder.yaml' "
            + "both have the URL /ladder/matrix/"
    )]
    public void A_file_at_the_URL_of_a_pack_or_sheet_is_reported(string path, string finding)
    {
        var built = Site().With(path, "# Mine\n\nText.\n").Build();
        Assert.Contains(finding, TestSite.Print(built.Diagnostics));
        foreach (var file in built.Files.Where(f => f.Path.Value.EndsWith("/pack/", StringComparison.Ordinal)))
            file.ToBytes();
    }

    [Fact]
    public void Two_workshops_of_one_name_have_PDFs_of_different_names()
    {
        var site = Site()
            .With("b/talk.md", Workshop.Replace("next.md", "index.md", StringComparison.Ordinal))
            .Build()
            .Site!;
        var files = Printout.List(site).Select(p => p.File.Value).ToList();
        Assert.Contains("/handouts/a-inner-talk-participant-a4.pdf", files);
        Assert.Contains("/handouts/b-talk-participant-a4.pdf", files);
        Assert.Equal(files.Count, files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains(
            "/handouts/talk-facilitator-large-letter.pdf",
            Printout.List(Site().Build().Site!).Select(p => p.File.Value)
        );
    }

    private static string Pack() => Files.Value["a/pack/index.html"];

    private static TestSite Site() =>
        new TestSite()
            .Prepared("title: T\nrules:\n  KS530: off\n  KS531: off\n")
            .With("index.md", "# Home\n\nText.\n")
            .With("a/_folder.yaml", "pack: true\n")
            .With(
                "a/index.md",
                "# A\n\n[deep](one.md#deep), [outside](../b/index.md), [far](https://example.com/?a=1&b=2), "
                    + "[again](../b/index.md), [talk](inner/talk.md)\n"
            )
            .With("a/one.md", "---\norder: 1\n---\n# One\n\n## Deep\n\nText.[^n] ![A dot](dot.png)\n\n[^n]: A note.\n")
            .With(
                "a/two.md",
                "---\norder: 2\n---\n# Two\n\n[below](#here), [one](one.md)[^n]\n\n## Here\n\n[^n]: Another.\n"
            )
            .With("a/dot.png", [0x89, 0x50])
            .With("a/inner/index.md", "---\norder: 3\n---\n# Inner\n\nText.\n")
            .With("a/inner/next.md", "---\nexcluded: true\n---\nText.\n")
            .With(
                "a/inner/talk.md",
                Workshop.Replace(
                    "[The next](next.md), [one](../a/one.md#deep)",
                    "[One](../one.md)",
                    StringComparison.Ordinal
                )
            )
            .With("b/index.md", "# B\n\nText.\n")
            .With("ladder/ladder.yaml", "title: L\ndimensions: [scope]\nlevels:\n  - id: senior\n    title: Senior\n")
            .With(
                "ladder/dimensions/scope.md",
                "---\nkind: dimension\n---\n# Scope\n\n## Senior {#scope.senior}\n\nOwns a product.\n\n"
                    + "- Ships. {#scope.senior.ships}\n"
            );

    [GeneratedRegex("<li data-depth=\"\\d\"><a href=\"#([^\"]+)\"")]
    private static partial Regex Contents();

    [GeneratedRegex("\\sid=\"([^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Within();
}
