using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>Renders links and images, with a slot for the URL.</summary>
internal sealed class LinkRenderer : HtmlObjectRenderer<LinkInline>
{
    /// <summary>
    /// The length of HTML that fills a screen, roughly. An image in it loads at once; later ones when they come near.
    /// </summary>
    private const int FirstScreen = 2_000;

    private static readonly (string Mark, string Class)[] Themes =
    [
        ("#only-light", "only-light"),
        ("#only-dark", "only-dark"),
        ("#gh-light-mode-only", "only-light"),
        ("#gh-dark-mode-only", "only-dark"),
    ];

    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (!renderer.EnableHtmlForInline)
        {
            renderer.WriteChildren(link);
            return;
        }

        var body = (BodyRenderer)renderer;
        var span =
            !link.UrlSpan.IsEmpty ? link.UrlSpan
            : link.Reference is { UrlSpan.IsEmpty: false } reference ? reference.UrlSpan
            : link.Span;
        // MyST embeds a labelled part of a page as '![](#label)'. It is linked, because an id is not an image.
        var isImage = link.IsImage && link.Url is not ['#', ..];
        var form = isImage ? LinkForm.Image : LinkForm.Link;
        var target = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        if (isImage && MediaFile.KindOf(target) is not (MediaKind.Image or MediaKind.None))
        {
            WriteMedia(body, link, target);
            return;
        }

        if (isImage)
            target = TakeTheme(link, target);
        var found = new PageLink(form, target, body.InFile(span))
        {
            IsEmpty = !isImage && link.FirstChild is null && target.Length > 0,
        };
        renderer.Write(isImage ? "<img src=\"" : "<a href=\"");
        body.AddLinkSlot(found, SlotContent.Address);
        var description = TakeDescription(link);
        renderer.Write('"').WriteAttributes(link);
        if (isImage)
        {
            var size = TakeSize(link);
            WriteAlternative(renderer, link, description);
            renderer.Write(size?.Attributes);
        }

        if (!string.IsNullOrEmpty(link.Title) && (renderer.ImplicitParagraph || !FigureRenderer.IsCaption(link)))
            renderer.Write(" title=\"").WriteEscape(link.Title).Write('"');
        if (isImage)
        {
            renderer.Write(body.Position > FirstScreen ? " loading=\"lazy\">" : ">");
            return;
        }

