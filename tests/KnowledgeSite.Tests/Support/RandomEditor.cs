using System.Globalization;
using System.Text;

namespace KnowledgeSite.Tests.Support;

/// <summary>
/// Edits files at random, as people and programs do: writes, renames, deletes, breaks, half writes and restores them.
/// </summary>
internal sealed class RandomEditor
{
    private static readonly string[] Sentences =
    [
        "Read [[Promotion]] and [the matrix](/ladders/data-science/matrix/).",
        "A [broken link](nowhere.md), and [another](../nowhere/#at-all).",
        "![A picture](made.png)",
        "## A heading {#scope.senior}",
        "## Another heading",
        "Impact and scope of an archetype.",
        "See [^1].\n\n[^1]: A note.",
        "![[promotion]]",
        "::: facilitator\nOnly for one.\n:::",
        "<div onclick=\"run()\">Raw</div>",
        "<b>Open",
        "[xref](xref:scope.senior)",
        "```flow\nnodes: [",
        "[File](made.pdf)",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "[[sources]] and [[nothing of this name]].",
    ];

    private static readonly string[] Keys =
    [
        "tags: [ladder, made]",
        "title: Another title",
        "excluded: true",
        "order: 1",
        "redirect_from: [/old/]",
        "search: false",
        "owner: Nobody",
        "kind: glossary",
        "xref: made",
        "also_called: [Thing]",
        "unknown: 1",
        "title: [",
        "reviewed: 2026-01-01",
    ];

    /// <summary>The number of edits of a test. Set RANDOM_EDITS to test more.</summary>
    public static int Count { get; } = Read("RANDOM_EDITS", 10);

    /// <summary>Set RANDOM_SEED to make other edits.</summary>
    public static int Seed { get; } = Read("RANDOM_SEED", 3);

    private static int Read(string variable, int usual) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : usual;

    private readonly Random _chance;
    private readonly IReadOnlyDictionary<string, byte[]> _original;

    public RandomEditor(int seed, string folder)
    {
        _chance = new(seed);
        _original = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                f => Path.GetRelativePath(folder, f).Replace('\\', '/'),
                File.ReadAllBytes,
                StringComparer.Ordinal
            );
        Files = _original;
    }

    /// <summary>The current files. The files before an edit are not changed by it.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; private set; }

    /// <summary>Makes one edit and returns its description.</summary>
    public string Edit()
    {
        var files = new Dictionary<string, byte[]>(Files, StringComparer.Ordinal);
        var said = Edit(files);
        Files = files;
        return said;
    }

    private string Edit(Dictionary<string, byte[]> files)
    {
        var path = Any(files.Keys.Order(StringComparer.Ordinal).ToList());
        var other = Path.ChangeExtension(path, null) + $"-{_chance.Next(5)}" + Path.GetExtension(path);
        switch (_chance.Next(14))
        {
            case 0:
                files[other] = files[path];
                files.Remove(path);
                return $"{path} renamed to {other}";
            case 1:
                files.Remove(path);
                return $"{path} deleted";
            case 2:
                files[other] = files[path];
                return $"{path} copied to {other}";
            case 3:
                files[path] = files[path][.._chance.Next(files[path].Length + 1)];
                return $"{path} half-written";
            case 4:
                files[path] = [.. files[path], 0xFF, 0xFE, 0x00];
                return $"{path} no longer text";
            case 5:
                files["made.png"] = Encoding.UTF8.GetBytes($"picture {_chance.Next(3)}");
                files["made.pdf"] = files["made.png"];
                return "a picture made";
            case 6:
                files.Remove("made.png");
                return "the picture deleted";
            case 7:
                path = Any([
                    "site.yaml",
                    "sources.yaml",
                    "glossary.md",
                    "ladders/data-science/ladder.yaml",
                    "ladders/_folder.yaml",
                    "search-tests.yaml",
                ]);
                return WithoutLine(files, path);
            case 8:
                return WithoutLine(files, path);
            case 9:
                files[path] = Encoding.UTF8.GetBytes(
                    Text(files, path).Replace("---\n", $"---\n{Any(Keys)}\n", StringComparison.Ordinal)
                );
                return $"{path} with another key";
            case 10:
                foreach (var (name, bytes) in _original)
                    files[name] = bytes;
                return "everything taken back";
            case 11:
                foreach (
                    var name in files
                        .Keys.Where(n =>
                            Path.GetDirectoryName(n) == Path.GetDirectoryName(path)
                            && n.Contains('/', StringComparison.Ordinal)
                        )
                        .ToList()
                )
                {
                    files["moved/" + name] = files[name];
                    files.Remove(name);
                }
                return $"the folder of {path} moved";
            default:
                files[path] = Encoding.UTF8.GetBytes($"{Text(files, path)}\n{Any(Sentences)}\n");
                return $"{path} with another sentence";
        }
    }

    private string WithoutLine(Dictionary<string, byte[]> files, string path)
    {
        if (!files.ContainsKey(path))
            return "nothing";
        var lines = Text(files, path).Split('\n').ToList();
        lines.RemoveAt(_chance.Next(lines.Count));
        files[path] = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        return $"{path} without a line";
    }

    private static string Text(Dictionary<string, byte[]> files, string path) => Encoding.UTF8.GetString(files[path]);

    private T Any<T>(IReadOnlyList<T> values) => values[_chance.Next(values.Count)];
}
