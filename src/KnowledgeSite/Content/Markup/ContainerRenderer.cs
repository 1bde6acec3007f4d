using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeSite.Content.Markup;

/// <summary><c>::: note</c>: the kind stands in words, as that of an alert does. A kind that has no words here is the author's own, for a style.</summary>
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
        ["examples"] = "For example",
        ["anti-signals"] = "Easily mistaken for it",
        ["facilitator"] = "For the facilitator",
        ["participant"] = "On the participant sheet",
    };

    protected override void Write(HtmlRenderer renderer, CustomContainer container)
    {
        renderer.EnsureLine();
        renderer.Write("<div").WriteAttributes(container).WriteLine('>');
        if (Titles.GetValueOrDefault(container.Info ?? "") is { } title) renderer.Write("<p class=\"container-title\">").WriteEscape(title).WriteLine("</p>");
        renderer.WriteChildren(container);
        renderer.WriteLine("</div>");
    }
}
