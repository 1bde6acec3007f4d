using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>The links to the available PDFs of pages.</summary>
internal sealed class PdfLinks(IEnumerable<Printout> printouts, IReadOnlySet<SitePath> printed)
{
    private readonly ILookup<SitePath, LinkView> _links = printouts
        .Where(p => printed.Contains(p.File))
        .ToLookup(p => p.Page, p => new LinkView($"PDF, {p.Paper}", p.File));

    public IReadOnlyList<LinkView> Find(SitePath page) => [.. _links[page]];
}
