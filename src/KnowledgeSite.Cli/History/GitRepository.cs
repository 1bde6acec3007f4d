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
