using System.Diagnostics;

namespace KnowledgeSite.Cli.Printing;

/// <summary>Prints files of HTML to PDF with a browser that nobody sees. Nothing is served: it reads files.</summary>
internal sealed class BrowserPrinter(string browser, string profiles)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Null where all went well; else what the browser said.</summary>
    public async Task<string?> PrintAsync(string html, string pdf, CancellationToken cancellation)
    {
        using var process = Process.Start(StartInfo(html, pdf))!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var (said, errors) = (
            process.StandardOutput.ReadToEndAsync(CancellationToken.None),
            process.StandardError.ReadToEndAsync(CancellationToken.None)
        );
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return $"It did not answer within {Patience.TotalMinutes:0} minutes.";
        }

        await said;
        return File.Exists(pdf) ? null : LastLine(await errors);
    }

    private ProcessStartInfo StartInfo(string html, string pdf)
    {
        var profile = Path.Combine(profiles, Path.GetFileNameWithoutExtension(pdf));
        List<string> arguments =
        [
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            $"--user-data-dir={profile}",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            $"--print-to-pdf={pdf}",
            new Uri(html).AbsoluteUri,
        ];
        // Chromium refuses to start as root with its sandbox; what it is given to read is our own.
        if (OperatingSystem.IsLinux() && Environment.UserName == "root")
            arguments.Insert(0, "--no-sandbox");
        return new(browser, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
    }

    private static string LastLine(string text) =>
        text.TrimEnd().Split('\n')[^1] is { Length: > 0 } line ? line.Trim() : "It said nothing.";
}
