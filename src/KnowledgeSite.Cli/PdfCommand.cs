using System.CommandLine;
using System.Globalization;
using KnowledgeSite.Cli.Printing;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Output;
using KnowledgeSite.Rendering.Handouts;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command <c>pdf</c>: builds the site with PDFs of its handouts and matrices, to which the pages link.
/// </summary>
internal static class PdfCommand
{
    private const int NoBrowser = 2;

    public static readonly Option<string?> Browser = new("--browser")
    {
        Description =
            $"The executable of Chromium, Chrome or Edge. Default: the variable "
            + $"{InstalledBrowser.Variable}, or an installed browser.",
        HelpName = "PATH",
    };

    public static async Task<int> RunAsync(
        BuildRequest request,
        string? given,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellation
    )
    {
        if (InstalledBrowser.Find(given) is not { } browser)
        {
            await errors.WriteLineAsync(InstalledBrowser.Remedy(given));
            return NoBrowser;
        }

        var tree = new FolderTree(request.Options.Input, request.Options.Output!);
        var theme = request.Theme;
        var built = await new SiteBuild(request.Options with { Output = null }, tree, theme).RunAsync(
            check: false,
            null,
            cancellation
        );
        if (built.HasErrors || built.Site is null)
            return await BuildCommand.RunAsync(request, check: false, output, cancellation);
        try
        {
            var printed = await new SitePrinter(browser).PrintAsync(
                built,
                PrintedFiles.Read(request.Options.Output!),
                cancellation
            );
            var exitCode = await BuildCommand.RunAsync(request, check: false, output, cancellation, printed);
            if (exitCode == 0 && request.Format == "text")
                await output.WriteLineAsync(
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
            await errors.WriteLineAsync(
                $"{failure.Message} The browser was '{browser}'. Use --browser to name another one. On "
                    + "Linux, Chromium needs at least one installed font, such as fonts-dejavu-core."
            );
            return NoBrowser;
        }
    }
}
