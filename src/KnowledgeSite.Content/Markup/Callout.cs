using System.Globalization;
using KnowledgeSite.Strings;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// A callout: an alert of GitHub, a callout of Obsidian, an admonition or collapsible block of Material for MkDocs, or
/// a block such as <c>::: note</c>.
/// </summary>
/// <param name="Type">The type as it is written: <c>NOTE</c>, <c>faq</c>, or any word.</param>
internal sealed record Callout(string Type, CalloutForm Form)
{
    private static readonly Dictionary<string, string> Styles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tip"] = "tip",
        ["hint"] = "tip",
        ["success"] = "tip",
        ["check"] = "tip",
        ["done"] = "tip",
        ["important"] = "important",
        ["warning"] = "warning",
        ["attention"] = "warning",
        ["caution"] = "caution",
        ["danger"] = "caution",
        ["error"] = "caution",
        ["failure"] = "caution",
        ["fail"] = "caution",
        ["missing"] = "caution",
        ["bug"] = "caution",
    };

    /// <summary>The types of Obsidian and GitHub that are shown in the style of a note.</summary>
    private static readonly string[] Notes =
    [
        "note",
        "info",
        "todo",
        "abstract",
        "summary",
        "tldr",
        "question",
        "help",
        "faq",
        "example",
        "quote",
        "cite",
    ];

    /// <summary>The types that GitHub or Obsidian know.</summary>
    public static IReadOnlyList<string> KnownTypes { get; } = [.. Notes, .. Styles.Keys];

    /// <summary>The style for the type. Unknown types are shown like a note.</summary>
    public string Style => Styles.GetValueOrDefault(Type, "note");

    /// <summary>The default title, made from the type.</summary>
    public string TitleIn(UiStrings text) =>
        Type.ToLowerInvariant() switch
        {
            "note" => text.CalloutNote,
            "tip" => text.CalloutTip,
            "important" => text.CalloutImportant,
            "warning" => text.CalloutWarning,
            "caution" => text.CalloutCaution,
            "hint" => text.CalloutHint,
            "success" => text.CalloutSuccess,
            "check" => text.CalloutCheck,
            "done" => text.CalloutDone,
            "attention" => text.CalloutAttention,
            "danger" => text.CalloutDanger,
            "error" => text.CalloutError,
            "failure" => text.CalloutFailure,
            "fail" => text.CalloutFail,
            "missing" => text.CalloutMissing,
            "bug" => text.CalloutBug,
            "info" => text.CalloutInfo,
            "todo" => text.CalloutTodo,
            "abstract" => text.CalloutAbstract,
            "summary" => text.CalloutSummary,
            "tldr" => text.CalloutTldr,
            "question" => text.CalloutQuestion,
            "help" => text.CalloutHelp,
            "faq" => text.CalloutFaq,
            "example" => text.CalloutExample,
            "quote" => text.CalloutQuote,
            "cite" => text.CalloutCite,
            { Length: > 0 } type => char.ToUpper(type[0], CultureInfo.InvariantCulture)
                + type[1..].Replace('-', ' ').Replace('_', ' '),
            _ => "",
        };

    public static Callout? Parse(Block block) => block.GetData(typeof(Callout)) as Callout;

    public void AttachTo(Block block)
    {
        block.SetData(typeof(Callout), this);
        block.GetAttributes().AddClass("markdown-alert");
        block.GetAttributes().AddClass($"markdown-alert-{Style}");
    }

    public void Write(HtmlRenderer renderer, ContainerBlock block)
    {
        var isFold = Form is CalloutForm.Open or CalloutForm.Closed;
        renderer.EnsureLine();
        renderer.Write(isFold ? "<details" : "<div").WriteAttributes(block);
        if (Form == CalloutForm.Box)
            renderer.Write(" role=\"note\"");
        renderer.WriteLine(Form == CalloutForm.Open ? " open>" : ">");
        WriteTitle(renderer, BlockTitle.Find(block), isFold);
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(block);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.WriteLine(isFold ? "</details>" : "</div>");
    }

    private void WriteTitle(HtmlRenderer renderer, BlockTitle? title, bool isFold)
    {
        renderer.Write(isFold ? "<summary" : "<p").Write(" class=\"markdown-alert-title\">");
        if (title?.Inline is { FirstChild: not null } inline)
            renderer.WriteChildren(inline);
        else
            renderer.WriteEscape(TitleIn(((BodyRenderer)renderer).Text));
        renderer.WriteLine(isFold ? "</summary>" : "</p>");
    }
}

internal enum CalloutForm
{
    Box,

    /// <summary>A collapsible block that is open at first.</summary>
    Open,

    /// <summary>A collapsible block that is closed at first.</summary>
    Closed,
}

/// <summary>
/// An admonition or a collapsible block. Its content is indented or between two lines of slashes.
/// </summary>
internal class AdmonitionBlock(BlockParser? parser) : ContainerBlock(parser), IBodyElement
{
    /// <summary>The number of slashes in the lines around the block, or 0 if the content is indented.</summary>
    public int Slashes { get; set; }

    /// <summary>True if the closing line of slashes has been read.</summary>
    public bool HasEnded { get; set; }

    /// <summary>The offset in the text at which the options below the first line end.</summary>
    public int EndOfOptions { get; set; }

    public virtual void Write(BodyRenderer body)
    {
        if (Callout.Parse(this) is { } callout)
            callout.Write(body, this);
        else
            body.WriteChildren(this);
    }
}

/// <summary>
/// Renders quotations and callouts. The type of a callout is also written as text, so that it does not depend on
/// colour. A quotation without content, such as one that held only a footnote, is left out.
/// </summary>
internal sealed class QuoteRenderer : QuoteBlockRenderer
{
    protected override void Write(HtmlRenderer renderer, QuoteBlock block)
    {
        if (Callout.Parse(block) is { } callout)
            callout.Write(renderer, block);
        else if (block.Count > 0)
            base.Write(renderer, block);
    }
}
