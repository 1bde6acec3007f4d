using System.Globalization;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.History;

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
