using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Finds the heading that a wikilink names by its words, as Obsidian does: <c>Part</c>, or <c>Part#Deep</c> for the heading Deep below the heading
/// Part. Capitals and punctuation do not count.
/// </summary>
internal static class HeadingFinder
{
    /// <summary>The id of the heading; null where the page has none with these words.</summary>
    public static string? Find(Page page, string words)
    {
        var slug = HeadingIds.Slug(words);
        if (slug.Length > 0 && page.Body.HasId(slug)) return slug;
        var parts = words.Split('#', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Letters).ToList();
        if (parts.Count == 0) return null;
        if (parts.Count == 1) return page.Body.Title is { } title && Letters(title.Text) == parts[0] ? title.Id : page.Outline.FirstOrDefault(h => Letters(h.Text) == parts[0])?.Id;

        var from = page.Body.Title is { } head && Letters(head.Text) == parts[0] ? 1 : 0;
        Heading? found = null;
        for (var at = 0; at < page.Outline.Count && from < parts.Count; at++)
        {
            if (Letters(page.Outline[at].Text) != parts[from]) continue;
            found = page.Outline[at];
            from++;
        }

        return from == parts.Count ? found?.Id : null;
    }

    private static string Letters(string text) => string.Concat(HeadingIds.Slug(text).Where(char.IsLetterOrDigit));
}
