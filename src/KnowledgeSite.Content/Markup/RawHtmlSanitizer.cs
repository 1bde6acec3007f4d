using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Css;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// The security boundary for HTML that authors write. AngleSharp parses the page's HTML as a browser does,
/// HtmlSanitizer removes everything that <see cref="HtmlAllowList"/> and <c>site.yaml</c> do not allow, and the
/// remaining tree is written as HTML. What is removed is reported at its position in the file.
/// </summary>
/// <param name="tagAt">Finds the tag that begins at a position of the edited HTML.</param>
internal sealed partial class RawHtmlSanitizer(
    AllowedContent allowed,
    RawHtmlFindings findings,
    Func<int, HtmlTag?> tagAt
)
{
    private const string Frame = "<!doctype html><html><body>";

    /// <summary>
    /// The maximum number of times that HTML is sanitized until parsing no longer changes it. Once is nearly always
    /// enough.
    /// </summary>
    private const int MaxRounds = 5;

    private static readonly HtmlParser Parser = new(
        new HtmlParserOptions { IsScripting = true, IsKeepingSourceReferences = true },
        BrowsingContext.New(
            Configuration.Default.WithCss(
                new CssParserOptions { IsIncludingUnknownDeclarations = true, IsIncludingUnknownRules = true }
            )
        )
    );

    private readonly HtmlPolicy _policy = new(allowed);
    private readonly HtmlSerializer _serializer = new(allowed);
    private readonly List<Action> _restore = [];
    private HtmlSanitizer? _sanitizer;

    /// <summary>True in the first round, in which everything that is removed is reported.</summary>
    private bool _isFirst;

    /// <summary>Sanitizes the HTML of a page.</summary>
    /// <param name="visit">Called for each remaining element, in the order of the text.</param>
    /// <returns>The sanitized HTML.</returns>
    public string Sanitize(string html, Action<IElement, HtmlTag?> visit)
    {
        using var document = Clean(html, isFirst: true);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
            visit(element, TagOf(element));
        var text = _serializer.Serialize(document.Body!);
        for (var round = 1; round < MaxRounds; round++)
        {
            using var again = Clean(text, isFirst: false);
            var same = _serializer.Serialize(again.Body!);
            if (same == text)
                return text;
            text = same;
        }

        // No parser agrees with itself about this HTML, so readers see its text.
        return WebUtility.HtmlEncode(document.Body!.TextContent);
    }

    /// <summary>Parses the HTML and removes everything that is not allowed.</summary>
    /// <param name="isFirst">True in the first round, in which everything that is removed is reported.</param>
    private IHtmlDocument Clean(string html, bool isFirst)
    {
        var document = Parser.ParseDocument(Frame + html);
        _restore.Clear();
        ReplaceXLink(document);
        if (allowed.Allows("style"))
            SetStylesAside(document);
        _isFirst = isFirst;
        (_sanitizer ??= CreateSanitizer()).SanitizeDom(document, document.Body!);
        foreach (var element in _withRemovedStyle)
            element.RemoveAttribute("style");
        foreach (var restore in _restore)
            restore();
        return document;
    }

    /// <summary>
    /// Replaces <c>xlink:href</c>, the old name of <c>href</c> in SVG. AngleSharp calls both <c>href</c>, so of an
    /// element with both, one would not be checked.
    /// </summary>
    private static void ReplaceXLink(IHtmlDocument document)
    {
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            var links = element.Attributes.Where(a => a.NamespaceUri == NamespaceNames.XLinkUri).ToList();
            foreach (var link in links)
            {
                element.RemoveAttribute(link.NamespaceUri, link.LocalName);
                if (element.GetAttribute(link.LocalName) is null)
                    element.SetAttribute(link.LocalName, link.Value);
            }
        }
    }

    private HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = HtmlAllowList.Elements,
                AllowedAttributes = HtmlAllowList.Attributes,
                AllowedSchemes = HtmlAllowList.Schemes,
                AllowedCssProperties = HtmlSanitizerDefaults.AllowedCssProperties,
                UriAttributes = HtmlSanitizerDefaults.UriAttributes,
                UriListAttributes = HtmlSanitizerDefaults.UriListAttributes,
                AllowDataAttributes = true,
            }
        )
        {
            KeepChildNodes = true,
            AllowCssCustomProperties = true,
            DisallowCssPropertyValue = UnsafeStyle(),
            // Elements of raw text stay only where site.yaml allows them, and then as they are.
            EncodeLiteralTextElementContent = _ => { },
        };
        sanitizer.RemovingTag += (_, e) => Decide(e);
        sanitizer.RemovingAttribute += (_, e) => Decide(e);
        sanitizer.RemovingStyle += (_, e) => Decide(e);
        sanitizer.FilterUrl += (_, e) => Decide(e);
        foreach (var name in allowed.Names)
        {
            sanitizer.AllowedTags.Add(name);
            sanitizer.AllowedAttributes.Add(name);
            sanitizer.AllowedSchemes.Add(name.TrimEnd(':'));
        }

        return sanitizer;
    }

    /// <summary>
    /// Removes styles that <c>site.yaml</c> allows, to restore them later: the library would reformat them.
    /// </summary>
    private void SetStylesAside(IHtmlDocument document)
    {
        foreach (var element in document.Body!.QuerySelectorAll("style, [style]").ToList())
        {
            if (element.LocalName == "style")
            {
                var standIn = document.CreateElement("data");
                element.Parent!.ReplaceChild(standIn, element);
                _restore.Add(() => standIn.Parent?.ReplaceChild(element, standIn));
            }
            else
            {
                var style = element.GetAttribute("style")!;
                element.RemoveAttribute("style");
                _restore.Add(() => element.SetAttribute("style", style));
            }
        }
    }

    /// <summary>Keeps an element that is harmless with its attributes, and reports another one.</summary>
    private void Decide(RemovingTagEventArgs e)
    {
        if (_policy.Allows(e.Tag.LocalName, e.Tag.GetAttribute))
        {
            e.Cancel = true;
            return;
        }

        if (HtmlElements.HoldsNoText.Contains(e.Tag.LocalName))
        {
            e.Cancel = true;
            e.Tag.Remove();
        }

        // The reader of tags has reported and removed it already, except where the parser reads the text differently.
        if (_isFirst)
            findings.Report(MarkdownRules.UnsafeHtml, SpanOf(e.Tag), $"<{e.Tag.LocalName}>", e.Tag.LocalName);
    }

    private void Decide(RemovingAttributeEventArgs e)
    {
        var element = e.Tag;
        var name = e.Attribute.Name.ToLowerInvariant();
        var value = e.Attribute.Value;
        if (e.Reason == RemoveReason.NotAllowedAttribute && _policy.Allows(element.LocalName, name, value))
        {
            e.Cancel = true;
            return;
        }

        if (!_isFirst || (value.Length == 0 && e.Reason == RemoveReason.NotAllowedAttribute))
            return;
        var span = SpanOf(element, name);
        // Nothing in it was a style, or what was removed is reported already.
        if (e.Reason == RemoveReason.StyleAttributeEmpty)
            return;
        if (UnsafeAddress.SchemeOf(value) is { } scheme && HtmlPolicy.HoldsAddress(name))
            findings.Report(MarkdownRules.UnsafeHtml, span, $"'{scheme}' in '{name}='", scheme);
        else if (HtmlPolicy.SendsElsewhere(name) is { } sends)
            findings.Report(MarkdownRules.SendsDataElsewhere, span, $"'{name}='", sends);
        else if (HtmlPolicy.RunsCode(name))
            findings.Report(MarkdownRules.UnsafeHtml, span, $"'{name}='", name);
        // Values in braces are reported as JSX.
        else if (value is not ['{', not '{', ..])
            findings.Report(MarkdownRules.UnknownAttribute, span, name, element.LocalName);
    }

    private readonly HashSet<IElement> _withRemovedStyle = [];

    /// <summary>
    /// Keeps a property that the library does not know if its value is harmless. One unsafe declaration removes the
    /// whole attribute, because the other declarations may depend on it.
    /// </summary>
    private void Decide(RemovingStyleEventArgs e)
    {
        if (e.Reason == RemoveReason.NotAllowedStyle && !UnsafeStyle().IsMatch(e.Style.Value))
            e.Cancel = true;
        else if (_withRemovedStyle.Add(e.Tag) && _isFirst)
            findings.Report(MarkdownRules.BlockedStyle, SpanOf(e.Tag, "style"), "'style='");
    }

    /// <summary>
    /// Allows the same URLs as in Markdown: those that open other programs, such as <c>zoommtg:</c>, and images in data
    /// URLs. The URL of a <c>use</c> element must be on this site, because browsers refuse others.
    /// </summary>
    private static void Decide(FilterUrlEventArgs e)
    {
        if (e.Tag.LocalName == "use" && HtmlPolicy.IsElsewhere(e.OriginalUrl))
            e.SanitizedUrl = null;
        else if (UnsafeAddress.SchemeOf(e.OriginalUrl) is null && Scheme().IsMatch(e.OriginalUrl))
            e.SanitizedUrl ??= e.OriginalUrl;
    }

    private SourceSpan SpanOf(IElement element) => TagOf(element)?.Span ?? new SourceSpan(0, 1);

    private SourceSpan SpanOf(IElement element, string attribute) =>
        TagOf(element) is not { } tag
            ? new SourceSpan(0, 1)
            : tag.Attributes.FirstOrDefault(a => a.Name == attribute || a.Name == "xlink:" + attribute)?.Span
                ?? tag.Span;

    /// <summary>The tag of the page's HTML from which the parser made an element; null if there is none.</summary>
    private HtmlTag? TagOf(IElement element) =>
        element.SourceReference is { } reference ? tagAt(reference.Position.Position - 1 - Frame.Length) : null;

    /// <summary>
    /// Matches styles that position an element over the page or load a file. A backslash may hide them.
    /// </summary>
    [GeneratedRegex(
        @"[<>\\]|url\s*\(|image-set\s*\(|expression\s*\(|^\s*(fixed|absolute|sticky)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex UnsafeStyle();

    /// <summary>Matches a URL scheme, except those that must not be used.</summary>
    [GeneratedRegex(
        @"^\s*(?!blob:|filesystem:|about:|view-source:)[a-z][a-z0-9+.-]*:",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Scheme();
}
