using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command that starts the tool in the current folder, so that commands in messages can be copied and run.
/// </summary>
internal static class ToolName
{
    private const string PackageFolder = "knowledgesite.cli";

    public static readonly string Here = Find(AppContext.BaseDirectory, Environment.CurrentDirectory);

    /// <summary>
    /// Finds the command from the folder of the tool's files. In a clone of the repository, <c>dotnet run</c> builds
    /// the tool below its project folder and runs it from there.
    /// </summary>
    /// <param name="home">The folder that contains the tool's files.</param>
    internal static string Find(string home, string current)
    {
        var parts = home.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        if (IsLocalTool(parts))
            return $"dotnet {DiagnosticRule.Tool}";
        var binIndex = Array.LastIndexOf(parts, "bin");
        if (binIndex < 1 || parts[binIndex - 1] != typeof(ToolName).Namespace)
            return DiagnosticRule.Tool;
        var project = Path.GetRelativePath(current, string.Join(Path.DirectorySeparatorChar, parts[..binIndex]))
            .Replace('\\', '/');
        return "dotnet run --project "
            + $"{(project.Contains(' ', StringComparison.Ordinal) ? $"\"{project}\"" : project)} --";
    }

    /// <summary>
    /// Whether the tool runs from the NuGet package folder, as a tool of <c>.config/dotnet-tools.json</c> does. A
    /// global tool runs from a folder <c>.store</c>.
    /// </summary>
    private static bool IsLocalTool(string[] parts) =>
        parts.Contains(PackageFolder, StringComparer.OrdinalIgnoreCase)
        && parts.Contains("tools")
        && !parts.Contains(".store");
}
