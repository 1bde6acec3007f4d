using System.Globalization;

namespace KnowledgeSite.Diagnostics;

/// <summary>A rule that input can break.</summary>
/// <param name="Id">Stable: <c>KS</c> and three digits, the first naming the family (see
/// <see cref="RuleCatalogue"/>).</param>
/// <param name="Title">The rule in a few words, for tables and for the rule's page.</param>
/// <param name="MessageFormat">A composite format: what is wrong, and what to try.</param>
/// <param name="Help">The rule's page, in Markdown: why the rule is there, how to mend what it finds.</param>
public sealed record DiagnosticRule(string Id, Severity Severity, string Title, string MessageFormat, string Help)
{
    /// <summary>
    /// True where the finding stays an error in a folder that nobody prepared (no <c>site.yaml</c>): a file cannot be
    /// read, or no site can be written. Any other error is a warning there.
    /// </summary>
    public bool AlwaysError { get; init; }

    /// <summary>
    /// True where the rule is about how a site is written, so that a folder that nobody prepared hears nothing of it.
    /// </summary>
    public bool OnlyPrepared { get; init; }

    /// <summary>The tool as messages name it, and as it is called where it is installed.</summary>
    public const string Tool = "knowledgesite";

    /// <summary>The message tells people to run a command of the tool.</summary>
    public bool NamesCommand { get; } = MessageFormat.Contains($"'{Tool} ", StringComparison.Ordinal);

    public string Message(params object?[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, MessageFormat, arguments);
}
