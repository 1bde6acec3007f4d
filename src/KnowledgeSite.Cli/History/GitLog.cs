using System.Globalization;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.History;

/// <summary>The one pass over the log: how git is asked, and what its answer means.</summary>
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
    /// A state and a path each; of a file that was renamed, a state with a number, the old path and the new one.
    /// </summary>
    private static List<ChangedFile> Files(string[] parts)
    {
        var files = new List<ChangedFile>();
        for (var i = 0; i + 1 < parts.Length; i += 2)
        {
            var state = parts[i].Trim('\n');
            if (state.Length == 0)
                break;
            var isPair = state[0] is 'R' or 'C';
            if (isPair && i + 2 >= parts.Length)
                break;
            if (state[0] != 'D')
                files.Add(
                    new(
                        new(parts[isPair ? i + 2 : i + 1]),
                        state[0] == 'R' ? new(parts[i + 1]) : null,
                        state[0] is 'A' or 'C'
                    )
                );
            if (isPair)
                i++;
        }

        return files;
    }

    /// <summary>Of <c>Name &lt;address&gt;</c> the name; addresses are nobody's business on a site.</summary>
    private static string NameOf(string person) =>
        (person.IndexOf('<', StringComparison.Ordinal) is >= 0 and var address ? person[..address] : person).Trim();

    private static bool IsPerson(string name) =>
        name.Length > 0
        && !name.EndsWith("[bot]", StringComparison.Ordinal)
        && !name.Contains('@', StringComparison.Ordinal);
}
