using System.Globalization;
using System.Reflection;

namespace KnowledgeSite.Diagnostics;

/// <summary>A kind of problem that a build or a check can report.</summary>
/// <param name="Id">A stable id: <c>KS</c> and three digits. The first digit is the family (see
/// <see cref="RuleCatalogue"/>).</param>
/// <param name="Title">The problem in a few words, for tables and for the rule's page.</param>
/// <param name="MessageFormat">A composite format that says what is wrong and how to fix it.</param>
/// <param name="Help">The text of the rule's page, in Markdown: why the rule exists, and how to fix the problem.
/// </param>
public sealed record DiagnosticRule(string Id, Severity Severity, string Title, string MessageFormat, string Help)
{
    /// <summary>
    /// True if the problem is an error even in an unprepared folder (one without <c>site.yaml</c>), because a file
    /// cannot be read or no site can be written. Other errors are warnings there.
    /// </summary>
    public bool AlwaysError { get; init; }

    /// <summary>
    /// True if the rule is about the way a site is written. It is then off in an unprepared folder.
    /// </summary>
    public bool OnlyPrepared { get; init; }

    /// <summary>
    /// True if equal messages in many files have one cause, such as a page that was renamed. They are then shown to
    /// people as one.
    /// </summary>
    public bool HasOneCause { get; init; }

    /// <summary>The name of the installed tool, which message formats use in commands.</summary>
    public const string Tool = "knowledgesite";

    /// <summary>True if the message contains a command of the tool.</summary>
    public bool NamesCommand { get; } = MessageFormat.Contains($"'{Tool} ", StringComparison.Ordinal);

    internal string Message(params object?[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, MessageFormat, arguments);
}

/// <summary>
/// The list of all rules. Their families are: KS1xx input, output and history; KS2xx front matter and other YAML;
/// KS3xx Markdown and the HTML in it; KS4xx links, collisions, terms, sources and includes; KS5xx ladders,
/// workshops and documents; KS6xx checks of the generated HTML and of search; KS7xx advice on wording and on the health
/// of the content. The id of a removed rule is never used again.
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
            typeof(CodeRules),
            typeof(FlavorRules),
            typeof(NotebookRules),
            typeof(DiagramRules),
            typeof(FormulaRules),
            typeof(LinkRules),
            typeof(LadderRules),
            typeof(WorkshopRules),
            typeof(DocumentRules),
            typeof(ImportRules),
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
