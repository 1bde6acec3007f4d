using KnowledgeSite.Files;

namespace KnowledgeSite.Cli.History;

/// <summary>
/// The commit that the work tree is compared with: where the branch of today left the one that is named.
/// </summary>
/// <param name="Reference">As it was named: <c>origin/main</c>.</param>
/// <param name="Commit">The last one that both have.</param>
internal sealed record GitBase(string Reference, string Commit)
{
    public string ShortCommit => Commit[..Math.Min(Commit.Length, 9)];

    /// <summary>Either the commit, or why there is none and what to try.</summary>
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
                "'--since' asks git, and there is none on this machine. Install git, or check without '--since'."
            );
        if (where.ExitCode != 0 && where.Errors.Contains("not a git repository", StringComparison.Ordinal))
            return (
                null,
                $"'{input}' lies in no git repository, so there is nothing to compare with. Run this in a "
                    + "clone, or check without '--since'."
            );
        if (where.ExitCode != 0)
            return (null, $"git does not answer for '{input}': {where.Complaint}.");

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
                $"git knows no branch, tag or commit '{reference}' here. "
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
                $"git finds no commit that '{reference}' and this branch both have. "
                    + (isShallow ? Shallow : "Name a branch that this one was made from.")
            );
    }

    /// <summary>
    /// Files of the input folder that were changed since, with those that are not committed yet. Where nothing was
    /// renamed, both paths are one.
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

    /// <summary>Files that were given another path since, by that path.</summary>
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
        "This clone holds only the latest commits: 'git fetch --unshallow' brings the rest (in a workflow, "
        + "'fetch-depth: 0' where it checks out).";
}
