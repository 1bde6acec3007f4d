using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Documents;

/// <summary>
/// Tests templates of documents that are unusually large, and ladders that are unusually small or tall.
/// </summary>
public sealed partial class DocumentTests
{
    private const int Limit = 240_000;

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void A_ladder_of_any_height_has_a_document_for_each_level_and_step(int levels)
    {
        var files = Ladder(levels)
            .With("sheets/level.md", Template("levels", "{{ level.title }}, before: {{ level.previous.size }}."))
            .With("sheets/step.md", Template("steps", "{{ from.title }} to {{ to.title }}"))
            .Files();

        Assert.Equal(levels, Documents(files, "sheets/level/"));
        Assert.Equal(levels - 1, Documents(files, "sheets/step/"));
        Assert.Contains("Level 1, before: 0.", files["sheets/level/l1/index.html"], StringComparison.Ordinal);
        if (levels > 1)
            Assert.Contains("Level 39 to Level 40", files["sheets/step/l39--l40/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_without_a_ladder_has_no_document()
    {
        var build = Ladder(1)
            .With("role.md", "---\nkind: role\n---\n# Role\n")
            .With("other.md", "---\nkind: role\nladder: data\nrequires: [scope.l1]\n---\n# Other\n")
            .With("advert.md", Template("roles", "{{ role.title }} at {{ level.title }}"))
            .Build();

        Assert.StartsWith("role.md:1:1: info KS581:", TestSite.Print(build.Diagnostics), StringComparison.Ordinal);
        Assert.Equal(["/advert/other/"], build.Site!.Documents.Select(d => d.Address.Value));
    }

    [Fact]
    public void A_template_gives_each_document_a_description_of_its_own()
    {
        var template = Template("levels", "Text")
            .Replace("for:", "document_description: \"What {{ level.title }} does.\"\nfor:", StringComparison.Ordinal);
        var files = Ladder(2).With("plan.md", template).Files();

        Assert.Contains("content=\"What Level 2 does.\"", files["plan/l2/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_placeholder_can_be_the_target_of_a_wikilink_in_a_table()
    {
        var files = Ladder(1)
            .Prepared("title: Start | here\n")
            .With("plan.md", Template("levels", "| a |\n|---|\n| [[{{ site.title }}]] |"))
            .With("start.md", "---\ntitle: Start | here\n---\nText\n")
            .Files();
        Assert.Contains("start/\">Start | here</a></td>", files["plan/l1/index.html"], StringComparison.Ordinal);
        Assert.Contains("| [Start \\| here](", files["plan/l1/index.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_of_levels_steps_and_roles_link_to_their_documents()
    {
        var files = Ladder(2)
            .With("role.md", "---\nkind: role\nladder: data\nrequires: [scope.l2]\n---\n# Role\n")
            .With(
                "sheets/one.md",
                Template("levels", "One").Replace("for:", "title: Sheet\nfor:", StringComparison.Ordinal)
            )
            .With(
                "sheets/case.md",
                Template("steps", "Case").Replace("for:", "title: Case\nfor:", StringComparison.Ordinal)
            )
            .With(
                "sheets/ad.md",
                Template("roles", "Ad").Replace("for:", "title: Advert\nfor:", StringComparison.Ordinal)
            )
            .Files();

        Assert.Equal(["Sheet", "Case: Level 1 to Level 2"], Links(files["data/levels/l1/index.html"]));
        Assert.Equal(["Sheet"], Links(files["data/levels/l2/index.html"]));
        Assert.Equal(["Case"], Links(files["data/compare/l1--l2/index.html"]));
        Assert.Equal(["Advert"], Links(files["role/index.html"]));
        Assert.Contains("/sheets/case/l1--l2/", files["sitemap.xml"], StringComparison.Ordinal);
        Assert.Contains("bottom-left", files[StyleOf(files["sheets/one/l1/index.html"])], StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_links_to_the_others_for_its_level_and_has_a_Word_file_with_a_full_name()
    {
        var page = Ladder(1)
            .With("sheets/one.md", Template("levels", "One"))
            .With("sheets/two.md", Template("levels", "Two"))
            .Files()["sheets/one/l1/index.html"];

        Assert.Contains("sheets/two/l1/\"", page, StringComparison.Ordinal);
        Assert.Contains("download=\"one-l1.docx\"", page, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public Task Loops_that_are_nested_ten_thousand_deep_are_one_message() =>
        Task.Run(() =>
        {
            const int depth = 10_000;
            var text = new StringBuilder()
                .Insert(0, "{% for a in dimensions %}", depth)
                .Append('x')
                .Insert(depth * "{% for a in dimensions %}".Length + 1, "{% endfor %}", depth);

            Assert.Equal(
                "deep.md:5:501: error KS562: Loops and conditions are nested more than 20 deep. Nest fewer of them.",
                Report("deep.md", text.ToString())
            );
        });

    [Fact(Timeout = Limit)]
    public Task A_megabyte_of_placeholders_is_filled_in() =>
        Task.Run(() =>
        {
            const string placeholder = "{{ level.title }} ";
            var count = 1_000_000 / placeholder.Length;
            var text = new StringBuilder().Insert(0, placeholder, count).ToString();
            var page = Ladder(1).With("long.md", Template("levels", text)).Files()["long/l1/index.html"];

            Assert.Equal(count, page.Split("Level 1").Length - 1 - CountOfFrame(page));
        });

    [Fact(Timeout = Limit)]
    public Task A_template_may_have_five_thousand_loops() =>
        Task.Run(() =>
        {
            const int count = 5_000;
            var text = new StringBuilder()
                .Insert(0, "{% for d in dimensions %}\n- {{ d.title }}\n{% endfor %}\n", count)
                .ToString();
            var page = Ladder(1).With("loops.md", Template("levels", text)).Files()["loops/l1/index.html"];

            Assert.Equal(count, page.Split("<li>Scope</li>").Length - 1);
        });

    [Theory(Timeout = Limit)]
    [InlineData("{{ ")]
    [InlineData("{% if ")]
    [InlineData("{{ (((((((((( }}")]
    [InlineData("{% raw %}")]
    [InlineData("{% raw %}{%}")]
    [InlineData("{% comment %}{%")]
    [InlineData("{{ a | b | c }}\n")]
    [InlineData("{% if level.title %}")]
    [InlineData("{% endif %}\n")]
    [InlineData("{% else %}\n")]
    [InlineData("{{ level.title.title.title }}\n")]
    [InlineData("{ % {{{ %}%}} ")]
    public Task What_cannot_be_read_is_reported_in_linear_time(string part) =>
        Task.Run(() =>
        {
            var text = new StringBuilder().Insert(0, part, 200_000 / part.Length).ToString();

            Assert.StartsWith("broken.md:5:", Report("broken.md", text), StringComparison.Ordinal);
        });

    [Fact]
    public void A_template_that_is_longer_than_its_limits_makes_no_endless_document()
    {
        const string text = "{% for a in (1..99999) %}{% for b in (1..99999) %}{% endfor %}{% endfor %}";

        Assert.StartsWith("endless.md:1:1: error KS567:", Report("endless.md", text), StringComparison.Ordinal);
    }

    /// <summary>The labels of the links in the section of documents.</summary>
    private static IEnumerable<string> Links(string page)
    {
        var section = page[page.IndexOf("id=\"site:documents\"", StringComparison.Ordinal)..];
        return LinkText()
            .Matches(section[..section.IndexOf("</section>", StringComparison.Ordinal)])
            .Select(m => m.Groups[1].Value);
    }

    /// <summary>The last style sheet of a page, which has the line at the foot of its printed pages.</summary>
    private static string StyleOf(string page) => StyleName().Matches(page).Last().Groups[1].Value;

    [GeneratedRegex("<a href=\"[^\"]*\">([^<]*)</a>")]
    private static partial Regex LinkText();

    [GeneratedRegex("href=\"[./]*(assets/[^\"]*\\.css)\"")]
    private static partial Regex StyleName();

    private static string Report(string path, string text) =>
        TestSite.Print(Ladder(1).With(path, Template("levels", text)).Build().Diagnostics).Split('\n')[0];

    private static string Template(string subject, string text) =>
        $"---\nkind: document\nfor: {subject}\n---\n{text}\n";

    private static TestSite Ladder(int levels)
    {
        var file = new StringBuilder("title: Data\ndimensions: [scope]\nlevels:\n");
        var cells = new StringBuilder("---\nkind: dimension\n---\n# Scope\n");
        for (var i = 1; i <= levels; i++)
        {
            file.Append(CultureInfo.InvariantCulture, $"  - {{ id: l{i}, title: Level {i}");
            file.Append(i < levels ? string.Create(CultureInfo.InvariantCulture, $", next: [l{i + 1}] }}\n") : " }\n");
            cells.Append(
                CultureInfo.InvariantCulture,
                $"\n## Level {i} {{#scope.l{i}}}\n\nOwns {i}.\n\n- Does thing {i}. {{#scope.l{i}.do}}\n"
            );
        }

        return new TestSite()
            .Prepared()
            .With("index.md", "# Home\n")
            .With("data/ladder.yaml", file.ToString())
            .With("data/dimensions/scope.md", cells.ToString());
    }

    private static int Documents(IReadOnlyDictionary<string, string> files, string folder) =>
        files.Keys.Count(f =>
            f.StartsWith(folder, StringComparison.Ordinal)
            && f.EndsWith("/index.html", StringComparison.Ordinal)
            && f != folder + "index.html"
        );

    /// <summary>The number of places outside the text that name the level.</summary>
    private static int CountOfFrame(string page)
    {
        var text = page[page.IndexOf("<handout-form", StringComparison.Ordinal)..];
        text = text[
            text.IndexOf('>', StringComparison.Ordinal)..text.IndexOf("</handout-form>", StringComparison.Ordinal)
        ];
        return page.Split("Level 1").Length - text.Split("Level 1").Length;
    }
}
