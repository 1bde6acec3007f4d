namespace KnowledgeSite.Content.Markup;

/// <summary>Where a flow runs to.</summary>
internal enum FlowDirection
{
    Down,
    Right,
}
