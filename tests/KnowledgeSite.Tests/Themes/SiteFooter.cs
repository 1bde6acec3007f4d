using KnowledgeSite.Rendering;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace KnowledgeSite.Tests.Themes;

/// <summary>The footer of a custom theme. It replaces the default one, which has the same name.</summary>
public sealed class SiteFooter : ComponentBase
{
    [Parameter]
    public FrameView Frame { get; set; } = default!;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "footer");
        builder.AddContent(1, $"Acme keeps {Frame.SiteTitle}");
        builder.CloseElement();
    }
}
