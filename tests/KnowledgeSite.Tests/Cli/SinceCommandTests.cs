using System.Diagnostics;
using System.Text.Json;
using KnowledgeSite.Cli.Reports.Changes;
using KnowledgeSite.Ladders;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

/// <summary>Tests <c>check --since</c> in a git repository, from end to end.</summary>
public sealed class SinceCommandTests : IDisposable
{
    private static readonly string Folder = Repository.Combine("tests", "KnowledgeSite.Tests", "Cases", "changes");

    private readonly TemporaryFolder _folder = new();

    public SinceCommandTests()
    {
        _folder.Write("input/site.yaml", "title: Test\nowners:\n  Ann: '@acme/ann'\n");
        _folder.Write("input/index.md", "# Home\n\n[Reach](guides/scope.md#reach)\n");
        _folder.Write(
            "input/guides/scope.md",
            "---\nowner: Ann\nreviewed: 2026-01-01\nreview_in: 6 months\n---\n# Scope\n\n## Reach\n\n"
                + "How far it goes, from one task to a whole company.\n\n## Time\n\nHow long it takes.\n"
        );
        _folder.Write("input/guides/old.md", "# Old\n\nSomething that was said before.\n");
        _folder.Write(
            "input/guides/moved.md",
            "# Moved\n\nA page with enough words in it to be known again after it was moved and one word changed.\n"
        );
        _folder.Write("input/picture.png", [0x89, 0x50, 0x4E, 0x47]);
        _folder.Write(
            "input/ladders/ds/ladder.yaml",
            "title: Data science\ndimensions: [scope]\nlevels:\n"
                + "  - {id: junior, title: Junior, next: mid, reach: A task}\n  - {id: mid, title: Mid}\n"
        );
        _folder.Write(
            "input/ladders/ds/dimensions/scope.md",
            "---\nkind: dimension\ntitle: Scope\n---\n## Junior {#scope.junior}\n\nDoes a task.\n\n"
                + "- Plans a week. {#scope.junior.plan}\n\n## Mid {#scope.mid}\n\nDoes a feature.\n\n"
                + "- Plans a month. {#scope.mid.plan raises=scope.junior.plan}\n"
        );
        Git("init", "-q", "-b", "main");
        Commit("First");
        Git("checkout", "-q", "-b", "work");
        Git("mv", "input/guides/moved.md", "input/guides/there.md");
        _folder.Write(
            "input/guides/there.md",
            "# Moved\n\nA page with enough words in it to be known again after it was moved and two words changed.\n"
        );
        File.Delete(_folder.Combine("input/guides/old.md"));
        Commit("Second");
        Git("checkout", "-q", "main");
        _folder.Write("input/elsewhere.md", "# Elsewhere\n\nWhat somebody else did meanwhile.\n");
        Commit("Somebody else's");
        Git("checkout", "-q", "work");
        _folder.Write(
            "input/guides/scope.md",
            _folder
                .Read("input/guides/scope.md")
                .Replace("## Reach", "## Distance", StringComparison.Ordinal)
                .Replace(
                    "How long it takes.",
                    "How <b>long</b> it takes, @acme/everyone: see #12 and [this](https://x.example).",
                    StringComparison.Ordinal
                )
        );
        _folder.Write("input/guides/new.md", "# New | page\n\nText.\n");
        _folder.Write(
            "input/site.yaml",
            "title: Test\nallow: [script]\nrules:\n  KS302: off\nowners:\n  Ann: '@acme/eve'\n"
        );
        _folder.Write("input/search/search.js", "alert(1)\n");
        _folder.Write("input/picture.png", [0x89, 0x50, 0x4E, 0x48]);
        _folder.Write(
            "input/ladders/ds/dimensions/scope.md",
            _folder
                .Read("input/ladders/ds/dimensions/scope.md")
                .Replace("Plans a week.", "Plans every week.", StringComparison.Ordinal)
                + "- Reads what others write. {#scope.mid.read}\n"
        );
        _folder.Write(
            "input/ladders/ds/ladder.yaml",
            _folder
                .Read("input/ladders/ds/ladder.yaml")
                .Replace("A task", "A task of one's own", StringComparison.Ordinal)
        );
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_pull_request_is_reported_as_Markdown_as_Json_and_at_the_terminal()
    {
        var run = await RunAsync("--report", "out/changes.md", "--report", "out/changes.json");
        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Contains("error KS402: ", run.Output, StringComparison.Ordinal);
        var commit = Git("rev-parse", "main~1").Trim();
        Expect("comment.md", _folder.Read("out/changes.md").Replace(commit[..9], "«commit»", StringComparison.Ordinal));
        Expect("report.json", _folder.Read("out/changes.json").Replace(commit, "«commit»", StringComparison.Ordinal));
        Expect(
            "terminal.txt",
            string.Join(
                '\n',
                run.Output[run.Output.IndexOf("\nSince ", StringComparison.Ordinal)..]
                    .Replace(commit[..9], "«commit»", StringComparison.Ordinal)
                    .Split('\n')[..^2]
            ) + "\n"
        );
        Assert.Equal("", Git("status", "--porcelain", "--", "output"));
    }

    [Fact]
    public async Task A_site_compared_with_itself_has_no_changes_and_keeps_its_diagnostics()
    {
        Commit("All of it");
        var run = await RunAsync("--since", "HEAD", "--format", "json");
        var root = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(
            "Nothing that readers see has changed.",
            root.GetProperty("changes").GetProperty("summary").GetString()
        );
        Assert.True(root.GetProperty("errors").GetInt32() > 0);
    }

    [Fact]
    public async Task A_change_of_a_file_that_a_page_shows_as_code_is_a_change_of_the_page()
    {
        _folder.Write("src/train.py", "epochs_before = 1\n");
        _folder.Write("input/guides/code.md", "# Code page\n\n``` file=../../src/train.py\n```\n");
        Commit("All of it");
        _folder.Write("src/train.py", "epochs_after = 2\n");
        var run = await RunAsync("--since", "HEAD");
        Assert.Contains("epochs_after", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("KS353", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "check --since nonsense",
        "git does not find a branch, tag or commit 'nonsense'. Fetch it ('git fetch origin nonsense'), or name another."
    )]
    [InlineData(
        "check --since main --report out.txt",
        "'--report' needs a file that ends in .md or .json, not 'out.txt'."
    )]
    [InlineData("check --report out.md", "'--report' needs '--since'")]
    [InlineData("check --since main --format sarif", "'--report changes.md'")]
    [InlineData("check --since main --report input/index.md/out.md", "cannot be written")]
    public async Task An_impossible_comparison_is_one_message_with_a_suggestion(string arguments, string message)
    {
        var run = await Tool.RunAsync(_folder.Root, arguments.Split(' '));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_shallow_clone_and_a_folder_without_git_say_what_to_do()
    {
        Commit("All of it");
        using var other = new TemporaryFolder();
        Git("clone", "-q", "--depth", "1", new Uri(_folder.Root).AbsoluteUri, other.Combine("shallow"));
        var shallow = await Tool.RunAsync(other.Combine("shallow"), "check", "--since", "origin/main");
        Assert.Equal(2, shallow.ExitCode);
        Assert.Contains("'git fetch --unshallow'", shallow.Errors, StringComparison.Ordinal);
        other.Write("plain/input/index.md", "# Home\n\nText.\n");
        var plain = await Tool.RunAsync(other.Combine("plain"), "check", "--since", "main");
        Assert.Equal(2, plain.ExitCode);
        Assert.Contains("is not in a git repository", plain.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@here and <img src=x onerror=y> `code`", "@\u200Bhere and &lt;img src=x onerror=y&gt; \\`code\\`")]
    [InlineData(
        "see #12, GH-12, www.x.example, https://x.example/a",
        "see \\#\u200B12, G\u200BH-12, w\u200Bww.x.example, https:\u200B//x.example/a"
    )]
    [InlineData("a | b\n# c", "a \\| b \\# c")]
    [InlineData("1. one", "1\\. one")]
    [InlineData("- one - two (so) 1.5", "\\- one - two (so) 1.5")]
    [InlineData("![x](y) **b** $x$ ~~z~~", "!\\[x\\](y) \\*\\*b\\*\\* \\$x\\$ \\~\\~z\\~\\~")]
    public void Text_of_a_page_is_text_in_a_comment(string text, string expected) =>
        Assert.Equal(expected, CommentText.Plain(text));

    [Fact]
    public void Removed_and_added_words_are_in_elements_of_their_own() =>
        Assert.Equal(
            "Plans a <del>&lt;week&gt;</del> <ins>month</ins> ahead of time",
            CommentText.WordsOf(WordChange.Between("Plans a <week> ahead of time", "Plans a month ahead of time"))
        );

    [Fact]
    public void A_comment_is_never_longer_than_its_host_allows()
    {
        var comment = new Comment(5000);
        comment.Add("## Head");
        for (var i = 0; i < 10; i++)
            comment.AddList(
                $"List {i}",
                [.. Enumerable.Range(0, 500).Select(n => $"- item {n} of a long list")],
                "items"
            );
        var text = comment.ToString();
        Assert.InRange(text.Length, 4000, 5000);
        Assert.Contains("… and ", text, StringComparison.Ordinal);
    }

    private static void Expect(string name, string actual)
    {
        var path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
            File.WriteAllText(path, actual);
        else
            Assert.Equal(File.ReadAllText(path), actual);
    }

    private Task<ToolRun> RunAsync(params string[] more) =>
        Tool.RunAsync(
            _folder.Root,
            [
                "check",
                "--date",
                "2026-11-20",
                .. more.Contains("--since") ? Array.Empty<string>() : ["--since", "main"],
                .. more,
            ]
        );

    private void Commit(string message)
    {
        Git("add", "-A");
        Git(
            "-c",
            "user.name=Ann",
            "-c",
            "user.email=ann@x.example",
            "-c",
            "commit.gpgSign=false",
            "commit",
            "-q",
            "-m",
            message
        );
    }

    private string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        var errors = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, errors);
        return output;
    }
}
