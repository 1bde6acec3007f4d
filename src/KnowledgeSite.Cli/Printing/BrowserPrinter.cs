using System.Diagnostics;

namespace KnowledgeSite.Cli.Printing;

/// <summary>Prints HTML files to PDF with a headless browser, which reads them from disk.</summary>
internal sealed class BrowserPrinter(string browser, string profiles)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    /// <summary>Prints a file. Returns null on success, or else the last line of the browser's error output.</summary>
    public async Task<string?> PrintAsync(string html, string pdf, CancellationToken cancellation)
    {
        using var process = Process.Start(StartInfo(html, pdf))!;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(Timeout);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return $"It did not answer within {Timeout.TotalMinutes:0} minutes.";
        }

        await output;
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
        // Chromium refuses to start as root with its sandbox. It reads only files that this tool has generated.
        if (OperatingSystem.IsLinux() && Environment.UserName == "root")
            arguments.Insert(0, "--no-sandbox");
        return new(browser, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
    }

    private static string LastLine(string text) =>
        text.TrimEnd().Split('\n')[^1] is { Length: > 0 } line ? line.Trim() : "It printed no message.";
}
