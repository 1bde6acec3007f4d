using System.Diagnostics;
using KnowledgeSite.Cli;

namespace KnowledgeSite.Tests.Support;

/// <summary>
/// Runs the tool, and keeps its output and exit code. Most tests run it in their own process, because the start of a
/// process takes longer than the command.
/// </summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The current folder belongs to the whole process, so commands run one after the other.</summary>
    private static readonly SemaphoreSlim CurrentFolder = new(1);

    /// <summary>Runs a command in the process of the tests, as if it were started in the folder.</summary>
    public static async Task<ToolRun> RunAsync(string folder, params string[] arguments)
    {
        await CurrentFolder.WaitAsync();
        var before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = folder;
            var output = new StringWriter { NewLine = "\n" };
            var errors = new StringWriter { NewLine = "\n" };
            var exitCode = await CommandLine.RunAsync(arguments, new(output, errors)).WaitAsync(Patience);
            return ToolRun.Create(exitCode, output.ToString(), errors.ToString());
        }
        finally
        {
            Environment.CurrentDirectory = before;
            CurrentFolder.Release();
        }
    }

    /// <summary>Runs a command in a process of its own.</summary>
    /// <param name="variable">An environment variable with another value for this run.</param>
    public static async Task<ToolRun> RunProcessAsync(
        string folder,
        (string Name, string Value)? variable,
        params string[] arguments
    )
    {
        using var process = Start(folder, variable, arguments);
        return await EndAsync(process);
    }

    /// <summary>Starts a command in a process of its own.</summary>
    public static Process Start(string folder, params string[] arguments) => Start(folder, null, arguments);

    public static async Task<ToolRun> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return ToolRun.Create(process.ExitCode, await output, await errors);
    }

    private static Process Start(string folder, (string Name, string Value)? variable, string[] arguments)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "knowledgesite.dll"), .. arguments]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var removed in new[] { "CI", "NO_COLOR", "GITHUB_ACTIONS" })
            start.Environment.Remove(removed);
        if (variable is { } set)
            start.Environment[set.Name] = set.Value;
        return Process.Start(start)!;
    }
}

internal sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    public string LastLine => Output.TrimEnd('\n').Split('\n')[^1];

    public static ToolRun Create(int exitCode, string output, string errors) =>
        new(exitCode, output.ReplaceLineEndings("\n"), errors.ReplaceLineEndings("\n"));
}
