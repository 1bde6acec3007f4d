using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Cli;

/// <summary>What a person types to start the tool, so that a command in a message can be copied as it stands.</summary>
internal static class ToolName
{
    public static readonly string Here = In(AppContext.BaseDirectory, Environment.CurrentDirectory);

    /// <summary>In a clone the tool is no command: <c>dotnet run</c> makes it below its project, and starts it from there.</summary>
    /// <param name="home">The folder of the tool's own files.</param>
    internal static string In(string home, string current)
    {
        var parts = home.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var made = Array.LastIndexOf(parts, "bin");
        if (made < 1 || parts[made - 1] != typeof(ToolName).Namespace) return DiagnosticRule.Tool;
        var project = Path.GetRelativePath(current, string.Join(Path.DirectorySeparatorChar, parts[..made])).Replace('\\', '/');
        return $"dotnet run --project {(project.Contains(' ', StringComparison.Ordinal) ? $"\"{project}\"" : project)} --";
    }
}
