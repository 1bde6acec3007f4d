using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Gathers the ids that authors give to elements, and takes out those that stand on the page already or belong to the
/// frame.
/// </summary>
/// <param name="ids">Those of the page so far.</param>
internal sealed class RawHtmlIds(
    HashSet<string> ids,
    RawHtmlSourceMap places,
    HtmlEdits edits,
    RawHtmlFindings findings
)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>
    /// Names are places that links lead to, as ids are, but may stand twice, and beside an id that is the same.
    /// </summary>
    public IReadOnlySet<string> Names => _names;

    public static bool IsId(HtmlTag tag, HtmlAttribute attribute) =>
        attribute.Name == "id" || (attribute.Name == "name" && tag.Name == "a");

    public void Read(HtmlTag tag, HtmlAttribute attribute)
    {
        if (!places.IsAuthors(tag.Span.Start) || attribute.Value.Length == 0)
            return;
        if (attribute.Value.StartsWith(ReservedIds.Prefix, StringComparison.Ordinal))
            TakeOut(attribute, MarkdownRules.ReservedId);
        else if (attribute.Name == "name")
            _names.Add(attribute.Value);
        else if (!ids.Add(attribute.Value))
            TakeOut(attribute, MarkdownRules.DuplicateId);
    }

    private void TakeOut(HtmlAttribute attribute, DiagnosticRule rule)
    {
        edits.Remove(attribute);
        findings.Report(rule, attribute.Span, attribute.Value);
    }
}
