using System.Text.RegularExpressions;
using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Ranking;

/// <summary>A parsed query: words and phrases. The JavaScript counterpart is <c>query.js</c>.</summary>
/// <param name="Words">The distinct words.</param>
/// <param name="Last">The last word, which may be unfinished; empty if the query ends with a space or a closed
/// phrase.</param>
/// <param name="Phrases">The texts in quotation marks that have two words or more.</param>
internal sealed partial record Query(
    IReadOnlyList<string> Words,
    string Last,
    IReadOnlyList<IReadOnlyList<string>> Phrases
)
{
    private const int Longest = 400;
    private const int MaxWords = 24;

    public static Query Parse(string text)
    {
        var query = text.Length > Longest ? text[..Longest] : text;
        var (words, last) = (new List<string>(), "");
        var reader = new SearchWordReader(query, stackalloc char[SearchWordReader.Room]);
        while (reader.MoveNext())
        {
            var word = reader.Word.ToString();
            if (reader.End == query.Length && !reader.IsPart)
                last = word;
            if (!words.Contains(word))
                words.Add(word);
        }

        // "1:1" finds one-to-ones, not every page that contains a 1.
        if (words.Contains(SearchWordReader.OneToOne))
            words.RemoveAll(w => w is "1" or "1s" or "one" or "ones" or "to" or "on" or "1on1" or "1to1");

        var phrases = Quoted()
            .Matches(query)
            .Select(m => SearchWordReader.ReadAll(m.Groups[1].Value))
            .Where(p => p.Count > 1);
        return new([.. words.Take(MaxWords)], last, [.. phrases]);
    }

    [GeneratedRegex("[\"“”]([^\"“”]+)[\"“”]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