        renderer.Write('>');
        if (found.IsEmpty)
            body.AddLinkSlot(found, SlotContent.Title);
        else
            renderer.WriteChildren(link);
        renderer.Write("</a>");
        body.AddNoteSlot(found);
    }

    /// <summary>Leaves a place for audio, video or a document, which includes show in the same way.</summary>
    private static void WriteMedia(BodyRenderer body, LinkInline link, string target)
    {
        var span = body.InFile(link.UrlSpan.IsEmpty ? link.Span : link.UrlSpan);
        var size = TakeSize(link) ?? ImageSize.Parse(Property("width") ?? "");
        body.AddLinkSlot(
            new(LinkForm.Image, target, span)
            {
                Label = InlineText.Read(link),
                Size = size,
                Captions = AddFile("captions"),
                Poster = AddFile("poster"),
            },
            SlotContent.Embed
        );

        int? AddFile(string property) =>
            Property(property) is { Length: > 0 } file ? body.AddLink(new(LinkForm.Image, file, span)) : null;

        string? Property(string name) => link.TryGetAttributes()?.Properties?.Find(p => p.Key == name).Value;
    }

    /// <summary>
    /// Turns the mark of an image for light or dark colours into a class, and returns the address without it. The marks
    /// are those of Material for MkDocs and of GitHub: <c>#only-dark</c> and <c>#gh-dark-mode-only</c>.
    /// </summary>
    private static string TakeTheme(LinkInline image, string target)
    {
        foreach (var (mark, name) in Themes)
            if (target.EndsWith(mark, StringComparison.Ordinal))
            {
                image.GetAttributes().AddClass(name);
                return target[..^mark.Length];
            }

        return target;
    }

    /// <summary>
    /// True if an attribute describes the image, as in Quarto: <c>![](chart.png){fig-alt="Sales rise"}</c>.
    /// </summary>
    public static bool HasDescription(LinkInline image) =>
        image.TryGetAttributes()?.Properties?.Exists(IsDescription) == true;

    private static bool IsDescription(KeyValuePair<string, string?> property) => property.Key is "fig-alt" or "alt";

    /// <summary>Removes and returns the attribute that describes the image; null if there is none.</summary>
    private static string? TakeDescription(LinkInline image)
    {
        if (!image.IsImage || !HasDescription(image))
            return null;
        var properties = image.GetAttributes().Properties!;
        var description = properties.Find(IsDescription).Value;
        properties.RemoveAll(IsDescription);
        return description;
    }

    /// <summary>
    /// Removes and returns the size after the alt text of an image, as in <c>![Two boxes|200](boxes.png)</c>. A number
    /// alone is alt text, because it can be a year.
    /// </summary>
    private static ImageSize? TakeSize(LinkInline image)
    {
        if (image.FirstChild is not LiteralInline first || image.Any(i => i is not LiteralInline))
            return null;
        var text = string.Concat(image.Select(i => ((LiteralInline)i).Content.ToString()));
        var (label, size) = ImageSize.Split(text);
        if (size is null || (size.Height is null && !text.Contains('|', StringComparison.Ordinal)))
            return null;
        while (first.NextSibling is { } next)
            next.Remove();
        first.Content = new StringSlice(label);
        return size;
    }

    /// <summary>Writes the text in the brackets, then the description, if there is one.</summary>
    private static void WriteAlternative(HtmlRenderer renderer, LinkInline image, string? description)
    {
        renderer.Write(" alt=\"");
        renderer.EnableHtmlForInline = false;
        renderer.WriteChildren(image);
        renderer.EnableHtmlForInline = true;
        if (description is not null)
            renderer.Write(image.FirstChild is null ? "" : ". ").WriteEscape(description);
        renderer.Write('"');
    }
}

/// <summary>Renders the links <c>&lt;https://…&gt;</c> and <c>&lt;name@host&gt;</c>.</summary>
internal sealed class AutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        if (renderer.EnableHtmlForInline)
        {
            var body = (BodyRenderer)renderer;
            renderer.Write("<a href=\"");
            body.AddLinkSlot(
                new(LinkForm.Link, link.IsEmail ? "mailto:" + link.Url : link.Url, body.InFile(link.Span)),
                SlotContent.Address
            );
            renderer.Write('"').WriteAttributes(link).Write('>');
        }

        renderer.WriteEscape(link.Url);
        if (renderer.EnableHtmlForInline)
            renderer.Write("</a>");
    }
}

/// <summary>
/// Renders a paragraph that is one image with a title as a figure, with the title as its caption. Other paragraphs are
/// rendered as usual.
/// </summary>
internal sealed class FigureRenderer : ParagraphRenderer
{
    public static bool IsCaption(LinkInline image) =>
        image is { IsImage: true, Title.Length: > 0, Parent: { Parent: null } whole }
        && whole.FirstChild == image
        && image.NextSibling is null
        && whole.ParentBlock is ParagraphBlock;

    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (
            renderer.ImplicitParagraph
            || paragraph.Inline?.FirstChild is not LinkInline image
            || !IsCaption(image)
            || MediaFile.KindOf(image.Url ?? "") is not (MediaKind.Image or MediaKind.None)
        )
        {
            base.Write(renderer, paragraph);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<figure").WriteAttributes(paragraph).Write('>');
        renderer.WriteLeafInline(paragraph);
        renderer.Write("<figcaption>").WriteEscape(image.Title).WriteLine("</figcaption></figure>");
    }
}
