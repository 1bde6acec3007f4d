namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Decides whether a tag of an author is an element, a placeholder or text, and whether it has an effect.
/// </summary>
internal sealed class TagClassifier(SearchedText html, HtmlNesting nesting, AllowedContent allowed)
{
    private readonly Lazy<HashSet<string>> _namesWithEnd = new(() => OtherSyntax.NamesWithEnd(html.Text));

    /// <summary>True if the start of a tab or of tabs was not read as such.</summary>
    private readonly Lazy<bool> _hasUnreadTabs = new(() => html.Text.Contains("<Tab", StringComparison.Ordinal));

    private bool _hasComponents;

    private static readonly string[] HoldsPartsOfTable = ["table", "template", "svg", "math"];

    /// <summary>
    /// True if the tags of the element are removed without a message: each page has the element already, or its content
    /// depends on whether scripts are enabled.
    /// </summary>
    public static bool IsLeftOut(string name) =>
        HtmlElements.OfDocument.Contains(name) || name == HtmlElements.WithoutScripts;

    /// <summary>
    /// True for parts of a table outside a table, which browsers ignore, and for selection lists, which need a form.
    /// </summary>
    public bool DoesNothing(string name) =>
        HtmlElements.OfSelection.Contains(name)
        || (HtmlElements.OfTable.Contains(name) && !nesting.IsInside(HoldsPartsOfTable));

    /// <summary>
    /// True if no element has this name. The tag is then shown as text, because it is probably a placeholder.
    /// </summary>
    public bool IsNoElement(string name) =>
        !HtmlElements.Known.Contains(name) && !nesting.InForeignContent && !allowed.Allows(name);

    /// <summary>
    /// The name of the element if a tag without a start tag ends <see cref="TabElementParser">tabs</see>; null if it
    /// ends something else, or if its start may be one that was not read.
    /// </summary>
    public string? EndsTabs(HtmlTag tag) =>
        tag.Name switch
        {
            "tabs" when !_hasUnreadTabs.Value => "Tabs",
            "tabitem" when !_hasUnreadTabs.Value => "TabItem",
            _ => null,
        };

    /// <summary>
    /// True if a tag with an unknown name is a component of JSX or Vue: it is self-closing or an attribute has a value.
    /// A tag with an end tag also needs a capital, a hyphen or an earlier component on the page, because otherwise
    /// <c>&lt;name&gt;…&lt;/name&gt;</c> is an example of XML. <see cref="OtherSyntax"/> reports components.
    /// </summary>
    public bool IsComponent(HtmlTag tag)
    {
        if (tag.IsSelfClosing || tag.Attributes.Any(a => a.HasValue))
            return _hasComponents = true;
        var isNamedLikeOne =
            _hasComponents
            || char.IsAsciiLetterUpper(html.Text[tag.Span.Start + 1])
            || tag.Name.Contains('-', StringComparison.Ordinal);
        return isNamedLikeOne && _namesWithEnd.Value.Contains(tag.Name);
    }

    /// <summary>True if a backtick precedes the tag, because the author meant it as code inside other HTML.</summary>
    public bool IsBetweenBackticks(HtmlTag tag) => tag.Span.Start > 0 && html.Text[tag.Span.Start - 1] == '`';

    /// <summary>
    /// True for a placeholder whose first word is the name of an element (<c>&lt;link to test coverage&gt;</c>,
    /// <c>&lt;source&gt;</c>): no attribute has a value or is known, and no end tag follows. A browser would show
    /// nothing.
    /// </summary>
    public bool IsPlaceholder(HtmlTag tag)
    {
        if (
            nesting.InForeignContent
            || tag.IsSelfClosing
            || allowed.Allows(tag.Name)
            || tag.Attributes.Any(a => a.HasValue)
        )
            return false;
        if (tag.Name == "input" && nesting.IsInside(["form", "label"]))
            return false;
        var isMeant =
            tag.Attributes.Count == 0
                ? !HtmlElements.MeaninglessAlone.Contains(tag.Name)
                : tag.Attributes.All(a => HtmlElements.WithoutValue.Contains(a.Name));
        return !isMeant && !HasEndTag(tag);
    }

    private bool HasEndTag(HtmlTag tag) =>
        !HtmlElements.Void.Contains(tag.Name) && HtmlTokenizer.EndOfRawText(html, tag.Span.End, tag.Name) >= 0;

    /// <summary>
    /// True if an end tag without a start tag is reported: the start tag was not removed by this tool, and the element
    /// is one whose end tag is required.
    /// </summary>
    public static bool IsMissed(string name) =>
        HtmlElements.Known.Contains(name)
        && !HtmlElements.Void.Contains(name)
        && !HtmlElements.OfSelection.Contains(name)
        && !HtmlElements.EndMayBeMissing.Contains(name)
        && !IsLeftOut(name);

    /// <summary>True for a CDATA section. It is text in SVG and MathML, and a comment in HTML.</summary>
    public bool IsCdata(HtmlTag tag) =>
        tag.Kind == HtmlTagKind.Comment && html.Text.AsSpan(tag.Span.Start).StartsWith("<![");

    /// <summary>
    /// The end of a raw-text element's content; null for other elements, and if there is no end tag. In SVG and MathML,
    /// the result is also null if the content contains <c>&lt;</c>, because browsers may read it as markup there.
    /// </summary>
    public int? EndOfPlainText(HtmlTag tag)
    {
        if (!HtmlElements.RawText.Contains(tag.Name))
            return null;
        var end = HtmlTokenizer.EndOfRawText(html, tag.Span.End, tag.Name);
        return end < 0 || (nesting.InForeignContent && html.Text.AsSpan(tag.Span.End..end).Contains('<')) ? null : end;
    }
}
