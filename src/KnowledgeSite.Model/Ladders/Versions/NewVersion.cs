using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>Names a new version of a ladder and adds it to <c>versions.yaml</c>.</summary>
internal static partial class NewVersion
{
    /// <summary>A larger number in a name is probably a year, which is not incremented.</summary>
    private const int MaxNumber = 999;

    private const string EmptyFile =
        "# Versions of this ladder, newest first. 'knowledgesite release' adds one and its snapshot in versions/.\n"
        + "versions:\n";

    /// <summary>Whether the name can be a file name on every system.</summary>
    public static bool IsUsableName(string name) => UsableName().IsMatch(name);

    /// <summary>
    /// The name of the next version, or null if the last name does not consist of one to three small numbers.
    /// </summary>
    /// <param name="last">The name of the last version, or null before the first one.</param>
    public static string? NameAfter(string? last, ChangeKind kind)
    {
        if (last is null)
            return "1.0";
        var parts = last.Split('.').Select(ParseNumber).ToList();
        if (parts.Count > 3 || parts.Contains(null))
            return null;
        var major = parts[0];
        var minor = parts.ElementAtOrDefault(1) ?? 0;
        var patch = parts.ElementAtOrDefault(2) ?? 0;
        return kind switch
        {
            ChangeKind.Major => $"{major + 1}.0",
            ChangeKind.Minor => $"{major}.{minor + 1}",
            _ => $"{major}.{minor}.{patch + 1}",
        };
    }

    /// <summary>
    /// The text of <c>versions.yaml</c> with one more version. The rest of the text is unchanged, except that
    /// <c>next:</c> is removed. Null if the list is written in a way that only a person can extend.
    /// </summary>
    /// <param name="file">The current text, or null if there is no file.</param>
    /// <param name="declared">The kind of change from <c>next:</c>, which becomes that of the version.</param>
    public static string? AddTo(string? file, string version, DateOnly date, string? note, DeclaredKind? declared)
    {
        var text = string.IsNullOrWhiteSpace(file)
            ? EmptyFile
            : NextKey().Replace(file.ReplaceLineEndings("\n").TrimEnd('\n') + "\n", "");
        if (VersionsKey().Match(text) is not { Success: true } list)
            return null;
        var indent = list.Groups["indent"] is { Success: true, Value: var found } ? found : "  ";
        var head = list.Groups["head"];
        return text.Insert(head.Index + head.Length, Entry(indent, version, date, note, declared));
    }

    private static int? ParseNumber(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MaxNumber
            ? number
            : null;

    private static string Entry(string indent, string version, DateOnly date, string? note, DeclaredKind? declared)
    {
        var lines = new List<string>
        {
            $"- version: {JsonFormat.Quote(version)}",
            $"  date: {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        };
        if (!string.IsNullOrWhiteSpace(note))
            lines.Add($"  note: {JsonFormat.Quote(note.Trim())}");
        if (declared is not null)
            lines.Add($"  kind: {declared.Kind.ToString().ToLowerInvariant()}");
        if (!string.IsNullOrWhiteSpace(declared?.Because))
            lines.Add($"  because: {JsonFormat.Quote(declared.Because)}");
        return string.Concat(lines.Select(line => $"{indent}{line}\n"));
    }

    [GeneratedRegex(@"^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,62}[\p{L}\p{N}])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex UsableName();

    /// <summary>The key <c>next:</c> with everything that is indented below it.</summary>
    [GeneratedRegex(
        @"^next:[^\n]*\n(?:[ \t]+[^\n]*\n|\n(?=[ \t]))*",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex NextKey();

    /// <summary>The key <c>versions:</c> with no value beside it, and the indentation of its first entry.</summary>
    [GeneratedRegex(
        @"^(?<head>versions:[ \t]*(?:#[^\n]*)?(?:\n|\z))(?:[ \t]*(?:#[^\n]*)?\n)*(?:(?<indent> *)- )?",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex VersionsKey();
}
