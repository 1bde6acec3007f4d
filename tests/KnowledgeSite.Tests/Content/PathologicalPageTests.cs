using System.Text;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Content;

/// <summary>
/// Tests pages that repeat one construct. Each once took quadratic time, which was minutes. The limit is far above the
/// time on any machine; <c>eng/pathological.sh</c> measures the time.
/// </summary>
public sealed class PathologicalPageTests
{
    private const int Limit = 240_000;
    private const int Length = 200_000;

    [Theory(Timeout = Limit)]
    [InlineData("[")]
    [InlineData("$a ")]
    [InlineData("$$\na\n")]
    [InlineData("\\eqref{a} ")]
    [InlineData("~a b ")]
    [InlineData("~a b~ ")]
    [InlineData("a^b")]
    [InlineData("++ctrl")]
    [InlineData("==a ")]
    [InlineData("%%a ")]
    [InlineData("a ^id\n\n")]
    [InlineData("![a|1](b.png \"c\n\n")]
    [InlineData("[a](")]
    [InlineData("![a](<b")]
    [InlineData("[a][b] ")]
    [InlineData("[a\n")]
    [InlineData("[a]: b\n")]
    [InlineData("[a](b (c ")]
    [InlineData("[[a")]
    [InlineData("{a ")]
    [InlineData("a{#")]
    [InlineData("<div>")]
    [InlineData("a <b>")]
    [InlineData("https://a.b/c ")]
    [InlineData("a\n===\n")]
    [InlineData("::: a\n")]
    [InlineData("> - ")]
    [InlineData("*a ")]
    [InlineData("*a* ")]
    [InlineData("***a* ")]
    [InlineData("[@")]
    [InlineData("![[page]]\n\n")]
    [InlineData("a <!-- ")]
    [InlineData("a <? ")]
    [InlineData("=== \"a\"\n")]
    [InlineData("=== \"a\"\n\n    b\n\n")]
    [InlineData("::: tabs\n== a\n")]
    [InlineData("::: tabs\n@tab a\n:::\n")]
    [InlineData("::: code-group\n```\n")]
    [InlineData("<Tabs>\n")]
    [InlineData("<Tabs {")]
    [InlineData("<Tabs \"\n")]
    [InlineData("<TabItem value=\"a\">\n")]
    [InlineData("<Tabs>\n<TabItem>\n</TabItem>\n</Tabs>\n")]
    [InlineData("<TabItem>a</TabItem>\n")]
    [InlineData("!!! note\n    a\n")]
    [InlineData("??? note \"a\"\n")]
    [InlineData("::: note\n")]
    [InlineData("::: note\n:::\n")]
    [InlineData("::: note\na\n:::\n:::\n")]
    [InlineData("=== a\n\n    b\n\n")]
    [InlineData("!!! note “a\n\n    b\n\n")]
    [InlineData("> [!note\n\n")]
    [InlineData("```py title=\"a\n```\n")]
    [InlineData("![a](b.mp4){poster=c.png}\n\n")]
    [InlineData("> [!note]\n\n")]
    [InlineData("/// note | a\n")]
    [InlineData("``` file=a#b\n```\n")]
    [InlineData("```py {1-9}\na # [!code ++]\n```\n")]
    public Task A_page_of_one_construct_is_built(string unit) =>
        AssertBuilt(string.Concat(Enumerable.Repeat(unit, Length / unit.Length)));

    [Fact(Timeout = Limit)]
    public Task A_page_of_unknown_keys_is_built() =>
        AssertBuilt(
            "---\n" + string.Concat(Enumerable.Range(0, Length / 10).Select(n => $"key{n}: a\n")) + "---\n\nText.\n"
        );

    [Theory(Timeout = Limit)]
    [InlineData("::: lines{}b")]
    [InlineData("::: scale 1-5 low{}high")]
    public Task A_page_with_a_long_run_of_spaces_is_built(string page) =>
        AssertBuilt(page.Replace("{}", new string(' ', Length)));

