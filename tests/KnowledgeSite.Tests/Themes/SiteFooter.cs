using KnowledgeSite.Rendering;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace KnowledgeSite.Tests.Themes;

/// <summary>Another organisation's footer, by the name of the one that it stands for.</summary>
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
