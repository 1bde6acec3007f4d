using System.CommandLine;
using KnowledgeSite.Cli.Printing;
using KnowledgeSite.Output;
using KnowledgeSite.Rendering.Handouts;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command <c>pdf</c>: builds the site with PDFs of its handouts and matrices, to which the pages link.
/// </summary>
internal sealed class PdfCommand : ToolCommand
{
    private readonly Option<string?> _browser = new("--browser")
    {
        Description =
            $"The executable of Chromium, Chrome or Edge. Default: the variable "
            + $"{InstalledBrowser.Variable}, or an installed browser.",
        HelpName = "PATH",
    };

    public PdfCommand(BuildCommandOptions options, CommandConsole console)
        : base(
            "pdf",
            "Build the site with PDFs of its handouts and matrices. Needs Chromium, Chrome or Edge.",
            options,
            console
        ) => Add(_browser);

    protected override async Task<int> RunAsync(
        BuildRequest request,
        ParseResult arguments,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var named = arguments.GetValue(_browser);
        var browser = InstalledBrowser.Find(named) ?? throw new UsageException(InstalledBrowser.Remedy(named));
        var built = await request.BuildAsync(request.Tree(), cancellation);
        if (built.HasErrors || built.Site is null)
            return await BuildCommand.BuildAsync(request, check: false, console, cancellation);
        try
        {
            var printed = await new SitePrinter(browser).PrintAsync(
                built,
                PrintedFiles.Read(request.Options.Output!),
                cancellation
            );
            var exitCode = await BuildCommand.BuildAsync(request, check: false, console, cancellation, printed);
            if (exitCode == 0 && request.Format == "text")
                console.WriteLine(
                    $"Printed {printed.Files.Count - printed.Kept} PDFs into "
                        + $"{request.Options.Output}/"
                        + Printout.Folder
                        + (printed.Kept == 0 ? "" : $"; {printed.Kept} are unchanged")
                        + "."
                );
            return exitCode;
        }
        catch (PrintingException failure)
        {
            throw new UsageException(
                $"{failure.Message} The browser was '{browser}'. Use --browser to name another one. On "
                    + "Linux, Chromium needs at least one installed font, such as fonts-dejavu-core."
            );
        }
    }
}
