using System.Diagnostics;

namespace KnowledgeSite.Tests.Support;

/// <summary>Runs the tool in a process, and keeps its output and exit code.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Process Start(string folder, params string[] arguments) => Start(folder, null, arguments);

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

    public static async Task<ToolRun> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await EndAsync(process);
    }

    /// <param name="variable">An environment variable with another value for this run.</param>
    public static async Task<ToolRun> RunWithAsync(
        string folder,
        (string Name, string Value) variable,
        params string[] arguments
    )
    {
        using var process = Start(folder, variable, arguments);
        return await EndAsync(process);
    }

    public static async Task<ToolRun> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }
}

internal sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    public string LastLine => Output.TrimEnd('\n').Split('\n')[^1];
}
