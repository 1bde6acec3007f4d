using System.ComponentModel;
using System.Diagnostics;

namespace KnowledgeSite.Cli.Printing;

/// <summary>Prints HTML files to PDF with a headless browser, which reads them from disk.</summary>
internal sealed class BrowserPrinter(string browser, string profiles)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    /// <summary>Prints a file. Returns null on success, or else the last line of the browser's error output.</summary>
    public async Task<string?> PrintAsync(string html, string pdf, CancellationToken cancellation)
    {
        using var process = Start(html, pdf);
        if (process is null)
            return "It cannot be started, because it is not a program, or you have no permission to run it.";
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

    /// <summary>Starts the browser; null if the file is not a program that can be run.</summary>
    private Process? Start(string html, string pdf)
    {
        try
        {
            return Process.Start(StartInfo(html, pdf));
        }
        catch (Win32Exception)
        {
            return null;
        }
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

/// <summary>Finds an installed Chromium, Chrome or Edge.</summary>
internal static class InstalledBrowser
{
    public const string Variable = "KNOWLEDGESITE_BROWSER";

    /// <summary>
    /// The executables to look for. The headless shells come first: they are the same browsers without a user
    /// interface, and print faster.
    /// </summary>
    private static readonly string[] Names =
    [
        "chromium-headless-shell",
        "chrome-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
        "chrome.exe",
        "msedge.exe",
    ];

    private static readonly string[] Applications =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] InProgramFiles =
    [
        "Google/Chrome/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
        "Chromium/Application/chrome.exe",
    ];

    /// <summary>
    /// The path of the given browser, else of the one in the environment variable, else of an installed one. Null if
    /// the named browser does not exist or none is installed.
    /// </summary>
    public static string? Find(string? given)
    {
        var named = given ?? Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(named))
            return Known(named);
        return Names.Select(OnPath).Concat(Applications).Concat(WindowsPlaces()).FirstOrDefault(File.Exists);
    }

    public static string Remedy(string? given) =>
        (given ?? Environment.GetEnvironmentVariable(Variable)) is { Length: > 0 } named
            ? $"There is no browser at '{named}'. Give the path of Chromium, Chrome or Edge with --browser, "
                + "or omit it to search for one."
            : "Printing needs Chromium, Chrome or Edge, and none was found. Install one (on Debian and "
                + "Ubuntu: apt-get install chromium), or give its path with --browser PATH or in "
                + $"{Variable}. The command 'build' needs no browser.";

    private static string? Known(string named) => File.Exists(named) ? named : OnPath(named);

    private static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    private static IEnumerable<string> WindowsPlaces() =>
        from folder in new[]
        {
            Environment.SpecialFolder.ProgramFiles,
            Environment.SpecialFolder.ProgramFilesX86,
            Environment.SpecialFolder.LocalApplicationData,
        }
        let root = Environment.GetFolderPath(folder)
        where root.Length > 0
        from place in InProgramFiles
        select Path.Combine(root, place);
}
