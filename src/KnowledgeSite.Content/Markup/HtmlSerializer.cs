using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Writes a sanitized tree as HTML, because AngleSharp's own formatter needs quadratic time in the number of siblings.
/// Quotes are also escaped in text and angle brackets in attributes, so that only tags look like tags.
/// </summary>
internal sealed class HtmlSerializer(AllowedContent allowed)
{
    private const string SvgNamespace = "http://www.w3.org/2000/svg";
    private const string MathMlNamespace = "http://www.w3.org/1998/Math/MathML";

    private readonly StringBuilder _html = new();

    public string Serialize(IElement body)
    {
        _html.Clear();
        WriteChildren(body);
        return _html.ToString();
    }

    private void WriteChildren(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element)
                Write(element);
            else if (node is IText text)
                Write(text.Data, parent);
        }
    }

    private void Write(string text, INode parent)
    {
        if (parent is IHtmlScriptElement or IHtmlStyleElement)
            _html.Append(text);
        else
            Escape(text);
    }

    /// <summary>
    /// Writes an element. If its namespace does not define it, such as a <c>p</c> in SVG, only its content is written:
    /// malformed HTML can cause this, and a browser would parse the result differently.
    /// </summary>
    private void Write(IElement element)
    {
        if (!IsOfItsNamespace(element))
        {
            WriteChildren(element);
            return;
        }

        _html.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes)
            Write(attribute);
        _html.Append('>');
        if (
            element.NamespaceUri is not (SvgNamespace or MathMlNamespace)
            && HtmlElements.Void.Contains(element.LocalName)
        )
            return;
        // Parsers skip a line feed directly after these start tags (13.2.6.4.7), so another one is needed.
        if (element.LocalName is "pre" or "textarea" && element.FirstChild is IText { Data: ['\n', ..] })
            _html.Append('\n');
        if (element is not IHtmlInlineFrameElement)
            WriteChildren(element);
        _html.Append("</").Append(element.LocalName).Append('>');
    }

    private void Write(IAttr attribute)
    {
        if (!attribute.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.'))
            return;
        _html.Append(' ').Append(attribute.Name);
        if (attribute.Value.Length == 0 && HtmlElements.WithoutValue.Contains(attribute.Name))
            return;
        _html.Append("=\"");
        Escape(attribute.Value);
        _html.Append('"');
    }

    private bool IsOfItsNamespace(IElement element) =>
        allowed.Allows(element.LocalName)
        || element.NamespaceUri switch
        {
            SvgNamespace => HtmlAllowList.Svg.Contains(element.LocalName),
            MathMlNamespace => HtmlAllowList.MathMl.Contains(element.LocalName),
            _ => HtmlAllowList.Html.Contains(element.LocalName)
                || HtmlAllowList.Conditional.Contains(element.LocalName),
        };

    private void Escape(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var length = text.AsSpan(at).IndexOfAny("&<>\"\u00A0");
            if (length < 0)
                length = text.Length - at;
            _html.Append(text, at, length);
            at += length;
            if (at == text.Length)
                return;
            _html.Append(
                text[at++] switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    _ => "&nbsp;",
                }
            );
        }
    }
}
