using System.Globalization;
using System.Text;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.History;

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
        return new MemoryTree(files);
    }

    /// <summary>Whether the file is ignored, as it is in a folder on disk.</summary>
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

        public bool IsText => Path.IsMarkdown || Path.Extension is ".yaml" or ".yml" or ".json";

        /// <summary>Null for an entry that is not a file, such as a submodule.</summary>
        public static Entry? Parse(string line) =>
            line.Split('\t', 2) is [var about, var path] && about.Split(' ') is [var mode, "blob", var name]
                ? new(mode, name, new(path))
                : null;
    }
}
