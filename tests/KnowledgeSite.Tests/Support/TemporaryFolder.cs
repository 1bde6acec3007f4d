using System.Text;

namespace KnowledgeSite.Tests.Support;

/// <summary>A folder that is deleted at the end of a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private static readonly DateTime LongAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    public string Root { get; } = Directory.CreateTempSubdirectory("knowledgesite-").FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public string Combine(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(Combine(path));

    public bool Exists(string path) => File.Exists(Combine(path));

    public string Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public string Write(string path, byte[] bytes)
    {
        var full = Combine(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    public string Folder(string path) => Directory.CreateDirectory(Combine(path)).FullName;

    /// <summary>The paths of all files below a folder, sorted and with <c>/</c>.</summary>
    public IReadOnlyList<string> Files(string folder) =>
        [
            .. Directory
                .EnumerateFiles(Combine(folder), "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Combine(folder), f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    public IReadOnlyDictionary<string, string> Contents(string folder) =>
        Files(folder)
            .ToDictionary(f => f, f => Convert.ToBase64String(File.ReadAllBytes(Path.Combine(Combine(folder), f))));

    /// <summary>
    /// Gives every file an old time, so that a written file can be recognised even if the clock has large steps.
    /// </summary>
    public void Age(string folder)
    {
        foreach (var file in Files(folder))
            File.SetLastWriteTimeUtc(Path.Combine(Combine(folder), file), LongAgo);
    }

    /// <summary>The files that were written since <see cref="Age"/>.</summary>
    public IReadOnlyList<string> WrittenSince(string folder) =>
        [.. Files(folder).Where(f => File.GetLastWriteTimeUtc(Path.Combine(Combine(folder), f)) != LongAgo)];
}
