using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace KnowledgeSite.Cli.History;

/// <summary>Runs git in a folder and collects its output.</summary>
internal static class GitProcess
{
    /// <summary>Null if git is not installed or the folder does not exist.</summary>
    public static async Task<GitAnswer?> AskAsync(
        string folder,
        CancellationToken cancellation,
        params string[] arguments
    )
    {
        if (Start(folder, arguments) is not { } git)
            return null;
        using (git)
        {
            await using var _ = cancellation.Register(() => git.Kill());
            var (output, errors) = (
                git.StandardOutput.ReadToEndAsync(cancellation),
                git.StandardError.ReadToEndAsync(cancellation)
            );
            git.StandardInput.Close();
            await git.WaitForExitAsync(cancellation);
            return new(git.ExitCode, await output, await errors);
        }
    }

    /// <summary>Null if git is not installed or the folder does not exist.</summary>
    public static Process? Start(string folder, params string[] arguments)
    {
        if (!Directory.Exists(folder))
            return null;
        var start = new ProcessStartInfo(
            "git",
            ["-c", "core.quotePath=false", "-c", "log.showSignature=false", .. arguments]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        (start.Environment["LC_ALL"], start.Environment["GIT_OPTIONAL_LOCKS"]) = ("C", "0");
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

internal sealed record GitAnswer(int ExitCode, string Output, string Errors)
{
    /// <summary>The first line of git's error output.</summary>
    public string ErrorMessage =>
        Errors.Split('\n')[0].Replace("fatal: ", "", StringComparison.Ordinal).TrimEnd('.', ' ', '\r');
}
