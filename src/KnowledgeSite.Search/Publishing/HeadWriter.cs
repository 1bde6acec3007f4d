using System.Text;
using System.Text.Json;

namespace KnowledgeSite.Search.Publishing;

/// <summary>
/// Writes the part of the index that every search needs: the dictionary, the number of sections of each page, kinds,
/// trails and abbreviations. <c>store.js</c> reads it.
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
        json.WriteNumber("rarityPages", index.RarityPages);
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
        json.WriteString("language", index.Language);
        json.WriteString("report", index.Report);
        LaddersWriter.Write(index, json);
    }

    /// <summary>The names of the kinds, then runs of pages of one kind: kind number and number of pages.</summary>
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
    /// The sorted words, front-coded, one per line: the length of the prefix shared with the previous word in base 36,
    /// then the rest.
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

/// <summary>
/// Writes what the result list shows of pages: for each, <c>[address, title, number of the trail, [heading, anchor,
/// …]]</c>. An anchor is 0 if it is the default slug of its heading.
/// </summary>
internal static class RecordsWriter
{
    public static void Write(
        IEnumerable<SearchPage> pages,
        IReadOnlyDictionary<string, int> trails,
        Utf8JsonWriter json
    )
    {
        json.WriteStartArray();
        foreach (var page in pages)
        {
            json.WriteStartArray();
            json.WriteStringValue(page.Address.Href);
            json.WriteStringValue(page.Title);
            json.WriteNumberValue(trails[TrailOf(page)]);
            json.WriteStartArray();
            foreach (var section in page.Sections.Skip(1))
            {
                json.WriteStringValue(section.Heading);
                if (HasComputedAnchor(section))
                    json.WriteNumberValue(0);
                else
                    json.WriteStringValue(section.Anchor);
            }

            json.WriteEndArray();
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public static string TrailOf(SearchPage page) => string.Join(" › ", page.Trail);

    /// <summary>
    /// True if the anchor can be computed from the heading: runs of lower-case letters and digits, joined by hyphens.
    /// </summary>
    private static bool HasComputedAnchor(SearchSection section)
    {
        Span<char> anchor = stackalloc char[Math.Min(section.Heading.Length, 256)];
        var length = 0;
        var gap = false;
        foreach (var character in section.Heading.AsSpan(0, anchor.Length))
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                gap = length > 0;
                continue;
            }

            if (gap)
                anchor[length++] = '-';
            gap = false;
            anchor[length++] = char.ToLowerInvariant(character);
        }

        return section.Anchor.AsSpan().SequenceEqual(anchor[..length]);
    }
}
