using System.Collections.Concurrent;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Documents;

/// <summary>The documents of the last run of a preview. One whose text is unchanged is not parsed again.</summary>
internal sealed class DocumentCache
{
    private readonly ConcurrentDictionary<SitePath, Known> _documents = new();

    /// <param name="template">The page of the template.</param>
    /// <param name="front">The front matter of the document.</param>
    /// <param name="found">Receives what was found when the document was parsed.</param>
    /// <returns>Null if the document has changed.</returns>
    public Page? Find(SitePath address, Page template, FrontMatter front, string text, DiagnosticBag found)
    {
        if (
            !_documents.TryGetValue(address, out var known)
            || known.Template != template
            || known.Title != front.Title
            || known.Description != front.Description
            || known.Text != text
        )
            return null;
        found.AddRange(known.Found);
        return known.Page;
    }

    public void Keep(SitePath address, Page template, FrontMatter front, string text, Page page, DiagnosticBag found) =>
        _documents[address] = new(template, front.Title, front.Description, text, page, found.Sorted());

    private sealed record Known(
        Page Template,
        string? Title,
        string? Description,
        string Text,
        Page Page,
        IReadOnlyList<Diagnostic> Found
    );
}
