using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Judges the attributes of a tag that stays in the page, one by one: some go, ids and links are gathered, the rest
/// stays as it is.
/// </summary>
internal sealed class RawHtmlAttributes(
    string html,
    UnsafeHtml @unsafe,
    FrameEscape escape,
    RawHtmlIds ids,
    RawHtmlLinks links,
    HtmlEdits edits,
    RawHtmlFindings findings
)
{
    private bool _hasStyle;

    /// <summary>Names of elements of which an attribute with broken quotes was reported.</summary>
    private readonly HashSet<string> _withBrokenQuotes = new(StringComparer.Ordinal);

    public void Read(HtmlTag tag, bool inForeignContent)
    {
        ReportBrokenQuotes(tag);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in tag.Attributes)
        {
            if (!IsName(attribute.Name) || !names.Add(attribute.Name))
                edits.Remove(attribute);
            else if (@unsafe.NameIn(tag, attribute, inForeignContent) is { } name)
                RemoveUnsafe(attribute, name);
            else if (@unsafe.MayBeEvent(attribute))
                edits.Remove(attribute);
            else if (escape.SendsElsewhere(attribute) is { } sends)
                Remove(attribute, MarkdownRules.SendsElsewhere, sends);
            else if (escape.IsOverlay(attribute))
                Remove(attribute, MarkdownRules.BlockedStyle, null);
            else
                Keep(tag, attribute);
        }
    }

    private void Keep(HtmlTag tag, HtmlAttribute attribute)
    {
        if (html[attribute.Span.Start - 1] is '"' or '\'')
            edits.Insert(attribute.Span.Start, " ");
        if (attribute.Name == "style" && escape.IsBlocked(attribute))
            ReportStyle(attribute);
        if (RawHtmlIds.IsId(tag, attribute))
            ids.Read(tag, attribute);
        else if (!links.Read(tag, attribute))
            Quote(attribute);
    }

    /// <summary>Puts a value without quotes between quotes where it holds a character that may not be in it.</summary>
    private void Quote(HtmlAttribute attribute)
    {
        var value = html.AsSpan(attribute.ValueSpan.Start, attribute.ValueSpan.Length);
        if (value.IsEmpty || html[attribute.ValueSpan.Start - 1] is '"' or '\'' || value.IndexOfAny("\"'<=`") < 0)
            return;
        edits.Replace(attribute.ValueSpan, $"\"{value.ToString().Replace("\"", "&quot;", StringComparison.Ordinal)}\"");
    }

    private void ReportBrokenQuotes(HtmlTag tag)
    {
        if (tag.Attributes.FirstOrDefault(a => a.Name.AsSpan().ContainsAny('"', '\'')) is not { } broken)
            return;
        if (_withBrokenQuotes.Add(tag.Name))
            findings.Report(MarkdownRules.BrokenQuotes, broken.Span, tag.Name);
    }

    private void ReportStyle(HtmlAttribute style)
    {
        if (!_hasStyle)
            findings.Report(MarkdownRules.InlineStyle, style.Span);
        _hasStyle = true;
    }

    /// <summary>
    /// A name such as "=x" would become the value of the attribute before it, were one between them left out.
    /// </summary>
    private static bool IsName(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.' or '@');

    private void Remove(HtmlAttribute attribute, DiagnosticRule rule, string? allowedBy)
    {
        findings.Report(rule, attribute.Span, $"'{attribute.Name}='", allowedBy);
        edits.Remove(attribute);
    }

    private void RemoveUnsafe(HtmlAttribute attribute, string name)
    {
        findings.Report(
            MarkdownRules.UnsafeHtml,
            attribute.Span,
            name == attribute.Name ? $"'{name}='" : $"'{name}' in '{attribute.Name}='",
            name
        );
        edits.Remove(attribute);
    }
}
