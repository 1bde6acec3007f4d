using System.Runtime.CompilerServices;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Finds the heading that a wikilink names by its text, as in Obsidian: <c>Part</c>, or <c>Part#Deep</c> for the
/// heading Deep below the heading Part. Letter case and punctuation are ignored.
/// </summary>
internal static class HeadingFinder
{
    /// <summary>
    /// For each page, the positions of its headings in the outline, keyed by their letters; the title comes first.
    /// </summary>
    private static readonly ConditionalWeakTable<Page, Dictionary<string, List<int>>> Known = [];

    private const int Title = -1;

    /// <summary>The id of the heading; null if the page has no heading with this text.</summary>
    public static string? Find(Page page, string words)
    {
        var slug = HeadingIds.Slug(words);
        if (slug.Length > 0 && page.Body.HasId(slug))
            return slug;

        var places = Known.GetValue(page, PlacesOf);
        int? found = null;
        foreach (
            var part in words
                .Split('#', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Letters)
        )
        {
            if (!places.TryGetValue(part, out var named))
                return null;
            var next = found is { } last ? named.BinarySearch(last + 1) : 0;
            if (next < 0)
                next = ~next;
            if (next == named.Count)
                return null;
            found = named[next];
        }

        return found is not { } at ? null
            : at == Title ? page.Body.Title!.Id
            : page.Outline[at].Id;
    }

    private static Dictionary<string, List<int>> PlacesOf(Page page)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        if (page.Body.Title is { } title)
            places[Letters(title.Text)] = [Title];
        for (var i = 0; i < page.Outline.Count; i++)
        {
            var letters = Letters(page.Outline[i].Text);
            if (!places.TryGetValue(letters, out var named))
                places.Add(letters, named = []);
            named.Add(i);
        }

        places.Remove("");
        return places;
    }

    private static string Letters(string text) => string.Concat(HeadingIds.Slug(text).Where(char.IsLetterOrDigit));
}
