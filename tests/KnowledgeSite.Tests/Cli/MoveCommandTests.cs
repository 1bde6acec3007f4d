using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

public sealed class MoveCommandTests
{
    private const string Picture = "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>";

    [Fact]
    public async Task Every_link_to_the_page_and_in_it_is_rewritten_and_its_old_address_leads_there()
    {
        using var folder = Folder(
            (
                "index.md",
                "# Home\n\n[A](guides/plan.md#steps), [B](/guides/plan.md), [[plan]], [[guides/plan|that]], "
                    + "[C][c], <a href=\"guides/plan.md\">D</a>, [E](xref:the-plan), [F](/guides/plan/).\n\n"
                    + "[c]: guides/plan.md \"Title\"\n"
            ),
            (
                "guides/plan.md",
                "---\ntitle: Plan\nxref: the-plan\n---\n# Plan\n\n## Steps\n\n"
                    + "[Home](../index.md), [next](next.md#end), ![chart](chart.svg), [self](plan.md#steps), "
                    + "[here](#steps), [[next]], [out](https://x.example/), [folder](../guides/).\n"
            ),
            ("guides/next.md", "# Next\n\n## End\n\n[Back](plan.md)\r\n"),
            (
                "search-tests.yaml",
                "- {query: plan, expect: guides/plan.md}\n- query: steps\n  expect: '/guides/plan/#steps'\n"
            ),
            ("guides/chart.svg", Picture)
        );
        var run = await Tool.RunAsync(folder.Root, "mv", "guides/plan.md", "input/craft/how we plan.md", "--strict");
        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            "# Home\n\n[A](craft/how%20we%20plan.md#steps), [B](/craft/how%20we%20plan.md), [[plan]], "
                + "[[craft/how we plan|that]], [C][c], <a href=\"craft/how%20we%20plan.md\">D</a>, "
                + "[E](xref:the-plan), [F](/craft/how%20we%20plan.md).\n\n[c]: craft/how%20we%20plan.md \"Title\"\n",
            folder.Read("input/index.md")
        );
        Assert.Equal(
            "---\nredirect_from: [/guides/plan/]\ntitle: Plan\nxref: the-plan\n---\n# Plan\n\n## Steps\n\n"
                + "[Home](../index.md), [next](../guides/next.md#end), ![chart](../guides/chart.svg), "
                + "[self](how%20we%20plan.md#steps), [here](#steps), [[guides/next]], [out](https://x.example/), "
                + "[folder](../guides/).\n",
            folder.Read("input/craft/how we plan.md")
        );
        Assert.Equal(
            "- {query: plan, expect: craft/how we plan.md}\n- query: steps\n  expect: '/craft/how-we-plan/#steps'\n",
            folder.Read("input/search-tests.yaml")
        );
        Assert.False(folder.Exists("input/guides/plan.md"));
        Assert.Contains("its old URL redirects there.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_in_templates_of_documents_are_rewritten()
    {
        const string template =
            "---\nkind: document\nfor: levels\n---\n{% for d in dimensions %}\n- [{{ d.title }}]({{ d.url }})\n"
            + "{% endfor %}\n\n[Plan](../guides/PLACE#steps), [{{ level.title }}]({{ level.url }})\n";
        using var folder = Folder(
            ("index.md", "# Home\n"),
            ("guides/plan.md", "# Plan\n\n## Steps\n"),
            ("data/ladder.yaml", "title: Data\ndimensions: [scope]\nlevels: [{ id: senior, title: Senior }]\n"),
            (
                "data/dimensions/scope.md",
                "---\nkind: dimension\n---\n# Scope\n\n## Senior {#scope.senior}\n\nOwns it.\n\n"
                    + "- Ships it. {#scope.senior.ship}\n"
            ),
            ("documents/sheet.md", template.Replace("PLACE", "plan.md", StringComparison.Ordinal))
        );
        var run = await Tool.RunAsync(folder.Root, "mv", "guides/plan.md", "guides/how.md", "--strict");

        Assert.Equal("", run.Errors);
        Assert.Equal(
            template.Replace("PLACE", "how.md", StringComparison.Ordinal),
            folder.Read("input/documents/sheet.md")
        );
    }

    [Fact]
    public async Task Paths_of_code_in_files_still_lead_to_the_files()
    {
        using var folder = Folder(
            ("index.md", "# Home\n\n```py file=guides/fit.py#L1\n```\n\n[A](guides/plan.md)\n"),
            ("guides/plan.md", "# Plan\n\n```py file=fit.py#L1\n```\n\n```py title=\"x\" file=../top.py\n```\n"),
            ("guides/next.md", "# Next\n"),
            ("guides/fit.py", "a = 1\n"),
            ("top.py", "b = 1\n")
        );
        var run = await Tool.RunAsync(folder.Root, "mv", "guides/plan.md", "craft/deep/plan.md", "--strict");
        Assert.Equal("", run.Errors);
        Assert.Equal(
            "---\nredirect_from: [/guides/plan/]\n---\n\n# Plan\n\n```py file=../../guides/fit.py#L1\n```\n\n"
                + "```py title=\"x\" file=../../top.py\n```\n",
            folder.Read("input/craft/deep/plan.md")
        );
        run = await Tool.RunAsync(folder.Root, "mv", "guides", "ways", "--strict");
        Assert.Equal("", run.Errors);
        Assert.Contains("file=ways/fit.py#L1", folder.Read("input/index.md"), StringComparison.Ordinal);
        Assert.Contains("file=../../ways/fit.py#L1", folder.Read("input/craft/deep/plan.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_moves_with_all_that_is_in_it()
    {
        using var folder = Folder(
            (
                "index.md",
                "# Home\n\n[A](guides/plan.md#steps), [B](guides/), [C](/guides/deep/end.md), "
                    + "[[guides/plan]], [[plan]], [[guides]], ![chart](guides/chart.svg), [D](guides/deep).\n\n"
                    + "![[guides/plan#steps]]\n"
            ),
            ("guides/index.md", "# Ways\n\n[Plan](plan.md), [home](../index.md), [root](/guides/plan.md).\n"),
            (
                "guides/plan.md",
                "# Plan\n\n[Up](index.md), ![chart](chart.svg), [out](../other.md).\n\n## Steps\n\nText.\n"
            ),
            ("guides/deep/end.md", "# End\n\n[Plan](../plan.md), [other](../../other.md).\n"),
            ("other.md", "# Other\n\n[Deep](guides/deep/end.md), [home](index.md).\n"),
            (
                "search-tests.yaml",
                "- {query: steps, expect: /guides/plan/}\n- {query: end, expect: guides/deep/end.md}\n"
            ),
            ("guides/chart.svg", Picture)
        );
        var run = await Tool.RunAsync(folder.Root, "mv", "guides", "craft/how-to", "--strict");
        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            "# Home\n\n[A](craft/how-to/plan.md#steps), [B](craft/how-to/), [C](/craft/how-to/deep/end.md), "
                + "[[craft/how-to/plan]], [[plan]], [[craft/how-to]], ![chart](craft/how-to/chart.svg), "
                + "[D](craft/how-to/deep).\n\n![[craft/how-to/plan#steps]]\n",
            folder.Read("input/index.md")
        );
        Assert.Equal(
            "---\nredirect_from: [/guides/]\n---\n\n# Ways\n\n[Plan](plan.md), [home](../../index.md), "
                + "[root](/craft/how-to/plan.md).\n",
            folder.Read("input/craft/how-to/index.md")
        );
        Assert.Equal(
            "---\nredirect_from: [/guides/plan/]\n---\n\n# Plan\n\n"
                + "[Up](index.md), ![chart](chart.svg), [out](../../other.md).\n\n## Steps\n\nText.\n",
            folder.Read("input/craft/how-to/plan.md")
        );
        Assert.Equal(
            "---\nredirect_from: [/guides/deep/end/]\n---\n\n# End\n\n"
                + "[Plan](../plan.md), [other](../../../other.md).\n",
            folder.Read("input/craft/how-to/deep/end.md")
        );
        Assert.Equal("redirect_from: [/guides/deep/]\n", folder.Read("input/craft/how-to/deep/_folder.yaml"));
        Assert.Equal("# Other\n\n[Deep](craft/how-to/deep/end.md), [home](index.md).\n", folder.Read("input/other.md"));
        Assert.Equal(
            "- {query: steps, expect: /craft/how-to/plan/}\n- {query: end, expect: craft/how-to/deep/end.md}\n",
            folder.Read("input/search-tests.yaml")
        );
    }

    [Fact]
    public async Task Files_found_by_name_or_from_the_URL_of_the_page_are_found_after_a_move()
    {
        using var folder = Folder(
            ("index.md", "# Home\n\n[A](guides/plan.md)\n"),
            (
                "guides/plan.md",
                "# Plan\n\n![[chart.svg]] ![chart](chart.svg) ![chart](../pics/near.svg) [[#^here]] "
                    + "[[next]]\n\nText. ^here\n"
            ),
            ("guides/next.md", "# Next\n\n[[plan^here]]\n"),
            ("guides/pics/near.svg", Picture),
            ("Attachments/chart.svg", Picture)
        );
        var run = await Tool.RunAsync(folder.Root, "mv", "guides/plan.md", "craft/deep/plan.md");
        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith(
            "\n# Plan\n\n![[chart.svg]] ![chart](chart.svg) ![chart](../../guides/pics/near.svg) [[#^here]] "
                + "[[guides/next]]\n\nText. ^here\n",
            folder.Read("input/craft/deep/plan.md"),
            StringComparison.Ordinal
        );
        Assert.Equal("# Next\n\n[[plan^here]]\n", folder.Read("input/guides/next.md"));
        Assert.Matches("(no problems|1 warning in 1 file)\\.$", run.LastLine);
    }

    [Theory]
    [InlineData("# Page\n", "---\nredirect_from: [/old/]\n---\n\n# Page\n")]
    [InlineData("---\nredirect_from: /a/\n---\n# Page\n", "---\nredirect_from: [/old/, /a/]\n---\n# Page\n")]
    [InlineData(
        "---\nRedirectFrom: [/a/]\nowner: Ada\n---\n# Page\n",
        "---\nRedirectFrom: [/old/, /a/]\nowner: Ada\n---\n# Page\n"
    )]
    [InlineData("---\nredirect_from: []\n---\n# Page\n", "---\nredirect_from: [/old/]\n---\n# Page\n")]
    [InlineData(
        "---\nredirect_from:\n  - /a/\n---\n# Page\n",
        "---\nredirect_from:\n  - /old/\n  - /a/\n---\n# Page\n"
    )]
    public async Task However_redirects_are_written_the_old_address_is_among_them(string text, string after)
    {
        using var folder = Folder(("index.md", "# Home\n\n[Page](old.md)\n"), ("old.md", text));
        var run = await Tool.RunAsync(folder.Root, "mv", "old.md", "new.md");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(after, folder.Read("input/new.md"));
        Assert.Equal("# Home\n\n[Page](new.md)\n", folder.Read("input/index.md"));
    }

    [Fact]
    public async Task The_cells_of_notebooks_are_rewritten_and_stay_JSON()
    {
        const string Cell =
            """{"cell_type": "markdown", "metadata": {}, "source": ["A \"b\" [p](guides/plan.md)\n"]}""";
        using var folder = Folder(
            ("index.md", "# Home\n\n[S](study.ipynb), [[study]]\n"),
            ("guides/plan.md", "# Plan\n"),
            (
                "study.ipynb",
                $$"""{"nbformat": 4, "nbformat_minor": 5, "metadata": {"title": "S"}, "cells": [{{Cell}}]}"""
            )
        );
        await Tool.RunAsync(folder.Root, "mv", "guides/plan.md", "a/plan two.md");
        Assert.Contains(
            "[\"A \\\"b\\\" [p](a/plan%20two.md)\\n\"]",
            folder.Read("input/study.ipynb"),
            StringComparison.Ordinal
        );

        var first = await Tool.RunAsync(folder.Root, "mv", "study.ipynb", "deep/work", "--strict");
        Assert.Equal("", first.Errors);
        Assert.Contains("[S](deep/work.ipynb), [[deep/work]]", folder.Read("input/index.md"), StringComparison.Ordinal);
        Assert.Contains("[p](../a/plan%20two.md)", folder.Read("input/deep/work.ipynb"), StringComparison.Ordinal);

        var second = await Tool.RunAsync(folder.Root, "mv", "deep/work.ipynb", "last.ipynb", "--strict");
        Assert.Equal("", second.Errors);
        using var notebook = System.Text.Json.JsonDocument.Parse(folder.Read("input/last.ipynb"));
        Assert.Equal(
            "---\nredirect_from: [/deep/work/, /study/]\ntitle: 'S'\n---",
            notebook.RootElement.GetProperty("cells")[0].GetProperty("source")[0].GetString()
        );
    }

    [Theory]
    [InlineData("none.md", "new.md", "There is no page or folder 'none.md'")]
    [InlineData("index.md", "new.md", "is the index page of its folder")]
    [InlineData("ladders/ds", "ladders/data", "is a ladder")]
    [InlineData("ladders", "ladders/more", "is inside the folder to move")]
    [InlineData("ladders", "_hidden", "is not a valid path for a folder of pages")]
    [InlineData("ladders", "ladders.md", "is not a valid path for a folder of pages")]
    [InlineData("ladders", "other.md", "exists already")]
    [InlineData("old.md", "new.txt", "is not a valid path for a page")]
    [InlineData("old.md", "../new.md", "is not a path below")]
    [InlineData("old.md", "a/index.md", "would not be a page of its own")]
    [InlineData("old.md", "other.md", "exists already")]
    public async Task An_impossible_move_is_rejected_and_changes_nothing(string old, string wanted, string message)
    {
        using var folder = Folder(
            ("index.md", "# Home\n\n[Page](old.md)\n"),
            ("old.md", "# Old\n"),
            ("other.md", "# Other\n"),
            ("ladders/ds/index.md", "# Data\n"),
            ("ladders/ds/ladder.yaml", "title: Data\ndimensions: [scope]\nlevels: [{id: junior}]\n"),
            (
                "ladders/ds/dimensions/scope.md",
                "---\nkind: dimension\n---\n# Scope\n\n## Junior {#scope.junior}\n\nWorks.\n"
            )
        );
        var before = folder.Contents("input");
        var run = await Tool.RunAsync(folder.Root, "mv", old, wanted);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, folder.Contents("input"));
    }

    [Theory]
    [InlineData("guide.md", "other-name.md")]
    [InlineData("guides", "elsewhere")]
    [InlineData("bare", "elsewhere")]
    public async Task Moving_there_and_back_leaves_no_redirect_to_itself(string old, string wanted)
    {
        using var folder = Folder(
            ("index.md", "# Home\n\n[A](guide.md), [B](guides/index.md), [C](bare/page.md)\n"),
            ("guide.md", "# Guide\n"),
            ("guides/index.md", "# Guides\n\n[Part](part.md)\n"),
            ("guides/part.md", "---\nredirect_from:\n  - /was/\n---\n# Part\n"),
            ("bare/page.md", "# Page\n")
        );
        Assert.Equal(0, (await Tool.RunAsync(folder.Root, "mv", old, wanted)).ExitCode);
        var back = await Tool.RunAsync(folder.Root, "mv", wanted, old);
        Assert.Equal((0, ""), (back.ExitCode, back.Errors));
        Assert.DoesNotContain("KS413", back.Output, StringComparison.Ordinal);
        Assert.Contains(
            folder.Files("input").Select(f => folder.Read($"input/{f}")),
            t => t.Contains($"/{wanted.Replace(".md", "", StringComparison.Ordinal)}/", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("---\nredirect_from: [/new/, /a/]\n---\n# Page\n", "---\nredirect_from: [/old/, /a/]\n---\n# Page\n")]
    [InlineData(
        "---\nredirect_from: [/a/, \"/new/\"]\n---\n# Page\n",
        "---\nredirect_from: [/old/, /a/]\n---\n# Page\n"
    )]
    [InlineData("---\nredirect_from: /new/\n---\n# Page\n", "---\nredirect_from: [/old/]\n---\n# Page\n")]
    [InlineData(
        "---\nredirect_from:\n  - /new/\n  - /a/\n---\n# Page\n",
        "---\nredirect_from:\n  - /old/\n  - /a/\n---\n# Page\n"
    )]
    [InlineData("---\nredirect_from:\n  - /new/\n---\n# Page\n", "---\nredirect_from: [/old/]\n---\n# Page\n")]
    public async Task However_redirects_are_written_the_new_address_is_not_among_them(string text, string after)
    {
        using var folder = Folder(("index.md", "# Home\n\n[Page](old.md)\n"), ("old.md", text));
        Assert.Equal(0, (await Tool.RunAsync(folder.Root, "mv", "old.md", "new.md")).ExitCode);
        Assert.Equal(after, folder.Read("input/new.md"));
    }

    [Fact]
    public async Task A_change_of_letter_case_leaves_no_redirect()
    {
        using var folder = Folder(("index.md", "# Home\n\n[A](guide.md)\n"), ("guide.md", "# Guide\n"));
        var run = await Tool.RunAsync(folder.Root, "mv", "guide.md", "Guide.md", "--strict");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal("# Guide\n", folder.Read("input/Guide.md"));
        Assert.Equal("# Home\n\n[A](Guide.md)\n", folder.Read("input/index.md"));
    }

    [Fact]
    public async Task A_page_may_be_named_without_its_ending()
    {
        using var folder = Folder(("index.md", "# Home\n\n[A](guide.md)\n"), ("guide.md", "# Guide\n"));
        Assert.Equal(0, (await Tool.RunAsync(folder.Root, "mv", "guide", "guides/start", "--strict")).ExitCode);
        Assert.True(folder.Exists("input/guides/start.md"));
    }

    [Theory]
    [InlineData("tags: [guide]", false)]
    [InlineData("files: [guide/*]", true)]
    [InlineData("allow: ['file guide/x.js']", true)]
    [InlineData("files: [guides/*]", false)]
    public async Task Only_settings_that_hold_paths_are_said_to_name_what_moved(string settings, bool isNamed)
    {
        using var folder = Folder(("index.md", "# Home\n\n[A](guide/page.md)\n"), ("guide/page.md", "# Page\n"));
        folder.Write("input/site.yaml", $"title: Test\n{settings}\n");
        var run = await Tool.RunAsync(folder.Root, "mv", "guide", "other");
        Assert.Equal(isNamed, run.Output.Contains("site.yaml contains '", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_move_that_fails_leaves_every_file_as_it_was()
    {
        using var folder = Folder(
            ("index.md", "# Home\n\n[A](guide.md)\n"),
            ("guide.md", "# Guide\n\n[Home](index.md)\n"),
            ("data.txt", "A file where a folder would have to be.\n")
        );
        var before = folder.Contents("input");
        var run = await Tool.RunAsync(folder.Root, "mv", "guide.md", "data.txt/guide.md");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("data.txt/guide.md' cannot be written: ", run.Errors, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.\n", run.Errors.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(before, folder.Contents("input"));
    }

    private static TemporaryFolder Folder(params (string Path, string Text)[] files)
    {
        var folder = new TemporaryFolder();
        folder.Write("input/site.yaml", "title: Test\n");
        foreach (var (path, text) in files)
            folder.Write($"input/{path}", text);
        return folder;
    }
}
