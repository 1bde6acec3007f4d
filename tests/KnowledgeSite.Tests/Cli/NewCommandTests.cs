using KnowledgeSite.Cli;
using KnowledgeSite.Tests.Support;
using Spectre.Console.Testing;

namespace KnowledgeSite.Tests.Cli;

public sealed class NewCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public NewCommandTests()
    {
        _folder.Write("input/site.yaml", "title: Test\ntags: [one, two]\nowners:\n  Ada: '@ada'\n  Grace: '@grace'\n");
        _folder.Write("input/index.md", "---\nowner: Ada\ntags: [one]\n---\n# Home\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_is_written_and_the_next_steps_are_printed()
    {
        var run = await Tool.RunAsync(
            _folder.Root,
            "new",
            "page",
            "guides/set-up",
            "--title",
            "Set up",
            "--tags",
            "one,two",
            "--owner",
            "Grace"
        );
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith(
            "---\ntitle: Set up\n# description: ",
            _folder.Read("input/guides/set-up.md"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\ntags: [one, two]\nowner: Grace\n",
            _folder.Read("input/guides/set-up.md"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "New: input/guides/set-up.md\nApart from the placeholders to replace, it passes 'check --strict'.\n",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("from index.md: [Set up](guides/set-up.md)", run.Output, StringComparison.Ordinal);
        Assert.Contains("then /guides/set-up/", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Tool.RunAsync(_folder.Root, "check")).ExitCode);
    }

    [Fact]
    public async Task A_page_does_not_pass_a_strict_check_until_its_placeholders_are_replaced()
    {
        await Tool.RunAsync(_folder.Root, "new", "page", "set-up");
        var run = await Tool.RunAsync(_folder.Root, "check", "--strict");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error KS115: The placeholder 'To be written' is here", run.Output, StringComparison.Ordinal);
        _folder.Write(
            "input/set-up.md",
            _folder.Read("input/set-up.md").Replace("To be written: ", "", StringComparison.Ordinal)
        );
        Assert.Equal(0, (await Tool.RunAsync(_folder.Root, "check", "--strict")).ExitCode);
    }

    [Fact]
    public async Task What_to_do_next_names_the_input_folder()
    {
        _folder.Write("docs/index.md", "# Home\n");
        var run = await Tool.RunAsync(_folder.Root, "new", "page", "set-up", "--input", "docs");
        Assert.Contains("knowledgesite preview --input docs'", run.Output, StringComparison.Ordinal);
        Assert.Contains("knowledgesite check --strict --input docs'", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named_and_nothing_is_left_behind()
    {
        _folder.Write("input/guides", "A file where a folder would have to be.\n");
        var run = await Tool.RunAsync(_folder.Root, "new", "page", "guides/deep/set-up");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("guides/deep/set-up.md' cannot be written: ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("bug", run.Errors, StringComparison.Ordinal);
        Assert.Equal(
            ["guides", "index.md", "site.yaml"],
            Directory
                .EnumerateFileSystemEntries(_folder.Combine("input"))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task With_several_ladders_that_of_a_workshop_is_not_guessed()
    {
        await Tool.RunAsync(_folder.Root, "new", "ladder", "ladders/design");
        await Tool.RunAsync(_folder.Root, "new", "ladder", "ladders/analytics");
        var run = await Tool.RunAsync(_folder.Root, "new", "workshop", "workshops/listening");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(
            "Give the one to which a workshop belongs: '--ladder analytics' or '--ladder design'.",
            run.Errors,
            StringComparison.Ordinal
        );
        Assert.Equal(
            0,
            (await Tool.RunAsync(_folder.Root, "new", "workshop", "workshops/listening", "--ladder", "design")).ExitCode
        );
    }

    [Fact]
    public async Task Earlier_diagnostics_are_not_reported_for_the_new_page()
    {
        _folder.Write("input/bad.md", "# Bad\n\n[gone](gone.md)\n");
        var run = await Tool.RunAsync(_folder.Root, "new", "page", "guides/set-up");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "Apart from the placeholders to replace, it passes 'check --strict'.",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Diagnostics_that_the_new_page_causes_elsewhere_are_reported()
    {
        _folder.Write("input/notes.md", "# Notes on setting up\n\nSet up the machine.\n");
        _folder.Write("input/search-tests.yaml", "- { query: set up, expect: notes.md, within: 1 }\n");
        var run = await Tool.RunAsync(_folder.Root, "new", "page", "set-up", "--title", "Set up");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error KS653: ", run.Output, StringComparison.Ordinal);
        Assert.True(_folder.Exists("input/set-up.md"));
    }

    [Fact]
    public async Task CODEOWNERS_is_updated_with_a_new_page()
    {
        _folder.Write("input/other.md", "---\nowner: Grace\n---\n# Other\n\n[Home](index.md)\n");
        using (
            var git = System.Diagnostics.Process.Start(
                new System.Diagnostics.ProcessStartInfo("git", ["init", "--quiet"]) { WorkingDirectory = _folder.Root }
            )!
        )
            await git.WaitForExitAsync();
        await Tool.RunAsync(_folder.Root, "codeowners", "--write");
        var run = await Tool.RunAsync(_folder.Root, "new", "page", "set-up", "--owner", "Grace");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Changed: .github/CODEOWNERS\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("/input/set-up.md @grace\n", _folder.Read(".github/CODEOWNERS"), StringComparison.Ordinal);
        Assert.Equal(0, (await Tool.RunAsync(_folder.Root, "check")).ExitCode);
    }

    [Fact]
    public async Task The_path_may_begin_with_the_input_folder()
    {
        Assert.Equal(0, (await Tool.RunAsync(_folder.Root, "new", "section", "./input/guides/")).ExitCode);
        Assert.True(_folder.Exists("input/guides/index.md"));
    }

    [Theory]
    [InlineData("", "Give the kind of page and its path")]
    [InlineData("page", "Give the path: 'knowledgesite new page guides/setup'.")]
    [InlineData("workshp a", "'workshp' is not a kind of page. Did you mean 'workshop'?")]
    [InlineData("3 a", "'3' is not a kind of page.")]
    [InlineData("page index", "is the index page of its folder")]
    [InlineData("page ../a", "is outside the input folder")]
    [InlineData("page there", "'there.md' exists already")]
    [InlineData("page out/a", "is outside of input")]
    [InlineData("page a --tags three", "'three' is not a tag in site.yaml.")]
    [InlineData("page a --owner Adda", "Did you mean 'Ada'?")]
    [InlineData("page a --input nowhere", "The folder 'nowhere' does not exist.")]
    public async Task A_page_that_cannot_be_created_is_rejected_and_nothing_is_written(string arguments, string message)
    {
        _folder.Write("input/there.md", "---\nexcluded: true\n---\n# There\n");
        Directory.CreateSymbolicLink(_folder.Combine("input/out"), _folder.Folder("elsewhere"));
        var before = _folder.Files("input");
        var run = await Tool.RunAsync(
            _folder.Root,
            ["new", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]
        );
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Files("input"));
        Assert.Empty(_folder.Files("elsewhere"));
    }

    [Fact]
    public async Task Missing_values_are_asked_for_at_a_terminal()
    {
        using var terminal = InteractiveTerminal();
        terminal.Input.PushKey(ConsoleKey.Enter);
        terminal.Input.PushTextWithEnter("../wrong");
        terminal.Input.PushTextWithEnter("guides/set-up");
        terminal.Input.PushTextWithEnter("Set it up");
        terminal.Input.PushKey(ConsoleKey.Enter);
        foreach (var key in new[] { ConsoleKey.DownArrow, ConsoleKey.Spacebar, ConsoleKey.Enter })
            terminal.Input.PushKey(key);
        foreach (var key in new[] { ConsoleKey.DownArrow, ConsoleKey.Enter })
            terminal.Input.PushKey(key);
        await AskedAsync(terminal);
        string[] shown =
        [
            "What kind of page?",
            "Which path?",
            "is outside the input folder",
            "What is the title? (Set up)",
            "What is the page about?",
            "Which tags?",
            "Who owns it?",
        ];
        var places = shown.Select(text => terminal.Output.IndexOf(text, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        var text = _folder.Read("input/guides/set-up.md");
        Assert.StartsWith("---\ntitle: Set it up\n# description: ", text, StringComparison.Ordinal);
        Assert.Contains("\ntags: [two]\nowner: Grace\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_asked_twice()
    {
        using var terminal = InteractiveTerminal();
        terminal.Input.PushKey(ConsoleKey.Enter);
        await AskedAsync(terminal, "page", "a", "--title", "A", "--tags", "one", "--owner", "Ada");
        Assert.StartsWith("What is the page about?", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(1, terminal.Output.Count(c => c == '?'));
    }

    private static TestConsole InteractiveTerminal() => new TestConsole().Interactive().SupportsAnsi(true).Width(200);

    private async Task AskedAsync(TestConsole terminal, params string[] arguments)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        var console = new CommandConsole(output, errors) { CanAsk = true, Terminal = terminal };
        var folders = new[] { "--input", _folder.Combine("input"), "--output", _folder.Combine("output") };
        Assert.Equal((0, ""), (await CommandLine.RunAsync(["new", .. arguments, .. folders], console), $"{errors}"));
    }
}
