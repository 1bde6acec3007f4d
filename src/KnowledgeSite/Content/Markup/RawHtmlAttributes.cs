using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Content.Markup;

/// <summary>Judges the attributes of a tag that stays in the page, one by one: some go, ids and links are gathered, the rest stays as it is.</summary>
internal sealed class RawHtmlAttributes(UnsafeHtml @unsafe, FrameEscape escape, RawHtmlIds ids, RawHtmlLinks links, HtmlEdits edits, RawHtmlFindings findings)
{
    private bool _hasStyle;

    public void Read(HtmlTag tag, bool inForeignContent)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (!IsName(attribute.Name)) edits.Remove(attribute);
            else if (@unsafe.NameIn(tag, attribute, inForeignContent) is { } name) RemoveUnsafe(attribute, name);
            else if (@unsafe.MayBeEvent(attribute)) edits.Remove(attribute);
            else if (escape.SendsElsewhere(attribute) is { } sends) Remove(attribute, MarkdownRules.SendsElsewhere, sends);
            else if (escape.IsOverlay(attribute)) Remove(attribute, MarkdownRules.BlockedStyle, null);
            else if (attribute.Name == "style" && escape.IsBlocked(attribute)) ReportStyle(attribute);
            else if (RawHtmlIds.IsId(tag, attribute)) ids.Read(tag, attribute);
            else links.Read(tag, attribute);
        }
    }

    private void ReportStyle(HtmlAttribute style)
    {
        if (!_hasStyle) findings.Report(MarkdownRules.InlineStyle, style.Span);
        _hasStyle = true;
    }

    /// <summary>A name such as "=x" would become the value of the attribute before it, were one between them left out.</summary>
    private static bool IsName(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.' or '@');

    private void Remove(HtmlAttribute attribute, DiagnosticRule rule, string? allowedBy)
    {
        findings.Report(rule, attribute.Span, $"'{attribute.Name}='", allowedBy);
        edits.Remove(attribute);
    }

    private void RemoveUnsafe(HtmlAttribute attribute, string name)
    {
        findings.Report(MarkdownRules.UnsafeHtml, attribute.Span, name == attribute.Name ? $"'{name}='" : $"'{name}' in '{attribute.Name}='", name);
        edits.Remove(attribute);
    }
}
