using System.Text;

namespace KnowledgeSite.Search.Indexing;

/// <summary>The plain text of a page, for phrase queries.</summary>
internal static class PageText
{
    /// <summary>The title and all text below it, including headings; only the title for a generated page.</summary>
    public static string Extract(SearchPage page)
    {
        var text = new StringBuilder(page.Title);
        if (page.Source is not { } source)
            return text.ToString();
        foreach (var made in page.GeneratedSections)
            text.Append(" . ").Append(made.Heading).Append(' ').Append(made.Text);
        var reader = new SectionReader();
        reader.Begin(source.Content.Body);
        while (reader.MoveNext())
            text.Append(" . ").Append(reader.Heading).Append(' ').Append(reader.Text);
        return text.ToString();
    }
}
