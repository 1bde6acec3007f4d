using System.Diagnostics;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CompletionTests()
    {
        _folder.Write(
            "input/site.yaml",
            "title: Test\ntags: [metrics, staff]\nowners:\n  Data Science Leads: '@leads'\n"
        );
        _folder.Write("input/index.md", "# Home\n");
        _folder.Write("input/workshops/our plans/a.md", "# A\n");
        _folder.Write("input/_drafts/a.md", "# A\n");
        _folder.Write(
            "input/ladders/design/ladder.yaml",
            "dimensions: [scope]\nlevels:\n  - id: senior\n  - id: staff\n"
        );
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(" new wo", "workshop")]
    [InlineData(" new workshop ", "ladders/|workshops/")]
    [InlineData(" new page workshops/", "workshops/our plans/")]
    [InlineData(" new page input/wor", "input/workshops/")]
    [InlineData(" new page ../", "")]
    [InlineData(" new dimension ", "ladders/design/dimensions/")]
    [InlineData(" new level ladders/", "ladders/design/levels/")]
    [InlineData(" new page a --tags ", "metrics|staff")]
    [InlineData(" new page a --owner D", "Data Science Leads")]
    [InlineData(" new role a --ladder ", "design")]
    [InlineData(" new role a --level s", "senior|staff")]
    [InlineData(" completion ", "bash|fish|pwsh|zsh")]
    public async Task Completions_are_offered(string line, string offered)
    {
        var run = await Tool.RunAsync(_folder.Root, $"[suggest:{line.Length}]", line);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(
            offered.Split('|', StringSplitOptions.RemoveEmptyEntries),
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(o => o[0] is not ('-' or '/'))
        );
    }

    [Fact]
    public async Task Every_kind_is_offered()
    {
        var run = await Tool.RunAsync(_folder.Root, "[suggest:5]", " new ");
        Assert.Equal(
            KnowledgeSite.Drafts.DraftWriter.Kinds.Select(k => k.ToString().ToLowerInvariant()).Order(),
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(o => o[0] is not ('-' or '/'))
        );
    }

    [Theory]
    [InlineData("knowledgesite new wo", "workshop")]
    [InlineData("knowledgesite new page work", "workshops/")]
    [InlineData("knowledgesite new page workshops/o", @"workshops/our\ plans/")]
    [InlineData("knowledgesite completion b", "bash")]
    [InlineData("knowledgesite new page a --tit", "--title")]
    public async Task Bash_completes_what_is_typed(string line, string completed)
    {
        if (OperatingSystem.IsWindows() || !File.Exists("/bin/bash"))
            return;
        _folder.Write(
            "bin/knowledgesite",
            "#!/bin/bash\n"
                + $"exec '{Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet"}' "
                + $"'{Path.Combine(AppContext.BaseDirectory, "knowledgesite.dll")}' \"$@\"\n"
        );
        File.SetUnixFileMode(_folder.Combine("bin/knowledgesite"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _folder.Write(
            "try.sh",
            $"""
            PATH="$PWD/bin:$PATH"
            source <(knowledgesite completion bash)
            COMP_LINE='{line}' COMP_POINT={line.Length} COMP_WORDS=({line}) COMP_CWORD={line.Split(' ').Length - 1}
            _knowledgesite knowledgesite
            printf '%s\n' "$COMPREPLY"
            """.ReplaceLineEndings("\n")
        );
        var start = new ProcessStartInfo("/bin/bash", "try.sh")
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        var run = await Tool.EndAsync(bash);
        Assert.Equal((completed + "\n", ""), (run.Output, run.Errors));
    }
}
