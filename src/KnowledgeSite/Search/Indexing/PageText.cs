using System.Text;

namespace KnowledgeSite.Search.Indexing;

/// <summary>The words of a page one after the other, for phrases.</summary>
internal static class PageText
{
    /// <summary>
    /// Its title and all that stands under it, headings among it; of a page that is made from others, its title.
    /// </summary>
    public static string Extract(SearchPage page)
    {
        var text = new StringBuilder(page.Title);
        if (page.Source is not { } source)
            return text.ToString();
        foreach (var made in page.Made)
            text.Append(" . ").Append(made.Heading).Append(' ').Append(made.Text);
        var reader = new SectionReader();
        reader.Begin(source.Content.Body);
        while (reader.MoveNext())
            text.Append(" . ").Append(reader.Heading).Append(' ').Append(reader.Text);
        return text.ToString();
    }
}
