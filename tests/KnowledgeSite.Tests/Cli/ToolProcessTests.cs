using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

/// <summary>Tests the tool as a process. Other tests of commands run them in the process of the tests.</summary>
public sealed class ToolProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ToolProcessTests() => _folder.Write("input/index.md", "# Home\n\nText.\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_version_is_one_line()
    {
        var run = await RunAsync("--version");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", run.Output);
    }

    [Fact]
    public async Task Problems_are_printed_in_UTF_8_and_end_with_one()
    {
        _folder.Write("input/site.yaml", "title: Test\n");
        _folder.Write("input/größe 😀.md", "# Size\n\n[gone](gone.md)\n");
        var run = await RunAsync();
        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("input/größe 😀.md:3:8: error KS401: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_usage_is_printed_as_an_error_and_ends_with_two()
    {
        var run = await RunAsync("nonsense");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("--help", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relative_folders_are_those_of_the_current_folder()
    {
        var run = await RunAsync("build", "--output", "site");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.True(_folder.Exists("site/index.html"));
    }

    private Task<ToolRun> RunAsync(params string[] arguments) =>
        Tool.RunProcessAsync(_folder.Root, variable: null, arguments);
}
