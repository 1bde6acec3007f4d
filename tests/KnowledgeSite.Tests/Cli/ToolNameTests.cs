using KnowledgeSite.Cli;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

/// <summary>A command in a message can be typed as it is printed.</summary>
public sealed class ToolNameTests
{
    [Theory]
    [InlineData("", "dotnet run --project src/KnowledgeSite.Cli --")]
    [InlineData("input/workshops", "dotnet run --project ../../src/KnowledgeSite.Cli --")]
    [InlineData("src/KnowledgeSite.Cli", "dotnet run --project . --")]
    public void In_a_clone_the_tool_is_started_by_its_project(string current, string name)
    {
        var clone = Path.Combine(Path.GetTempPath(), "knowledge");
        Assert.Equal(
            name,
            ToolName.Find(
                Path.Combine(clone, "src", "KnowledgeSite.Cli", "bin", "Debug", "net10.0")
                    + Path.DirectorySeparatorChar,
                Path.Combine(clone, current)
            )
        );
    }

    [Fact]
    public void A_folder_with_a_space_in_its_name_is_quoted()
    {
        var root = Path.Combine(Path.GetTempPath(), "my notes");
        Assert.Equal(
            "dotnet run --project \"../my notes/src/KnowledgeSite.Cli\" --",
            ToolName.Find(
                Path.Combine(root, "src", "KnowledgeSite.Cli", "bin", "Debug"),
                Path.Combine(Path.GetTempPath(), "elsewhere")
            )
        );
    }

    [Theory]
    [InlineData(".dotnet/tools/.store/knowledgesite.cli/1.0.0/knowledgesite.cli/1.0.0/tools/net10.0/any")]
    [InlineData("tools")]
    [InlineData("usr/local/bin")]
    [InlineData("bin")]
    public void Elsewhere_the_tool_is_a_command_of_its_own(string home) =>
        Assert.Equal(
            "knowledgesite",
            ToolName.Find(Path.Combine(Path.GetTempPath(), home) + Path.DirectorySeparatorChar, Path.GetTempPath())
        );

    [Fact]
    public void A_local_tool_is_started_with_dotnet() =>
        Assert.Equal(
            "dotnet knowledgesite",
            ToolName.Find("/home/a/.nuget/packages/knowledgesite.cli/1.0.0/tools/net10.0/any/", "/home/a/site")
        );

    [Fact]
    public async Task A_diagnostic_names_its_command_by_the_tool_that_was_started()
    {
        var pages = new MemoryTree(
            new Dictionary<string, byte[]>(StringComparer.Ordinal)
            {
                ["site.yaml"] = "title: Test\nowners:\n  Ada: '@ada'\n"u8.ToArray(),
                ["index.md"] = "---\nowner: Ada\n---\n# Home\n\nText.\n"u8.ToArray(),
            }
        );
        var build = new SiteBuild(
            new("input", null, false, null, default) { Tool = "./site" },
            pages,
            new Theme.Theme()
        )
        {
            VersionControl = Task.FromResult(WithOwnersOf("@bob")),
        };
        var found = (await build.RunAsync(check: false, null, CancellationToken.None)).Diagnostics;
        Assert.Contains(
            "A maintainer updates it with './site codeowners --write'.",
            TestSite.Print(found),
            StringComparison.Ordinal
        );
    }

    private static VersionControl WithOwnersOf(string handle) =>
        new("input/", [])
        {
            Owners = new(
                ".github/CODEOWNERS",
                $"# knowledgesite: begin\n/input/index.md {handle}\n# knowledgesite: end\n"
            ),
        };
}
