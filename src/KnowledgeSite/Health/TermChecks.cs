using KnowledgeSite.Diagnostics;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>Terms of a glossary that no other page uses.</summary>
internal static class TermChecks
{
    public static IEnumerable<Diagnostic> Of(Site site) =>
        from term in site.Glossary.Terms
        where site.Glossary.PagesUsing(term).All(p => p == term.Page)
        select Diagnostic.At(HealthRules.UnusedTerm, term.Page.Content.Source, term.Written.Name.Span, term.Title);
}