    [Fact(Timeout = Limit)]
    public Task A_glossary_with_a_long_run_of_spaces_is_built() =>
        AssertBuilt(
            $"---\nkind: glossary\n---\n\n# Terms\n\n## Term\n\nIt.\n\nAlso called: a{new string(' ', Length)}b\n"
        );

    [Theory(Timeout = Limit)]
    [InlineData("![a", '|', "](b.png)")]
    [InlineData("[a] (", '.', "")]
    [InlineData("x](y (a)[", '/', "")]
    [InlineData("x](y (a)[", '/', "](")]
    public Task A_page_that_almost_holds_a_link_is_built(string start, char unit, string end) =>
        AssertBuilt(start + new string(unit, Length) + end);

    [Fact(Timeout = Limit)]
    public Task A_page_of_headings_and_links_to_missing_headings_is_built() =>
        AssertBuilt(string.Concat(Enumerable.Range(0, Length / 20).Select(n => $"# a{n}\n\n[b](#b{n})\n\n")));

    [Theory(Timeout = Limit)]
    [InlineData("=== \"a\"\n", true)]
    [InlineData("!!! note\n", true)]
    [InlineData("> [!note]\n", false)]
    [InlineData("<Tabs>\n<TabItem value=\"a\">\n", false)]
    public Task Blocks_in_ten_thousand_blocks_are_built(string block, bool isIndented) =>
        AssertBuilt(
            isIndented
                // The indentation alone would be a gigabyte, so it ends where the parser gives up.
                ? string.Concat(Enumerable.Range(0, 500).Select(n => new string(' ', 4 * n) + block))
            : block[0] == '>' ? string.Concat(Enumerable.Repeat("> ", 10_000)) + "[!note]\n"
            : string.Concat(Enumerable.Repeat(block, 10_000))
        );

    [Fact(Timeout = Limit)]
    public Task Ten_thousand_nested_containers_are_built() =>
        AssertBuilt(
            string.Concat(Enumerable.Range(0, 500).Select(n => new string(':', 1000 - n) + " tabs\n== a\n"))
                + string.Concat(Enumerable.Repeat("::: note\n", 10_000))
        );

    [Theory(Timeout = Limit)]
    [InlineData("+++\na = {}\n+++\n")]
    [InlineData("---\na: {}\n---\n")]
    [InlineData("{\"a\": {}}\n\n")]
    public Task Ten_thousand_lists_in_front_matter_are_no_crash(string page) =>
        AssertBuilt(page.Replace("{}", new string('[', 10_000) + new string(']', 10_000)) + "Text.\n");

    [Fact(Timeout = Limit)]
    public Task A_block_of_code_with_many_lines_to_highlight_is_built() =>
        AssertBuilt($"```py {{{string.Join(',', Enumerable.Range(2, Length / 10))}}}\na\n```\n");

    [Fact]
    public void Diagrams_after_the_first_two_hundred_thousand_characters_are_code()
    {
        var block = $"``` mermaid\npie\n%% {new string('a', 9_950)}\n\"b\" : 1\n```\n\n";
        var result = new TestSite().With("page.md", string.Concat(Enumerable.Repeat(block, 25))).Build();
        var page = Encoding.UTF8.GetString(result.Files.Single(f => f.Path.File == "page/index.html").ToBytes());
        Assert.Equal(20, page.Split("<figure class=\"diagram\"").Length - 1);
        Assert.Equal(5, page.Split("pie\n%% a").Length - 1);
        var found = Assert.Single(result.Diagnostics, d => d.Rule == DiagramRules.TooMany);
        Assert.Equal(121, found.Location?.Line);
    }

    private static Task AssertBuilt(string page) =>
        Task.Run(() =>
        {
            var result = new TestSite().With("index.md", "# Home\n").With("page.md", page).Build(check: true);
            Assert.Contains(result.Files, f => f.Path.File == "page/index.html");
            Assert.True(result.Diagnostics.Count < 1_000, $"{result.Diagnostics.Count} diagnostics");
        });
}
