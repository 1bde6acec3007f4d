using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using KnowledgeSite.Cli.Preview;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Rendering;

namespace KnowledgeSite.Cli;

/// <summary>
/// Lists the commands and runs the requested one. Exit codes: 0 success, 1 errors in the input, 2 wrong usage, 3
/// internal error, 130 interrupted.
/// </summary>
internal static class CommandLine
{
    private const int InvalidTheme = 1;
    private const int CannotWrite = 1;
    private const int WrongUsage = 2;
    private const int InternalError = 3;
    private const int Cancelled = 130;

    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "The outermost handler: any other exception is an internal error, and its text goes "
            + "into a bug report."
    )]
    public static async Task<int> RunAsync(string[] args, CommandConsole console)
    {
        var parsed = CreateRoot(console).Parse(args);
        var isCompletion = args.Length > 0 && args[0].StartsWith("[suggest", StringComparison.Ordinal);
        if (parsed.Errors.Count > 0 && !isCompletion)
        {
            foreach (var error in parsed.Errors)
                console.Errors.WriteLine(error.Message);
            return Fail($"Try '{ToolName.Here} --help'.", WrongUsage);
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = console.Output,
                    Error = console.Errors,
                    EnableDefaultExceptionHandler = false,
                }
            );
        }
        catch (OperationCanceledException)
        {
            return Fail("Interrupted. The existing site was not changed.", Cancelled);
        }
        catch (UsageException wrong)
        {
            return Fail(wrong.Message, WrongUsage);
        }
        catch (ThemeException mistake)
        {
            return Fail(mistake.Message, InvalidTheme);
        }
        catch (FileChangeException refused)
        {
            return Fail(ReportText.Clean(refused.Message), CannotWrite);
        }
        catch (Exception bug)
        {
            return Fail(
                "Internal error of KnowledgeSite. Your pages are not the cause. Please report it with the text below."
                    + Environment.NewLine
                    + bug,
                InternalError
            );
        }

        int Fail(string message, int exitCode)
        {
            console.Errors.WriteLine(message);
            return exitCode;
        }
    }

    private static RootCommand CreateRoot(CommandConsole console)
    {
        var options = new BuildCommandOptions();
        var build = new BuildCommand(options, console);
        var root = new RootCommand(
            "Builds a knowledge-base site from a folder of Markdown files. The default command is 'build'."
        )
        {
            Action = build.Action,
        };
        foreach (var option in options.All)
            root.Options.Add(option);
        ToolCommand[] commands =
        [
            new PreviewCommand(options, console),
            new NewCommand(options, console),
            new InitCommand(options, console),
            new ReleaseCommand(options, console),
            new MoveCommand(options, console),
            new ImportCommand(options, console),
            build,
            new CheckCommand(options, console),
            new PdfCommand(options, console),
            new OwnersCommand(options, console),
            new EditorsCommand(options, console),
            new CompletionCommand(options, console),
        ];
        foreach (var command in commands)
            root.Subcommands.Add(command);
        return root;
    }
}

/// <summary>A command of the tool: its options, its help texts and what it does.</summary>
internal abstract class ToolCommand : Command
{
    /// <param name="options">The options that all commands share.</param>
    protected ToolCommand(string name, string description, BuildCommandOptions options, CommandConsole console)
        : base(name, description) =>
        SetAction((parsed, cancellation) => RunAsync(options.Read(parsed), parsed, console, cancellation));

    /// <param name="request">The values of the options that all commands share.</param>
    /// <param name="arguments">The values of the command's own options and arguments.</param>
    /// <returns>The exit code: 0 for success, 1 for errors in the input.</returns>
    /// <exception cref="UsageException">The command cannot be run as it was given.</exception>
    protected abstract Task<int> RunAsync(
        BuildRequest request,
        ParseResult arguments,
        CommandConsole console,
        CancellationToken cancellation
    );
}

/// <summary>Thrown if a command cannot be run as it was given. The message says why and what to do instead.</summary>
internal sealed class UsageException(string message) : Exception(message);

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
