using System.Text.Json;

namespace KnowledgeSite.Search.Publishing;

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
                if (IsUsual(section))
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
    private static bool IsUsual(SearchSection section)
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
