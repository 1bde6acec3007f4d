using System.Text.Json;

namespace KnowledgeSite.Search.Publishing;

/// <summary>
/// Splits the words that a site does not use into parts of a few kilobytes, each a JSON object of words and their
/// related words. The browser loads a part only for a query with such a word.
/// </summary>
internal static class RelatedWordsWriter
{
    /// <summary>The number of words in a part: about three kilobytes, compressed.</summary>
    private const int WordsInPart = 400;

    /// <returns>The first word of each part, and what writes it.</returns>
    public static IReadOnlyList<(string First, Action<Utf8JsonWriter> Write)> Split(
        IEnumerable<(string Word, IReadOnlyList<string> Related)> words
    ) => [.. words.Chunk(WordsInPart).Select(part => (part[0].Word, (Action<Utf8JsonWriter>)(j => Write(part, j))))];

    private static void Write((string Word, IReadOnlyList<string> Related)[] words, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (word, related) in words)
            json.WriteString(word, string.Join(' ', related));
        json.WriteEndObject();
    }
}
