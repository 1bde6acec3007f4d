using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

/// <summary>Tests exit codes and help, on which scripts rely.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public UsageTests() => _folder.Write("input/index.md", "# Home\n\nText.\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_build_without_arguments_builds_input_into_output()
    {
        var run = await RunAsync();
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.True(_folder.Exists("output/index.html"));
    }

    [Fact]
    public async Task A_check_writes_no_site()
    {
        Assert.Equal(0, (await RunAsync("check")).ExitCode);
        Assert.Equal(["input"], Directory.EnumerateFileSystemEntries(_folder.Root).Select(e => Path.GetFileName(e)));
    }

    [Theory]
    [InlineData("build")]
    [InlineData("check")]
    public async Task Errors_in_the_input_end_with_one(string command)
    {
        _folder.Write("input/site.yaml", "title: Test");
        _folder.Write("input/index.md", "# Home\n\n[gone](gone.md)\n");
        var run = await RunAsync(command);
        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Contains("input/index.md:3:8: error KS401: ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("nonsense")]
    [InlineData("build nonsense")]
    [InlineData("--date")]
    [InlineData("--date 2026-02-30")]
    [InlineData("--date 20.11.2026")]
    [InlineData("--date 2026-11-20T00:00")]
    [InlineData("--base-url")]
    [InlineData("--base-url x.example")]
    [InlineData("--base-url /kb/")]
    [InlineData("--base-url ftp://x.example/")]
    [InlineData("--base-url https://x.example/?a")]
    [InlineData("--base-url https://x.example/#a")]
    [InlineData("--base-url https://")]
    [InlineData("--format")]
    [InlineData("--format xml")]
    [InlineData("--format JSON")]
    [InlineData("--input")]
    [InlineData("--input input --input input")]
    [InlineData("check --strict=perhaps")]
    public async Task Wrong_usage_ends_with_two_and_says_so(string arguments)
    {
        var run = await RunAsync(arguments.Split(' '));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("knowledgesite --help", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Combine("output")));
    }

    [Theory]
    [InlineData("--input", "")]
    [InlineData("--output", "")]
    [InlineData("--base-url", "")]
    [InlineData("--date", "")]
    public async Task An_empty_value_is_wrong_usage(string option, string value)
    {
        var run = await RunAsync(option, value);
        Assert.Equal(2, run.ExitCode);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("build --help")]
    [InlineData("check --help")]
    public async Task Help_names_every_option_and_ends_with_zero(string arguments)
    {
        var run = await RunAsync(arguments.Split(' '));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.All(
            ["--input", "--output", "--strict", "--base-url", "--format", "--date", "--timings"],
            option => Assert.Contains(option, run.Output, StringComparison.Ordinal)
        );
        Assert.False(Directory.Exists(_folder.Combine("output")));
    }

    [Fact]
    public async Task Help_of_the_tool_names_its_commands()
    {
        var run = await RunAsync("--help");
        Assert.All(
            ["build", "check"],
            command => Assert.Contains("\n  " + command, run.Output, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_missing_input_is_an_error_in_the_input_and_no_crash()
    {
        var run = await RunAsync("--input", "nowhere");
        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Contains("error KS108: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_may_be_given()
    {
        _folder.Write("input/later.md", "---\npublished: 2030-01-01\n---\n# Later\n\nText.\n");
        await RunAsync("--date", "2029-12-31");
        Assert.False(_folder.Exists("output/later/index.html"));
        await RunAsync("--date", "2030-01-01");
        Assert.True(_folder.Exists("output/later/index.html"));
    }

    [Fact]
    public async Task The_base_url_may_be_given_without_its_last_slash()
    {
        await RunAsync("--base-url", "https://x.example/kb");
        Assert.Contains(
            "<loc>https://x.example/kb/</loc>",
            _folder.Read("output/sitemap.xml"),
            StringComparison.Ordinal
        );
    }

    private Task<ToolRun> RunAsync(params string[] arguments) => Tool.RunAsync(_folder.Root, arguments);
}
