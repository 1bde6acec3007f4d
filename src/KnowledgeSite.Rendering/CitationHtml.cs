using System.Security;
using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>The text of a citation's footnote.</summary>
internal static class CitationHtml
{
    /// <param name="root">The relative path from the page with the note to the site's root; null for print, which has
    /// no links.</param>
    public static string Render(CitedWorks works, PageCitation citation, string? root)
    {
        var place = citation.Place is { } written ? ", " + SecurityElement.Escape(written) : "";
        if (works[citation.Source.Value] is not { } work)
            return SecurityElement.Escape(citation.Source.Value) + place + ".";
        var title = $"<cite>{SecurityElement.Escape(work.Title)}</cite>";
        if (root is not null)
            title = $"<a href=\"{root}{CitedWorks.Address.Href}#{work.Id.Value}\">{title}</a>";
        var author = work.Author is { } name ? SecurityElement.Escape(name) + ", " : "";
        var year = work.Year is { } published ? $" ({SecurityElement.Escape(published)})" : "";
        return $"{author}{title}{year}{place}{(place.EndsWith('.') ? "" : ".")}";
    }
}
