using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using KnowledgeSite.Cli.Init;
using KnowledgeSite.Cli.Preview;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Cli.Writing;
using KnowledgeSite.Rendering;

namespace KnowledgeSite.Cli;

/// <summary>
/// The commands and what their exit codes mean: 0 clean, 1 errors in the input, 2 wrong usage, 3 a bug of ours, 130
/// interrupted.
/// </summary>
internal static class CommandLine
{
    private const int WrongTheme = 1;
    private const int CannotWrite = 1;
    private const int WrongUsage = 2;
    private const int Bug = 3;
    private const int Interrupted = 130;

    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "The one place that catches everything: whatever arrives here is a bug of ours."
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
            await errors.WriteLineAsync("Interrupted. The site that was there is as it was.");
            return Interrupted;
        }
        catch (ThemeException mistake)
        {
            await errors.WriteLineAsync(mistake.Message);
            return WrongTheme;
        }
        catch (FileChangeException refused)
        {
            await errors.WriteLineAsync(ReportText.Clean(refused.Message));
            return CannotWrite;
        }
        catch (Exception bug)
        {
            await errors.WriteLineAsync(
                "This is a bug of KnowledgeSite, not a mistake in your pages. Please report it with the text below."
            );
            await errors.WriteLineAsync(bug.ToString());
            return Bug;
        }
    }

    private static RootCommand CreateRoot(TextWriter output, TextWriter errors)
    {
        var options = new BuildCommandOptions();
        var root = new RootCommand(
            "Builds a knowledge-base site from a folder of Markdown. Without a command it builds."
        );
        var build = new Command("build", "Builds the site (the default).");
        var check = new Command(
            "check",
            "Reports everything a build would, and reads the finished HTML; writes no site."
        )
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
            "Builds the site with its handouts and matrices as PDFs, printed by an installed Chromium, Chrome or Edge."
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
        var owners = new Command("codeowners", "Prints the owners of pages as lines of a CODEOWNERS file.")
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
            "Gives a page or a folder another path: rewrites every link to it, leaves redirects at its old "
                + "addresses, then checks."
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
        var preview = new Command(
            "preview",
            "Shows the site on this machine, and shows it anew while its pages are written."
        )
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
            "Says whether the schemas and snippets that editors use are what the site makes them."
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
            "Prints what makes a shell complete commands, kinds of pages and folders."
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
            "Writes the files of a first site into a folder: pages, settings, workflows. Overwrites nothing."
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
            "Keeps what a ladder says today as a version of it, so that readers are told what changed since."
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
