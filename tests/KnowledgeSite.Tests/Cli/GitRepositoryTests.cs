using System.Diagnostics;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

/// <summary>Tests reading the history with git itself. Other tests of the history use prepared changes.</summary>
public sealed class GitRepositoryTests
{
    [Fact]
    public async Task Changes_renames_and_authors_are_read_with_one_call_of_git_and_a_shallow_clone_is_recognised()
    {
        using var folder = new TemporaryFolder();
        folder.Write("work/input/old name.md", "# Page\n\nWith enough text to be known again.\n");
        folder.Write("work/elsewhere.md", "Text\n");
        Git(folder, "work", "init", "-q", "-b", "main");
        Commit(folder, "First: ünïcode", "2026-11-01T10:00:00+01:00");
        Directory.CreateDirectory(folder.Combine("work/input/in"));
        Git(folder, "work", "mv", "input/old name.md", "input/in/größe.md");
        Commit(
            folder,
            "Second\n\nCo-authored-by: Bo <bo@x.example>\nCo-authored-by: robot[bot] <r@x.example>",
            "2026-11-02T10:00:00+01:00"
        );
        folder.Write("work/elsewhere.md", "More\n");
        Commit(folder, "Not of the input", "2026-11-03T10:00:00+01:00");

        var known = await GitRepository.ReadAsync(folder.Combine("work/input"), CancellationToken.None);
        Assert.Equal("input/", known.Folder);
        Assert.Equal(["Second", "First: ünïcode"], known.Changes.Select(c => c.Subject));
        Assert.Equal(["Ann", "Bo"], known.Changes[0].People);
        Assert.Equal(
            ("in/größe.md", "old name.md"),
            (known.Changes[0].Files[0].Path.Value, known.Changes[0].Files[0].Was?.Value)
        );
        Assert.True(known.Changes[1].Files[0].IsNew);
        Assert.Equal(1, known.Changes[0].Time.Offset.Hours);

        Git(folder, ".", "clone", "-q", "--depth", "1", new Uri(folder.Combine("work")).AbsoluteUri, "shallow");
        var shallow = await GitRepository.ReadAsync(folder.Combine("shallow/input"), CancellationToken.None);
        Assert.True(shallow.IsShallow);
        Assert.Empty(shallow.Changes);

        var run = await Tool.RunAsync(folder.Combine("work"), "codeowners");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        folder.Write("work/input/site.yaml", "title: T\nowners:\n  Ann: '@ann'\n");
        folder.Write("work/input/in/größe.md", "---\nowner: Ann\n---\nText.\n");
        Assert.Equal(0, (await Tool.RunAsync(folder.Combine("work"), "codeowners", "--write")).ExitCode);
        Assert.Contains("/input/ @ann\n", folder.Read("work/.github/CODEOWNERS"));
    }

    [Fact]
    public async Task CODEOWNERS_keeps_its_line_endings_and_its_other_lines()
    {
        using var folder = new TemporaryFolder();
        folder.Write("work/input/site.yaml", "title: T\nowners:\n  Ann: '@ann'\n");
        folder.Write("work/input/index.md", "---\nowner: Ann\n---\n# Home\n");
        folder.Write("work/CODEOWNERS", "*.cs @dev\r\n");
        Git(folder, "work", "init", "-q", "-b", "main");
        Assert.Equal(0, (await Tool.RunAsync(folder.Combine("work"), "codeowners", "--write")).ExitCode);
        var text = await File.ReadAllTextAsync(folder.Combine("work/CODEOWNERS"));
        Assert.Contains("/input/ @ann\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n*.cs @dev\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\r)\n", text);
    }

    [Fact]
    public async Task Without_a_repository_there_is_no_history_and_no_message()
    {
        using var folder = new TemporaryFolder();
        var known = await GitRepository.ReadAsync(folder.Root, CancellationToken.None);
        Assert.Equal(
            (0, false, (string?)null, (string?)null),
            (known.Changes.Count, known.IsShallow, known.Refusal, known.Root)
        );
        Assert.Null((await GitRepository.ReadAsync(folder.Combine("nowhere"), CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task A_message_says_that_git_is_missing_or_failed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("work/input/site.yaml", "title: T\nowners:\n  Ann: '@ann'\n");
        folder.Write("work/input/index.md", "# Home\n");
        Git(folder, "work", "init", "-q", "-b", "main");
        var work = folder.Combine("work");

        var withoutGit = await Tool.RunProcessAsync(work, ("PATH", folder.Folder("no-programs")), "check");
        Assert.Contains(
            "info KS122: Git cannot read the history: the program 'git' is not installed, or not on the PATH.",
            withoutGit.Output
        );

        // Git behaves as if the folder belonged to another user.
        var refused = await Tool.RunProcessAsync(
            work,
            ("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"),
            "codeowners",
            "--write"
        );
        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith(
            "CODEOWNERS cannot be written because git reports an error for 'input': detected dubious ownership",
            refused.Errors,
            StringComparison.Ordinal
        );
    }

    private static void Commit(TemporaryFolder folder, string message, string date)
    {
        Git(folder, "work", "add", "-A");
        Git(
            folder,
            "work",
            "-c",
            "user.name=Ann",
            "-c",
            "user.email=ann@x.example",
            "-c",
            "commit.gpgSign=false",
            "commit",
            "-q",
            "-m",
            message,
            "--date",
            date
        );
    }

    private static void Git(TemporaryFolder folder, string within, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder.Combine(within),
            RedirectStandardError = true,
        };
        using var git = Process.Start(start)!;
        var errors = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, errors);
    }
}
