using KnowledgeSite.Ladders;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

/// <summary>Tests <c>release</c>, which writes a version of a ladder as a file for the build and for people.</summary>
public sealed class ReleaseCommandTests : IDisposable
{
    private const string Dimension =
        "---\nkind: dimension\ntitle: Scope\n---\n## Junior {#scope.junior}\n\nDoes a task.\n\n"
        + "- Plans a week. {#scope.junior.plan}\n";

    private readonly TemporaryFolder _folder = new();

    public ReleaseCommandTests()
    {
        _folder.Write("input/site.yaml", "title: Test\n");
        _folder.Write("input/ladders/ds/index.md", "# Data science\n\nOne level.\n");
        _folder.Write(
            "input/ladders/ds/ladder.yaml",
            "title: Data science\ndimensions: [scope]\nlevels:\n  - {id: junior, title: Junior}\n"
        );
        _folder.Write("input/ladders/ds/dimensions/scope.md", Dimension);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_next_version_depends_on_the_change_and_readers_see_it()
    {
        Assert.Equal(
            "Data science: version 1.0. Commit input/ladders/ds/versions/1.0.json and "
                + "input/ladders/ds/versions.yaml.\n",
            (await RunAsync("release", "ds", "--date", "2026-01-15")).Output
        );
        var again = await RunAsync("release", "ds");
        Assert.Equal((2, "Nothing has changed in 'ds' since version 1.0.\n"), (again.ExitCode, again.Errors));

        _folder.Write(
            "input/ladders/ds/dimensions/scope.md",
            Dimension.Replace("a week", "two weeks", StringComparison.Ordinal)
        );
        Assert.StartsWith(
            "Data science: version 1.0.1, patch (rewording).",
            (await RunAsync("release", "ds", "--date", "2026-02-15", "--note", "So that \"two\" fits.")).Output,
            StringComparison.Ordinal
        );
        _folder.Write("input/ladders/ds/dimensions/scope.md", Dimension + "- Reads. {#scope.junior.read}\n");
        _folder.Write(
            "input/ladders/ds/versions.yaml",
            "next:\n  kind: minor\n  because: It was meant before.\n" + _folder.Read("input/ladders/ds/versions.yaml")
        );
        Assert.StartsWith(
            "Data science: version 1.1, minor (adds or clarifies).",
            (await RunAsync("release", "ds", "--date", "2026-03-15")).Output,
            StringComparison.Ordinal
        );
        Assert.Equal(
            """
            # Versions of this ladder, newest first. 'knowledgesite release' adds one and its snapshot in versions/.
            versions:
              - version: "1.1"
                date: 2026-03-15
                kind: minor
                because: "It was meant before."
              - version: "1.0.1"
                date: 2026-02-15
                note: "So that \"two\" fits."
              - version: "1.0"
                date: 2026-01-15

            """,
            _folder.Read("input/ladders/ds/versions.yaml")
        );
        Assert.Equal(0, (await RunAsync("check", "--strict")).ExitCode);
        await RunAsync("build");
        Assert.Contains("Reads.", _folder.Read("output/ladders/ds/changes/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("release sd", "There is no ladder 'sd' in input. Did you mean 'ds'?")]
    [InlineData("release ds ../x", "'../x' is not a valid version name")]
    public async Task An_invalid_version_is_rejected(string arguments, string message)
    {
        var run = await RunAsync(arguments.Split(' '));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.False(_folder.Exists("input/ladders/ds/versions.yaml"));
    }

    [Fact]
    public async Task A_ladder_with_placeholders_is_not_published()
    {
        _folder.Write("input/ladders/ds/dimensions/scope.md", Dimension + "\nTo be written: an example.\n");
        var refused = await RunAsync("release", "ds");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("contains a placeholder", refused.Errors, StringComparison.Ordinal);
        Assert.False(_folder.Exists("input/ladders/ds/versions.yaml"));
    }

    [Fact]
    public async Task A_ladder_with_mistakes_is_not_published()
    {
        _folder.Write("input/ladders/ds/dimensions/scope.md", Dimension + "- Without an id.\n");
        Assert.Equal(1, (await RunAsync("release", "ds")).ExitCode);
        Assert.False(_folder.Exists("input/ladders/ds/versions.yaml"));
    }

    [Theory]
    [InlineData(null, ChangeKind.None, "1.0")]
    [InlineData("1.0", ChangeKind.Major, "2.0")]
    [InlineData("1.4.2", ChangeKind.Minor, "1.5")]
    [InlineData("1.4", ChangeKind.Patch, "1.4.1")]
    [InlineData("2026.1", ChangeKind.Patch, null)]
    [InlineData("spring", ChangeKind.Major, null)]
    public void The_next_version_follows_the_last_one(string? last, ChangeKind kind, string? expected) =>
        Assert.Equal(expected, NewVersion.NameAfter(last, kind));

    [Theory]
    [InlineData(
        "versions:\n- version: \"1\"\n  date: 2026-01-01\n",
        "versions:\n- version: \"2\"\n  date: 2026-02-01\n- version: \"1\"\n  date: 2026-01-01\n"
    )]
    [InlineData(
        "# Ours\nversions: # newest first\n\n    - version: \"1\"\n",
        "# Ours\nversions: # newest first\n    - version: \"2\"\n      date: 2026-02-01\n\n    - version: \"1\"\n"
    )]
    [InlineData("versions:", "versions:\n  - version: \"2\"\n    date: 2026-02-01\n")]
    [InlineData("versions: []\n", null)]
    [InlineData("title: none\n", null)]
    public void Other_entries_of_the_list_are_kept(string file, string? expected) =>
        Assert.Equal(expected, NewVersion.AddTo(file, "2", new(2026, 2, 1), null, null));

    private Task<ToolRun> RunAsync(params string[] arguments) => Tool.RunAsync(_folder.Root, arguments);
}
