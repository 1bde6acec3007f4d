using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using KnowledgeSite.Cli.Init;
using KnowledgeSite.Cli.Preview;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Cli.Writing;
using KnowledgeSite.Rendering;

namespace KnowledgeSite.Cli;

/// <summary>
/// Defines the commands and runs the requested one. Exit codes: 0 success, 1 errors in the input, 2 wrong usage, 3
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
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var parsed = CreateRoot(output, errors).Parse(args);
        var isCompletion = args.Length > 0 && args[0].StartsWith("[suggest", StringComparison.Ordinal);
        if (parsed.Errors.Count > 0 && !isCompletion)
        {
            foreach (var error in parsed.Errors)
                await errors.WriteLineAsync(error.Message);
            await errors.WriteLineAsync($"Try '{ToolName.Here} --help'.");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = errors,
                    EnableDefaultExceptionHandler = false,
                }
            );
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Interrupted. The existing site was not changed.");
            return Cancelled;
        }
        catch (ThemeException mistake)
        {
            await errors.WriteLineAsync(mistake.Message);
            return InvalidTheme;
        }
        catch (FileChangeException refused)
        {
            await errors.WriteLineAsync(ReportText.Clean(refused.Message));
            return CannotWrite;
        }
        catch (Exception bug)
        {
            await errors.WriteLineAsync(
                "Internal error of KnowledgeSite. Your pages are not the cause. Please report it with the text below."
            );
            await errors.WriteLineAsync(bug.ToString());
            return InternalError;
        }
    }

    private static RootCommand CreateRoot(TextWriter output, TextWriter errors)
    {
        var options = new BuildCommandOptions();
        var root = new RootCommand(
            "Builds a knowledge-base site from a folder of Markdown files. The default command is 'build'."
        );
        var build = new Command("build", "Build the site (the default).");
        var check = new Command("check", "Check the pages and the generated HTML. Reports problems but writes no site.")
        {
            SinceCommand.Since,
            SinceCommand.Report,
        };
        foreach (var option in options.All)
            root.Options.Add(option);
        root.SetAction(
            (parsed, cancellation) => BuildCommand.RunAsync(options.Read(parsed), check: false, output, cancellation)
        );
        build.SetAction(
            (parsed, cancellation) => BuildCommand.RunAsync(options.Read(parsed), check: false, output, cancellation)
        );
        check.SetAction(
            (parsed, cancellation) =>
                SinceCommand.RunAsync(
                    options.Read(parsed),
                    parsed.GetValue(SinceCommand.Since),
                    parsed.GetValue(SinceCommand.Report) ?? [],
                    output,
                    errors,
                    cancellation
                )
        );
        var pdf = new Command(
            "pdf",
            "Build the site with PDFs of its handouts and matrices. Needs Chromium, Chrome or Edge."
        )
        {
            PdfCommand.Browser,
        };
        pdf.SetAction(
            (parsed, cancellation) =>
                PdfCommand.RunAsync(
                    options.Read(parsed),
                    parsed.GetValue(PdfCommand.Browser),
                    output,
                    errors,
                    cancellation
                )
        );
        var owners = new Command("codeowners", "Print the owners of pages as lines of a CODEOWNERS file.")
        {
            OwnersCommand.Write,
        };
        owners.SetAction(
            (parsed, cancellation) =>
                OwnersCommand.RunAsync(
                    options.Read(parsed),
                    parsed.GetValue(OwnersCommand.Write),
                    output,
                    errors,
                    cancellation
                )
        );
        var move = new Command(
            "mv",
            "Move or rename a page or folder. Updates all links to it, adds redirects from the old URLs, "
                + "and checks the site."
        )
        {
            MoveCommand.Old,
            MoveCommand.New,
        };
        move.SetAction(
            (parsed, cancellation) =>
                MoveCommand.RunAsync(
                    options.Read(parsed),
                    parsed.GetRequiredValue(MoveCommand.Old),
                    parsed.GetRequiredValue(MoveCommand.New),
                    output,
                    errors,
                    cancellation
                )
        );
        var preview = new Command("preview", "Serve the site on this machine and refresh it when a file changes.")
        {
            PreviewCommand.Port,
            PreviewCommand.All,
        };
        preview.SetAction(
            (parsed, cancellation) =>
                PreviewCommand.RunAsync(
                    options.Read(parsed),
                    parsed.GetValue(PreviewCommand.Port),
                    parsed.GetValue(PreviewCommand.All),
                    output,
                    errors,
                    cancellation
                )
        );
        root.Subcommands.Add(preview);
        var editors = new Command(
            "editors",
            "Check that the schemas and snippets for editors are up to date, or update them."
        )
        {
            EditorsCommand.Write,
        };
        editors.SetAction(
            (parsed, cancellation) =>
                EditorsCommand.RunAsync(
                    options.Read(parsed),
                    parsed.GetValue(EditorsCommand.Write),
                    output,
                    cancellation
                )
        );
        var arguments = new NewArguments(options.Input);
        var page = arguments.Command();
        page.SetAction(
            (parsed, cancellation) =>
                new NewCommand(
                    options.Read(parsed),
                    Terminal.CanAsk ? new TerminalQuestions() : null,
                    output,
                    errors
                ).RunAsync(
                    arguments.Kind(parsed),
                    arguments.Path(parsed),
                    (kind, path) => arguments.Read(parsed, kind, path),
                    cancellation
                )
        );
        var completion = new Command(
            "completion",
            "Print a script that completes commands, kinds of pages and folders in a shell."
        )
        {
            CompletionCommand.Shell,
        };
        completion.SetAction(
            (parsed, _) => CompletionCommand.RunAsync(parsed.GetRequiredValue(CompletionCommand.Shell), output)
        );
        root.Subcommands.Add(page);
        var init = new Command(
            "init",
            "Create a starter site in a folder: pages, settings and workflows. Overwrites nothing."
        )
        {
            InitCommand.Folder,
            InitCommand.Name,
        };
        init.SetAction(
            (parsed, cancellation) =>
                InitCommand.RunAsync(
                    options.Read(parsed).Options,
                    parsed.GetRequiredValue(InitCommand.Folder),
                    parsed.GetRequiredValue(InitCommand.Name),
                    output,
                    errors,
                    cancellation
                )
        );
        root.Subcommands.Add(init);
        var release = new Command(
            "release",
            "Save the current state of a ladder as a version, so that readers can see what has changed since."
        )
        {
            ReleaseCommand.Ladder,
            ReleaseCommand.Version,
            ReleaseCommand.Note,
        };
        release.SetAction(
            (parsed, cancellation) =>
                ReleaseCommand.RunAsync(
                    options.Read(parsed),
                    parsed.GetRequiredValue(ReleaseCommand.Ladder),
                    parsed.GetValue(ReleaseCommand.Version),
                    parsed.GetValue(ReleaseCommand.Note),
                    output,
                    errors,
                    cancellation
                )
        );
        root.Subcommands.Add(release);
        root.Subcommands.Add(move);
        root.Subcommands.Add(build);
        root.Subcommands.Add(check);
        root.Subcommands.Add(pdf);
        root.Subcommands.Add(owners);
        root.Subcommands.Add(editors);
        root.Subcommands.Add(completion);
        return root;
    }
}
