using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.History;

/// <summary>
/// Reads the position of the input folder in its git repository and the history of its files. The result is also valid
/// without git or without a repository.
/// </summary>
internal static class GitRepository
{
    private static readonly string[] OwnersPlaces =
    [
        ".github/CODEOWNERS",
        "CODEOWNERS",
        "docs/CODEOWNERS",
        ".gitlab/CODEOWNERS",
    ];

    public static async Task<VersionControl> ReadAsync(string input, CancellationToken cancellation)
    {
        var where = await GitProcess.AskAsync(
            input,
            cancellation,
            "rev-parse",
            "--show-toplevel",
            "--is-shallow-repository",
            "--show-prefix"
        );
        if (where is null)
            return VersionControl.None with { Refusal = LiesInRepository(input) ? NoGit : null };
        if (where.ExitCode != 0)
            return VersionControl.None with { Refusal = Refusal(where.Errors) };
        if (where.Output.Split('\n') is not [var root, var shallow, var folder, ..])
            return VersionControl.None;

        var repository = new VersionControl(folder, []) { Root = root, Owners = Owners(root) };
        if (shallow == "true")
            return repository with { IsShallow = true };
        var log = await GitProcess.AskAsync(input, cancellation, [.. GitLog.Arguments]);
        return log is { ExitCode: 0 } ? repository with { Changes = GitLog.Parse(log.Output) } : repository;
    }

    private const string NoGit = "the program 'git' is not installed, or not on the PATH";

    private static bool LiesInRepository(string input)
    {
        for (var folder = new DirectoryInfo(Path.GetFullPath(input)); folder is not null; folder = folder.Parent)
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
                return true;
        return false;
    }

    /// <summary>The error message of git, or null if the folder is just not in a repository.</summary>
    private static string? Refusal(string errors) =>
        errors.Contains("not a git repository", StringComparison.Ordinal) || errors.Length == 0
            ? null
            : errors.Split('\n')[0].Replace("fatal: ", "", StringComparison.Ordinal).TrimEnd('.', ' ', '\r');

    private static OwnersFile? Owners(string root) =>
        OwnersPlaces
            .Where(p => File.Exists(Path.Combine(root, p)))
            .Select(p => new OwnersFile(p, File.ReadAllText(Path.Combine(root, p)).ReplaceLineEndings("\n")))
            .FirstOrDefault();
}

/// <summary>The arguments of <c>git log</c> and the parser of its output. The log is read only once.</summary>
internal static class GitLog
{
    private const char Begin = '\x01';
    private const char Field = '\x02';
    private const char Person = '\x03';

    public static IReadOnlyList<string> Arguments { get; } =
    [
        "log",
        "--no-color",
        "--no-ext-diff",
        "--find-renames",
        "--relative",
        "--name-status",
        "-z",
        "--format=%x01%H%x02%aI%x02%aN%x02%s%x02%(trailers:key=Co-authored-by,valueonly,separator=%x03)",
        "--",
        ".",
    ];

    public static IReadOnlyList<Change> Parse(string log) =>
        [.. log.Split(Begin, StringSplitOptions.RemoveEmptyEntries).Select(One).OfType<Change>()];

    private static Change? One(string entry)
    {
        var end = entry.IndexOf('\0', StringComparison.Ordinal);
        var fields = (end < 0 ? entry : entry[..end]).Split(Field);
        if (
            end < 0
            || fields.Length < 5
            || !DateTimeOffset.TryParse(fields[1], CultureInfo.InvariantCulture, out var time)
        )
            return null;
        return new(
            fields[0],
            time,
            [
                .. fields[4]
                    .Split(Person)
                    .Select(NameOf)
                    .Prepend(fields[2].Trim())
                    .Where(IsPerson)
                    .Distinct(StringComparer.Ordinal),
            ],
            fields[3],
            Files(entry[(end + 1)..].Split('\0'))
        );
    }

    /// <summary>
    /// Parses pairs of a status and a path. A renamed file has a status with a number, its old path and its new path.
    /// </summary>
    private static List<ChangedFile> Files(string[] parts)
    {
        var files = new List<ChangedFile>();
        for (var i = 0; i + 1 < parts.Length; i += 2)
        {
            var status = parts[i].Trim('\n');
            if (status.Length == 0)
                break;
            var isPair = status[0] is 'R' or 'C';
            if (isPair && i + 2 >= parts.Length)
                break;
            if (status[0] != 'D')
                files.Add(
                    new(
                        new(parts[isPair ? i + 2 : i + 1]),
                        status[0] == 'R' ? new(parts[i + 1]) : null,
                        status[0] is 'A' or 'C'
                    )
                );
            if (isPair)
                i++;
        }

        return files;
    }

    /// <summary>The name in <c>Name &lt;address&gt;</c>. Email addresses are private and never published.</summary>
    private static string NameOf(string person) =>
        (person.IndexOf('<', StringComparison.Ordinal) is >= 0 and var address ? person[..address] : person).Trim();

    private static bool IsPerson(string name) =>
        name.Length > 0
        && !name.EndsWith("[bot]", StringComparison.Ordinal)
        && !name.Contains('@', StringComparison.Ordinal);
}

/// <summary>Runs git in a folder and collects its output.</summary>
internal static class GitProcess
{
    /// <summary>Runs git and returns its answer. Null if git is not installed or the folder does not exist.</summary>
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
            var output = git.StandardOutput.ReadToEndAsync(cancellation);
            var errors = git.StandardError.ReadToEndAsync(cancellation);
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
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
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
