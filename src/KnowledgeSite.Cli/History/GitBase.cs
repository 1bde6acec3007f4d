using System.Globalization;
using System.Text;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

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
    /// paths are the same unless the file was renamed. A new file has no path before, a deleted one no path after.
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

    private const string Shallow =
        "This clone contains only the latest commits. Fetch the others with 'git fetch --unshallow', or in "
        + "a workflow, set 'fetch-depth: 0' at the checkout step.";
}

/// <summary>
/// Reads the input folder of a commit into memory with two git processes, without touching the work tree. Only text
/// files are read. For other files, the object name stands for the content, which is enough to compare them.
/// </summary>
internal static class GitTree
{
    public static async Task<ISourceTree> ReadAsync(string input, string commit, CancellationToken cancellation)
    {
        var listed = await GitProcess.AskAsync(input, cancellation, "ls-tree", "-r", "-z", commit, "--", ".");
        var entries = (listed is { ExitCode: 0 } ? listed.Output : "")
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(Entry.Parse)
            .OfType<Entry>()
            .Where(e => !IsHidden(e.Path))
            .ToList();
        var texts = await ReadAsync(
            input,
            [.. entries.Where(e => e.IsText || e.IsLink).Select(e => e.Object).Distinct(StringComparer.Ordinal)],
            cancellation
        );
        var files = entries
            .Where(e => !e.IsLink)
            .DistinctBy(e => e.Path)
            .ToDictionary(
                e => e.Path.Value,
                e => texts.GetValueOrDefault(e.Object) ?? Encoding.ASCII.GetBytes(e.Object),
                StringComparer.Ordinal
            );
        foreach (var link in entries.Where(e => e.IsLink && texts.ContainsKey(e.Object)))
            Follow(link.Path, Encoding.UTF8.GetString(texts[link.Object]), files);
        var where = await GitProcess.AskAsync(input, cancellation, "rev-parse", "--show-prefix");
        return new CommitTree(files, input, commit, new((where?.Output ?? "").Trim().TrimEnd('/')));
    }

    /// <summary>True for files that a build from disk ignores too, such as those in <c>node_modules</c>.</summary>
    private static bool IsHidden(SourcePath path) =>
        path.Segments.Any(s => (s.StartsWith('.') && s != ".well-known") || s == "node_modules");

    private static void Follow(SourcePath link, string target, Dictionary<string, byte[]> files)
    {
        if (target.StartsWith('/') || link.Folder.Resolve(target) is not { IsRoot: false } path || link.IsWithin(path))
            return;
        if (files.TryGetValue(path.Value, out var bytes))
            files.TryAdd(link.Value, bytes);
        foreach (
            var (name, inner) in files.Where(f => f.Key.StartsWith(path.Value + "/", StringComparison.Ordinal)).ToList()
        )
            files.TryAdd(link.Value + name[path.Value.Length..], inner);
    }

    private static async Task<Dictionary<string, byte[]>> ReadAsync(
        string input,
        IReadOnlyList<string> objects,
        CancellationToken cancellation
    )
    {
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (objects.Count == 0 || GitProcess.Start(input, "cat-file", "--batch") is not { } git)
            return contents;
        using (git)
        {
            await using var _ = cancellation.Register(() => git.Kill());
            // Write and read at the same time: git blocks when its output is not read, and then stops reading its
            // input.
            var asking = Task.Run(() => AskFor(git.StandardInput, objects), cancellation);
            await using var answers = new BufferedStream(git.StandardOutput.BaseStream, 1 << 16);
            foreach (var name in objects)
                if (SizeIn(Line(answers)) is { } size)
                    contents[name] = Content(answers, size);
            await asking;
            await git.WaitForExitAsync(cancellation);
        }

        return contents;
    }

    private static void AskFor(StreamWriter questions, IReadOnlyList<string> objects)
    {
        foreach (var name in objects)
            questions.Write(name + "\n");
        questions.Close();
    }

    /// <summary>The size in bytes, or null for a missing object, as in a partial clone.</summary>
    private static int? SizeIn(string header) =>
        header.Split(' ') is [_, "blob", var size]
        && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : null;

    private static string Line(Stream answers)
    {
        var line = new StringBuilder();
        for (var next = answers.ReadByte(); next is not (-1 or '\n'); next = answers.ReadByte())
            line.Append((char)next);
        return line.ToString();
    }

    private static byte[] Content(Stream answers, int size)
    {
        var content = new byte[size];
        answers.ReadExactly(content);
        answers.ReadByte();
        return content;
    }

    private sealed record Entry(string Mode, string Object, SourcePath Path)
    {
        public bool IsLink => Mode == "120000";

        public bool IsText => Path.MayBePage || Path.Extension is ".yaml" or ".yml" or ".json";

        /// <summary>Null for an entry that is not a file, such as a submodule.</summary>
        public static Entry? Parse(string line) =>
            line.Split('\t', 2) is [var about, var path] && about.Split(' ') is [var mode, "blob", var name]
                ? new(mode, name, new(path))
                : null;
    }
}

/// <summary>The input folder in a commit. Files that pages show as code are read when they are asked for.</summary>
/// <param name="prefix">The path of the input folder in the repository.</param>
internal sealed class CommitTree(
    IReadOnlyDictionary<string, byte[]> files,
    string input,
    string commit,
    SourcePath prefix
) : ISourceTree
{
    private readonly MemoryTree _files = new(files);

    public SourcePath PathInRepository => prefix;

    public SourceListing List(DiagnosticBag diagnostics) => _files.List(diagnostics);

    public bool Contains(SourcePath path) => _files.Contains(path);

    public byte[] Read(SourcePath path) => _files.Read(path);

    public RepositoryFile ReadFromRepository(SourcePath path)
    {
        using var git = GitProcess.Start(input, "cat-file", "blob", $"{commit}:{path}");
        if (git is null)
            return RepositoryFile.Refuse(path, RepositoryRefusal.Missing);
        git.StandardInput.Close();
        using var content = new MemoryStream();
        git.StandardOutput.BaseStream.CopyTo(content);
        git.WaitForExit();
        return git.ExitCode == 0
            ? RepositoryFile.Create(path, content.ToArray())
            : RepositoryFile.Refuse(path, RepositoryRefusal.Missing);
    }
}
