using System.Runtime.CompilerServices;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Documents;

/// <summary>Resolves the links of documents. A broken link of a template is reported once.</summary>
internal static class DocumentLinks
{
    /// <summary>All documents of a template have its path, and so equal hash codes of their own.</summary>
    private static readonly EqualityComparer<SitePage> OfPages = EqualityComparer<SitePage>.Create(
        ReferenceEquals,
        RuntimeHelpers.GetHashCode
    );

    public static IReadOnlyDictionary<SitePage, PageLinks> Resolve(
        IReadOnlyList<SiteDocument> documents,
        LinkIndex index,
        SiteSettings settings,
        IReadOnlySet<SourcePath> unreadable,
        ModuleContext context
    )
    {
        var links = new (PageLinks Links, IReadOnlyList<Diagnostic> Found)[documents.Count];
        EachDocument.Run(
            documents,
            (i, document) =>
            {
                var found = new DiagnosticBag();
                var resolver = new LinkResolver(document.Page, index, settings, found);
                var resolved = new PageLinks(resolver.ResolveAll(), resolver.Broken, resolver.Files);
                if (resolved.Broken.Count > 0)
                    new LinkSuggestions(index, unreadable, found).Report([resolved.Broken]);
                links[i] = (resolved, found.Sorted());
            },
            context.Cancellation
        );
        var findings = new DocumentFindings();
        for (var i = 0; i < links.Length; i++)
            findings.Add(documents[i], links[i].Found);
        findings.Report(context.Diagnostics);
        return documents.Zip(links).ToDictionary(l => l.First.Page, l => l.Second.Links, OfPages);
    }
}
