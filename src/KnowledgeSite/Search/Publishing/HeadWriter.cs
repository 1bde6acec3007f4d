using System.Text;
using System.Text.Json;

namespace KnowledgeSite.Search.Publishing;

/// <summary>
/// What every search needs: the dictionary, how many sections each page has, kinds, trails, abbreviations. Its reader
/// is <c>store.js</c>.
/// </summary>
internal static class HeadWriter
{
    public static void Write(SearchIndex index, IReadOnlyList<string> trails, Utf8JsonWriter json)
    {
        WriteKinds(index, json);
        json.WriteStartArray("trails");
        foreach (var trail in trails)
            json.WriteStringValue(trail);
        json.WriteEndArray();
        json.WriteStartArray("sections");
        foreach (var page in index.Pages)
            json.WriteNumberValue(page.Sections.Count);
        json.WriteEndArray();
        json.WriteNumber("weighing", index.WeighingPages);
        json.WriteString("words", Dictionary(index.Words));
        json.WriteString(
            "pages",
            string.Create(
                index.Words.Count,
                index.Words,
                (letters, words) =>
                {
                    for (var i = 0; i < letters.Length; i++)
                        letters[i] = (char)('a' + words[i].PagesPower);
                }
            )
        );
        json.WriteStartObject("leftOut");
        for (var i = 0; i < index.Words.Count; i++)
        {
            if (index.Words[i].LeftOut is not { } leftOut)
                continue;
            json.WriteStartArray(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteNumberValue(leftOut.Pages);
            json.WriteNumberValue(leftOut.Sections);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteStartObject("abbreviations");
        foreach (var abbreviation in index.Abbreviations)
            json.WriteString(abbreviation.Letters, string.Join(' ', abbreviation.Words));
        json.WriteEndObject();
    }

    /// <summary>Kinds by name, then runs of pages of one kind: number of the kind, number of pages.</summary>
    private static void WriteKinds(SearchIndex index, Utf8JsonWriter json)
    {
        var kinds = index
            .Pages.Select(p => p.Kind)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        json.WriteStartArray("kinds");
        foreach (var kind in kinds)
            json.WriteStringValue(kind);
        json.WriteEndArray();
        json.WriteStartArray("kindRuns");
        for (var i = 0; i < index.Pages.Count; )
        {
            var start = i;
            while (i < index.Pages.Count && index.Pages[i].Kind == index.Pages[start].Kind)
                i++;
            json.WriteNumberValue(kinds.IndexOf(index.Pages[start].Kind));
            json.WriteNumberValue(i - start);
        }

        json.WriteEndArray();
    }

    /// <summary>
    /// The words one below the other, each without the letters it shares with the one before; how many those are stands
    /// first, in base 36.
    /// </summary>
    private static string Dictionary(IReadOnlyList<WordPostings> words)
    {
        var text = new StringBuilder();
        var last = "";
        foreach (var (word, _, _) in words)
        {
            var shared = Math.Min(35, last.AsSpan().CommonPrefixLength(word));
            if (text.Length > 0)
                text.Append('\n');
            text.Append("0123456789abcdefghijklmnopqrstuvwxyz"[shared]).Append(word, shared, word.Length - shared);
            last = word;
        }

        return text.ToString();
    }
}
