using KnowledgeSite.Files;

namespace KnowledgeSite.Cli.History;

/// <summary>
/// The commit with which the work tree is compared: the merge base of the current branch and the given reference.
/// </summary>
/// <param name="Reference">The reference as the user gave it, such as <c>origin/main</c>.</param>
/// <param name="Commit">The latest commit that both have in common.</param>
internal sealed record GitBase(string Reference, string Commit)
{
    public string ShortCommit => Commit[..Math.Min(Commit.Length, 9)];

    /// <summary>
    /// Finds the base commit. If there is none, the result contains a message that explains the reason and the fix.
    /// </summary>
    public static async Task<(GitBase? Base, string? Problem)> FindAsync(
        string input,
        string reference,
        CancellationToken cancellation
    )
    {
        var where = await GitProcess.AskAsync(input, cancellation, "rev-parse", "--is-shallow-repository");
        if (where is null)
            return (
                null,
                "'--since' needs git, which is not installed. Install git, or run the check without '--since'."
            );
        if (where.ExitCode != 0 && where.Errors.Contains("not a git repository", StringComparison.Ordinal))
            return (
                null,
                $"'{input}' is not in a git repository, so there is nothing to compare with. Run the "
                    + "command in a clone, or check without '--since'."
            );
        if (where.ExitCode != 0)
            return (null, $"git reports an error for '{input}': {where.ErrorMessage}.");

        var isShallow = where.Output.Trim() == "true";
        var named = await GitProcess.AskAsync(
            input,
            cancellation,
            "rev-parse",
            "--verify",
            "--quiet",
            reference + "^{commit}"
        );
        if (named is not { ExitCode: 0 } || reference.StartsWith('-'))
            return (
                null,
                $"git does not find a branch, tag or commit '{reference}'. "
                    + (
                        isShallow
                            ? Shallow
                            : $"Fetch it ('git fetch origin "
                                + $"{reference.Replace("origin/", "", StringComparison.Ordinal)}'), or name another."
                    )
            );
        var shared = await GitProcess.AskAsync(input, cancellation, "merge-base", named.Output.Trim(), "HEAD");
        return shared is { ExitCode: 0 }
            ? (new(reference, shared.Output.Trim()), null)
            : (
                null,
                $"'{reference}' and this branch have no commit in common. "
                    + (isShallow ? Shallow : "Name a branch from which this one was created.")
            );
    }

    /// <summary>
    /// Lists the files of the input folder that have changed since the base commit, including uncommitted ones. Both
    /// paths are the same unless the file was renamed.
    /// </summary>
    public async Task<IReadOnlyList<(SourcePath? Before, SourcePath? After)>> ChangesAsync(
        string input,
        CancellationToken cancellation
    )
    {
        var answer = await GitProcess.AskAsync(
            input,
            cancellation,
            "diff",
            "--no-color",
            "--no-ext-diff",
            "--find-renames",
            "--relative",
            "--name-status",
            "-z",
            Commit,
            "--",
            "."
        );
        var untracked = await GitProcess.AskAsync(
            input,
            cancellation,
            "ls-files",
            "--others",
            "--exclude-standard",
            "-z",
            "--",
            "."
        );
        var changes = new List<(SourcePath? Before, SourcePath? After)>();
        var parts = new Queue<string>(
            answer is { ExitCode: 0 } ? answer.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : []
        );
        while (parts.TryDequeue(out var status) && parts.TryDequeue(out var name))
        {
            var path = new SourcePath(name);
            if (status[0] is 'R' or 'C')
                changes.Add((status[0] == 'R' ? path : null, new(parts.Dequeue())));
            else
                changes.Add((status[0] == 'A' ? null : path, status[0] == 'D' ? null : path));
        }

        foreach (
            var path in untracked is { ExitCode: 0 }
                ? untracked.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                : []
        )
            changes.Add((null, new(path)));
        return changes;
    }

    /// <summary>The former path of each file that was renamed since the base commit, by its current path.</summary>
    public async Task<IReadOnlyDictionary<SourcePath, SourcePath>> RenamesAsync(
        string input,
        CancellationToken cancellation
    )
    {
        var answer = await GitProcess.AskAsync(
            input,
            cancellation,
            "diff",
            "--no-color",
            "--no-ext-diff",
            "--find-renames",
            "--diff-filter=R",
            "--relative",
            "--name-status",
            "-z",
            Commit,
            "--",
            "."
        );
        var (renames, parts) = (
            new Dictionary<SourcePath, SourcePath>(),
            answer is { ExitCode: 0 } ? answer.Output.Split('\0') : []
        );
        for (var i = 0; i + 2 < parts.Length; i += 3)
            renames[new(parts[i + 2])] = new(parts[i + 1]);
        return renames;
    }

    private const string Shallow =
        "This clone contains only the latest commits. Fetch the others with 'git fetch --unshallow', or in "
        + "a workflow, set 'fetch-depth: 0' at the checkout step.";
}
