using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Ladders;

/// <summary>
/// The text of a <c>versions.yaml</c> with one version more. What else its authors wrote there stays as it is.
/// </summary>
internal static partial class VersionsText
{
    private const string Head =
        "# Versions of this ladder, newest first. 'knowledgesite release' adds one and its snapshot in versions/.\n"
        + "versions:\n";

    /// <summary>Null where the list is written in a way that only a person can add to.</summary>
    /// <param name="file">Null where there is none yet.</param>
    /// <param name="said">What <c>next:</c> says; it becomes the version's own.</param>
    public static string? With(string? file, string version, DateOnly date, string? note, SaidKind? said)
    {
        var text = string.IsNullOrWhiteSpace(file)
            ? Head
            : Next().Replace(file.ReplaceLineEndings("\n").TrimEnd('\n') + "\n", "");
        if (List().Match(text) is not { Success: true } list)
            return null;
        var indent = list.Groups["indent"] is { Success: true, Value: var found } ? found : "  ";
        return text[..list.Groups["head"].Index]
            + list.Groups["head"].Value
            + Entry(indent, version, date, note, said)
            + text[(list.Groups["head"].Index + list.Groups["head"].Length)..];
    }

    private static string Entry(string indent, string version, DateOnly date, string? note, SaidKind? said) =>
        string.Concat([
            $"{indent}- version: {Quoted(version)}\n",
            $"{indent}  date: {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n",
            .. string.IsNullOrWhiteSpace(note) ? Array.Empty<string>() : [$"{indent}  note: {Quoted(note.Trim())}\n"],
            .. said is null ? Array.Empty<string>() : [$"{indent}  kind: {said.Kind.ToString().ToLowerInvariant()}\n"],
            .. string.IsNullOrWhiteSpace(said?.Because)
                ? Array.Empty<string>()
                : [$"{indent}  because: {Quoted(said.Because)}\n"],
        ]);

    /// <summary>What JSON puts in quotes, YAML reads.</summary>
    private static string Quoted(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>The key with all that is indented below it.</summary>
    [GeneratedRegex(
        @"^next:[^\n]*\n(?:[ \t]+[^\n]*\n|\n(?=[ \t]))*",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Next();

    /// <summary>The key, with nothing behind it, and how its first entry is indented.</summary>
    [GeneratedRegex(
        @"^(?<head>versions:[ \t]*(?:#[^\n]*)?(?:\n|\z))(?:[ \t]*(?:#[^\n]*)?\n)*(?:(?<indent> *)- )?",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex List();
}
