using System.Reflection;

namespace KnowledgeSite.Diagnostics;

/// <summary>
/// The list of all rules. Their families are: KS1xx input, output and history; KS2xx front matter and other YAML;
/// KS3xx Markdown and the HTML in it; KS4xx links, collisions, terms, sources and includes; KS5xx ladders and
/// workshops; KS6xx checks of the generated HTML and of search; KS7xx advice on wording and on the health of the
/// content. The id of a removed rule is never used again.
/// </summary>
internal static class RuleCatalogue
{
    /// <summary>All rules, sorted by id.</summary>
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
