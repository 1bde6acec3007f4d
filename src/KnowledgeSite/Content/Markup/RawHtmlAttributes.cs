using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Content.Markup;

/// <summary>Judges the attributes of a tag that stays in the page, one by one: some go, ids and links are gathered, the rest stays as it is.</summary>
internal sealed class RawHtmlAttributes(UnsafeHtml @unsafe, RawHtmlIds ids, RawHtmlLinks links, HtmlEdits edits, RawHtmlFindings findings)
{
    public void Read(HtmlTag tag, bool inForeignContent)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (!IsName(attribute.Name)) edits.Remove(attribute);
            else if (@unsafe.NameIn(tag, attribute, inForeignContent) is { } name) RemoveUnsafe(attribute, name);
            else if (RawHtmlIds.IsId(tag, attribute)) ids.Read(tag, attribute);
            else links.Read(tag, attribute);
        }
    }

    /// <summary>A name such as "=x" would become the value of the attribute before it, were one between them left out.</summary>
    private static bool IsName(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.' or '@');

    private void RemoveUnsafe(HtmlAttribute attribute, string name)
    {
        findings.Report(MarkdownRules.UnsafeHtml, attribute.Span, name == attribute.Name ? $"'{name}='" : $"'{name}' in '{attribute.Name}='", name);
        edits.Remove(attribute);
    }
}
