using System.Diagnostics;
using KnowledgeSite.Cli;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

/// <summary>
/// Tests the tool as organisations get it: packed, installed from a folder of packages, and used in an empty folder.
/// </summary>
public sealed class PackedToolTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_first_site_is_made_built_previewed_and_checked_with_the_installed_tool()
    {
        var configuration = AppContext.BaseDirectory.Contains(
            $"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}",
            StringComparison.Ordinal
        )
            ? "Debug"
            : "Release";
        await RunAsync(
            Repository.Root,
            "dotnet",
            "pack",
            "src/KnowledgeSite.Cli",
            "--configuration",
            configuration,
            "--no-build",
            "-maxCpuCount:1", // A second process would take longer to start than it saves.
            "--nologo",
            "--output",
            _folder.Combine("packages")
        );
        Assert.Equal([$"KnowledgeSite.Cli.{StarterFiles.ToolVersion}.nupkg"], _folder.Files("packages"));

        // No other source than the folder, so that the test needs no network.
        var settings = _folder.Write(
            "nuget.config",
            "<configuration><packageSources><clear/><add key=\"packages\" "
                + "value=\"packages\"/></packageSources></configuration>"
        );
        await RunAsync(
            _folder.Root,
            "dotnet",
            "tool",
            "install",
            "KnowledgeSite.Cli",
            "--tool-path",
            _folder.Combine("tools"),
            "--configfile",
            settings
        );
        var tool = _folder.Combine(OperatingSystem.IsWindows() ? "tools/knowledgesite.exe" : "tools/knowledgesite");

        var site = _folder.Folder("site");
        Assert.Contains(
            "knowledgesite preview",
            await RunAsync(site, tool, "init", "--name", "Acme"),
            StringComparison.Ordinal
        );
        Assert.Contains("no problems", await RunAsync(site, tool, "build", "--strict"), StringComparison.Ordinal);
        await AssertPreviewAsync(site, tool);

        // These are the commands in the workflows of the new site.
        File.Copy(
            _folder.Combine($"packages/KnowledgeSite.Cli.{StarterFiles.ToolVersion}.nupkg"),
            Path.Combine(site, "packages", $"KnowledgeSite.Cli.{StarterFiles.ToolVersion}.nupkg")
        );
        await RunAsync(site, "dotnet", "tool", "restore", "--configfile", settings);
        Assert.Contains(
            "no problems",
            await RunAsync(site, "dotnet", "knowledgesite", "check", "--strict", "--format", "text"),
            StringComparison.Ordinal
        );
    }

    private async Task AssertPreviewAsync(string site, string tool)
    {
        using var preview = Start(site, tool, "preview", "--port", "0");
        try
        {
            string? address = null;
            while (address is null && await preview.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
                address = line.Split(' ')
                    .FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal))
                    ?.TrimEnd('.', ',');
            using var client = new HttpClient();
            Assert.Contains("Acme", await client.GetStringAsync(new Uri(address!)), StringComparison.Ordinal);
        }
        finally
        {
            preview.Kill(entireProcessTree: true);
        }
    }

    private async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Start(folder, program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}:\n{await output}\n{await errors}");
        return await output;
    }

    private Process Start(string folder, string program, params string[] arguments)
    {
        var host = program == "dotnet" ? Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? program : program;
        var start = new ProcessStartInfo(host, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (arguments is ["pack", ..])
            return Process.Start(start)!;

        // Otherwise, a package of the same version from an earlier build would be taken from the cache of this machine.
        start.Environment["NUGET_PACKAGES"] = _folder.Combine("cache");
        start.Environment["DOTNET_CLI_HOME"] = _folder.Folder("home");
        return Process.Start(start)!;
    }
}
