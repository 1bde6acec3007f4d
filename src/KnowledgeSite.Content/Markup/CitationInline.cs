using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary><c>[@id, place; @id]</c>, until it becomes references to notes.</summary>
internal sealed class CitationInline(IReadOnlyList<CitedPlace> places) : LeafInline
{
    public IReadOnlyList<CitedPlace> Places { get; } = places;
}

/// <param name="Start">Where the id stands in the Markdown.</param>
internal sealed record CitedPlace(string Id, string? Place, int Start);

/// <summary>What a note says of the source that it cites.</summary>
internal sealed class CitedSourceInline(CitedPlace place) : LeafInline
{
    public CitedPlace Cited { get; } = place;
}

/// <summary>Sources are known when all pages are, so a slot is left.</summary>
internal sealed class CitedSourceRenderer : HtmlObjectRenderer<CitedSourceInline>
{
    protected override void Write(HtmlRenderer renderer, CitedSourceInline inline)
    {
        if (renderer.EnableHtmlForInline)
            ((BodyRenderer)renderer).AddCitation(inline.Cited);
    }
}
