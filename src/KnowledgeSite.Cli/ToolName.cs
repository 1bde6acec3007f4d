using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Cli;

/// <summary>What a person types to start the tool, so that a command in a message can be copied as it stands.</summary>
internal static class ToolName
{
    private const string PackageFolder = "knowledgesite.cli";

    public static readonly string Here = Find(AppContext.BaseDirectory, Environment.CurrentDirectory);

    /// <summary>
    /// In a clone the tool is no command: <c>dotnet run</c> makes it below its project, and starts it from there.
    /// </summary>
    /// <param name="home">The folder of the tool's own files.</param>
    internal static string Find(string home, string current)
    {
        var parts = home.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        if (IsLocalTool(parts))
            return $"dotnet {DiagnosticRule.Tool}";
        var made = Array.LastIndexOf(parts, "bin");
        if (made < 1 || parts[made - 1] != typeof(ToolName).Namespace)
            return DiagnosticRule.Tool;
        var project = Path.GetRelativePath(current, string.Join(Path.DirectorySeparatorChar, parts[..made]))
            .Replace('\\', '/');
        return "dotnet run --project "
            + $"{(project.Contains(' ', StringComparison.Ordinal) ? $"\"{project}\"" : project)} --";
    }

    /// <summary>
    /// A tool of <c>.config/dotnet-tools.json</c> runs from the folder of NuGet packages; a global one from a folder
    /// <c>.store</c>.
    /// </summary>
    private static bool IsLocalTool(string[] parts) =>
        parts.Contains(PackageFolder, StringComparer.OrdinalIgnoreCase)
        && parts.Contains("tools")
        && !parts.Contains(".store");
}
