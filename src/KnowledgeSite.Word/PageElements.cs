using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KnowledgeSite.Word;

/// <summary>Decides how the elements of a page appear in a Word document.</summary>
internal static partial class PageElements
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        // Elements of the theme that surround blocks.
        "agenda-clock",
        "handout-form",
        "level-notes",
    };

    /// <summary>Elements that are part of the page as a page: navigation, controls and what scripts use.</summary>
    private static readonly HashSet<string> SkippedNames = new(StringComparer.Ordinal)
    {
        "button",
        "datalist",
        "dialog",
        "iframe",
        "image-zoom",
        "level-pair",
        "link",
        "matrix-filter",
        "meta",
        "nav",
        "object",
        "offline-copy",
        "output",
        "page-actions",
        "page-print",
        "print-sheet",
        "script",
        "select",
        "style",
        "template",
        "term-notes",
        "textarea",
    };

    private static readonly HashSet<string> SkippedClasses = new(StringComparer.Ordinal)
    {
        "about-page",
        "action-bar",
        "actions",
        "cell-foot",
        "connections",
        "footnote-back-ref",
        "for-narrow",
        "handout-foot",
        "link-note",
        "link-notes",
        "neighbours",
        "only-dark",
        "qr",
        "suggest",
        "used-by",
        "visually-hidden",
        "whole",
    };

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "label",
        "container-title",
        "box-label",
        "markdown-alert-title",
    };

    private static readonly HashSet<string> Quiet = new(StringComparer.Ordinal)
    {
        "quiet",
        "byline",
        "kind",
        "handout-kind",
        "sheet-foot",
    };

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>True for what a document does not show.</summary>
    public static bool IsSkipped(IElement element) =>
        SkippedNames.Contains(element.LocalName)
        || element.HasClass(SkippedClasses)
        || (element.LocalName == "section" && element.HasClass("footnotes"))
        || element.HasAttribute("hidden");

    /// <summary>True if the element contains a paragraph, a list, a table or another block.</summary>
    public static bool HasBlocks(IElement element) => element.FirstWithin(IsBlock) is not null;

    /// <summary>False for an element that is only the target of links.</summary>
    public static bool HasWords(IElement element) =>
        element.HasChildNodes || element.LocalName is "img" or "input" or "br" or "svg" or "math";

    /// <summary>True for what belongs to the wording of a statement: not for a note behind it.</summary>
    public static bool IsWording(INode node) =>
        node is not IElement element || !(IsBlock(element) || element.HasClass("raises") || element.HasClass("origin"));

    public static string? StyleOfParagraph(IElement paragraph)
    {
        if (paragraph.ClassName is not { Length: > 0 })
            return null;
        return paragraph.HasClass(Labels) ? "Label"
            : paragraph.HasClass("lead") ? "Subtitle"
            : paragraph.HasClass(Quiet) ? "Quiet"
            : null;
    }

    /// <summary>The language of an element if it has one of its own, as a valid tag.</summary>
    public static string? LanguageOf(IElement element) =>
        element.GetAttribute("lang") is { } tag && Tag().IsMatch(tag) ? tag : null;

    /// <summary>True if the first letter of a text belongs to a script that is written from right to left.</summary>
    public static bool StartsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (System.Text.Rune.IsLetter(rune))
                return rune.Value is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF;
        return false;
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
