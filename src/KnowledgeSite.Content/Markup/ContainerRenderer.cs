using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// <c>::: note</c>: the kind stands in words, as that of an alert does, unless the author gives the block a title. A
/// kind that has no words here is the author's own, for a style. <c>::: details</c> can be folded.
/// </summary>
internal sealed class ContainerRenderer : HtmlObjectRenderer<CustomContainer>
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["note"] = "Note",
        ["tip"] = "Tip",
        ["info"] = "Good to know",
        ["warning"] = "Warning",
        ["caution"] = "Caution",
        ["danger"] = "Danger",
        ["details"] = "Details",
        ["examples"] = "For example",
        ["anti-signals"] = "Easily mistaken for it",
        ["facilitator"] = "For the facilitator",
        ["participant"] = "On the participant sheet",
    };

    protected override void Write(HtmlRenderer renderer, CustomContainer container)
    {
        var folds = container.Info == "details";
        renderer.EnsureLine();
        renderer.Write(folds ? "<details" : "<div").WriteAttributes(container).WriteLine('>');
        WriteTitle(
            renderer,
            container,
            folds ? "<summary>" : "<p class=\"container-title\">",
            folds ? "</summary>" : "</p>"
        );
        renderer.WriteChildren(container);
        renderer.WriteLine(folds ? "</details>" : "</div>");
    }

    private static void WriteTitle(HtmlRenderer renderer, CustomContainer container, string start, string end)
    {
        if (BlockTitle.Find(container) is { Inline: { } inline })
            renderer.Write(start).WriteChildren(inline);
        else if (Titles.GetValueOrDefault(container.Info ?? "") is { } title)
            renderer.Write(start).WriteEscape(title);
        else
            return;
        renderer.WriteLine(end);
    }
}
