using System.Text.Json;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Words;

/// <summary>
/// The word lists with which the C# and the browser code must agree. The browser tests read them too.
/// </summary>
internal static class SharedWords
{
    private static readonly string Texts = Repository.Combine("tests", "fixtures", "search", "analysis.json");
    private static readonly string English = Repository.Combine("tests", "fixtures", "search", "stems.txt");

    /// <summary>Texts in many scripts with their words.</summary>
    public static IReadOnlyList<(string Text, IReadOnlyList<string> Words)> Analysed =>
        [
            .. JsonSerializer
                .Deserialize<JsonElement[][]>(File.ReadAllText(Texts))!
                .Select(row => (row[0].GetString()!, (IReadOnlyList<string>)row[1].Deserialize<string[]>()!)),
        ];

    /// <summary>Texts with identifiers, and the words by which they are found.</summary>
    public static IReadOnlyList<(string Text, string Words)> Identifiers =>
        [
            .. JsonSerializer
                .Deserialize<string[][]>(
                    File.ReadAllText(Repository.Combine("tests", "fixtures", "search", "identifiers.json"))
                )!
                .Select(row => (row[0], row[1])),
        ];

    /// <summary>English words with their stems from the original stemmer of Snowball.</summary>
    public static IReadOnlyList<(string Word, string Stem)> Stems =>
        [.. File.ReadLines(English).Select(line => line.Split(' ')).Select(pair => (pair[0], pair[1]))];

    public static void Write(IEnumerable<(string Text, IReadOnlyList<string> Words)> analysed) =>
        File.WriteAllText(
            Texts,
            "[\n"
                + string.Join(",\n", analysed.Select(a => JsonSerializer.Serialize(new object[] { a.Text, a.Words })))
                + "\n]\n"
        );
}
