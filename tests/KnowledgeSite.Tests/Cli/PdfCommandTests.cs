using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

/// <summary>Tests <c>pdf</c> without a browser that can print. The browser tests print.</summary>
public sealed class PdfCommandTests
{
    [Fact]
    public async Task Without_a_browser_the_fix_is_printed_and_the_site_is_not_changed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("input/index.md", "# Home\n");
        var run = await Tool.RunAsync(folder.Root, "pdf", "--browser", folder.Combine("nowhere"));
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("There is no browser at '", run.Errors);
        Assert.Contains("--browser", run.Errors);
        Assert.False(Directory.Exists(folder.Combine("output")));
    }

    [Fact]
    public async Task A_program_that_is_not_a_browser_is_named()
    {
        using var folder = new TemporaryFolder();
        WriteLadder(folder);
        var run = await Tool.RunAsync(folder.Root, "pdf", "--browser", Environment.ProcessPath!);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("did not print '/handouts/ladder-", run.Errors);
    }

    [Fact]
    public async Task A_file_that_cannot_be_started_is_named()
    {
        using var folder = new TemporaryFolder();
        WriteLadder(folder);
        folder.Write("browser.txt", "Not a program.");
        var run = await Tool.RunAsync(folder.Root, "pdf", "--browser", folder.Combine("browser.txt"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("It cannot be started, because it is not a program", run.Errors);
        Assert.Contains("browser.txt'. Use --browser", run.Errors);
    }

    [Fact]
    public async Task Errors_in_the_input_are_reported_first()
    {
        using var folder = new TemporaryFolder();
        folder.Write("input/site.yaml", "title: Test\n");
        folder.Write("input/index.md", "# Home\n\n[nowhere](nowhere.md)\n");
        var run = await Tool.RunAsync(folder.Root, "pdf", "--browser", Environment.ProcessPath!);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("KS401", run.Output);
    }

    private static void WriteLadder(TemporaryFolder folder)
    {
        folder.Write(
            "input/ladder/ladder.yaml",
            "title: L\ndimensions: [scope]\nlevels:\n  - id: senior\n    title: Senior\n"
        );
        folder.Write(
            "input/ladder/dimensions/scope.md",
            "---\nkind: dimension\n---\n# Scope\n\n## Senior {#scope.senior}\n\nOwns a product.\n\n"
                + "- Ships. {#scope.senior.ships}\n"
        );
    }
}
