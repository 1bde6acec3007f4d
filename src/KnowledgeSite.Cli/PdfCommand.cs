using System.CommandLine;
using KnowledgeSite.Cli.Printing;
using KnowledgeSite.Files;
using KnowledgeSite.Output;
using KnowledgeSite.Rendering.Handouts;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command <c>pdf</c>: builds the site with PDFs of its handouts, matrices and documents, to which the pages link.
/// </summary>
internal sealed class PdfCommand : ToolCommand
{
    private readonly Argument<string[]> _addresses = new("ADDRESS")
    {
        Description =
            "Print only this page, or the pages below it, such as /documents/promotion-case/. Default: "
            + "handouts, packs, "
            + "matrices, level sheets, and documents whose template has 'pages:'.",
        Arity = ArgumentArity.ZeroOrMore,
    };

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
            "Build the site with PDFs of its handouts, matrices and documents. Needs Chromium, Chrome or Edge.",
            options,
            console
        )
    {
        Add(_addresses);
        Add(_browser);
    }

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
        var asked = Addresses(arguments.GetValue(_addresses) ?? [], built.Site);
        try
        {
            var printed = await new SitePrinter(browser, asked).PrintAsync(
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

    /// <summary>The addresses to print, which may be given as URLs or without slashes.</summary>
    private static IReadOnlyList<SitePath> Addresses(IReadOnlyList<string> given, Site site)
    {
        var printouts = given.Count == 0 ? [] : Printout.List(site);
        return [.. given.Select(Find)];

        SitePath Find(string written)
        {
            var path =
                Uri.TryCreate(written, UriKind.Absolute, out var url) && !url.IsFile ? url.AbsolutePath : written;
            var root = site.Settings.BaseUrl?.AbsolutePath ?? "/";
            if (url is { IsFile: false } && path.StartsWith(root, StringComparison.Ordinal))
                path = path[root.Length..];
            var names = Uri.UnescapeDataString(path).Split('/', StringSplitOptions.RemoveEmptyEntries);
            var address = new SitePath(names.Length == 0 ? "/" : $"/{string.Join('/', names)}/");
            return printouts.Any(p => p.IsBelow(address))
                ? address
                : throw new UsageException(
                    $"There is nothing to print at '{address}'. Give the address of a document, a handout, "
                        + $"a level sheet, a "
                        + "matrix or a pack, or of a page above them, such as '/documents/'."
                );
        }
    }
}
