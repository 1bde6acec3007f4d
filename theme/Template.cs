using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace KnowledgeSite.Theme;

/// <summary>The base of the tool's own templates. They have parameters and content, but no state.</summary>
public abstract class Template : ComponentBase
{
    internal void Build(RenderTreeBuilder builder) => BuildRenderTree(builder);
}
