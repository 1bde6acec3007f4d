using System.Reflection;

namespace KnowledgeSite.Diagnostics;

/// <summary>
/// Every rule, by family: KS1xx sources, output folder and configuration; KS2xx front matter and other YAML; KS3xx
/// Markdown and HTML in it; KS4xx links, collisions, terms, sources and included text; KS5xx ladders and workshops;
/// KS6xx checks of finished HTML and of search; KS7xx advice on writing and on the health of the knowledge. Ids are
/// never given twice, nor to another rule.
/// </summary>
public static class RuleCatalogue
{
    /// <summary>By id.</summary>
    public static IReadOnlyList<DiagnosticRule> All { get; } =
    [
        .. new[]
        {
            typeof(SourceRules),
            typeof(FrontMatterRules),
            typeof(MarkdownRules),
            typeof(LintRules),
            typeof(FlavorRules),
            typeof(DiagramRules),
            typeof(LinkRules),
            typeof(LadderRules),
            typeof(WorkshopRules),
            typeof(GlossaryRules),
            typeof(CitationRules),
            typeof(IncludeRules),
            typeof(HtmlRules),
            typeof(SearchRules),
            typeof(WritingRules),
            typeof(HealthRules),
        }
            .SelectMany(RulesOf)
            .OrderBy(r => r.Id, StringComparer.Ordinal),
    ];

    private static IEnumerable<DiagnosticRule> RulesOf(Type family) =>
        family.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (DiagnosticRule)f.GetValue(null)!);
}
