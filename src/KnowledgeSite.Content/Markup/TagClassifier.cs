namespace KnowledgeSite.Content.Markup;

/// <summary>What a tag means, or fails to mean, at the place where its author put it.</summary>
internal sealed class TagClassifier(SearchedText html, HtmlNesting nesting, AllowedContent allowed)
{
    private readonly Lazy<HashSet<string>> _namesWithEnd = new(() => OtherSyntax.NamesWithEnd(html.Text));

    private bool _hasComponents;

    private static readonly string[] HoldsPartsOfTable = ["table", "template", "svg", "math"];

    /// <summary>
    /// The page around has the element already, or scripts decide what is in it: its tags go without a word.
    /// </summary>
    public static bool IsLeftOut(string name) =>
        HtmlElements.OfDocument.Contains(name) || name == HtmlElements.WithoutScripts;

    /// <summary>
    /// Parts of a table outside one, which browsers skip, and controls of a form, which have nothing to control.
    /// </summary>
    public bool DoesNothing(string name) =>
        HtmlElements.OfSelection.Contains(name)
        || (HtmlElements.OfTable.Contains(name) && !nesting.IsInside(HoldsPartsOfTable));

    /// <summary>
    /// A name in angle brackets that no element has stands for something to fill in, and readers should see it.
    /// </summary>
    public bool IsNoElement(string name) =>
        !HtmlElements.Known.Contains(name) && !nesting.InForeignContent && !allowed.Allows(name);

    /// <summary>
    /// A component of JSX or Vue, among tags whose names HTML does not have: it ends itself or an attribute has a
    /// value. One that has an end tag has a capital or a hyphen too, or other components before it, or else
    /// <c>&lt;name&gt;…&lt;/name&gt;</c> is an example. <see cref="OtherSyntax"/> reports it.
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

    /// <summary>Its author put it between backticks, which HTML shows as they are.</summary>
    public bool IsBetweenBackticks(HtmlTag tag) => tag.Span.Start > 0 && html.Text[tag.Span.Start - 1] == '`';

    /// <summary>
    /// Words in angle brackets of which the first is the name of an element (<c>&lt;link to test coverage&gt;</c>,
    /// <c>&lt;source&gt;</c>): no attribute has a value, none is known, and no end tag follows. A browser would show
    /// and run nothing of it.
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
    /// The start tag of an end tag is missed, where it was not left out by us and the element has an end tag and does
    /// not end by itself.
    /// </summary>
    public static bool IsMissed(string name) =>
        HtmlElements.Known.Contains(name)
        && !HtmlElements.Void.Contains(name)
        && !HtmlElements.OfSelection.Contains(name)
        && !HtmlElements.EndMayBeMissing.Contains(name)
        && !IsLeftOut(name);

    /// <summary>Text up to its own end in SVG and MathML, a comment up to the next bracket elsewhere.</summary>
    public bool IsCdata(HtmlTag tag) =>
        tag.Kind == HtmlTagKind.Comment && html.Text.AsSpan(tag.Span.Start).StartsWith("<![");

    /// <summary>
    /// Where the text of an element of raw text ends; null for other elements and where nothing ends it. In SVG and
    /// MathML a browser may read the same text as markup, so that there it must hold none.
    /// </summary>
    public int? EndOfPlainText(HtmlTag tag)
    {
        if (!HtmlElements.RawText.Contains(tag.Name))
            return null;
        var end = HtmlTokenizer.EndOfRawText(html, tag.Span.End, tag.Name);
        return end < 0 || (nesting.InForeignContent && html.Text.AsSpan(tag.Span.End..end).Contains('<')) ? null : end;
    }
}
