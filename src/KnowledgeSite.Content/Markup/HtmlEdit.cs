namespace KnowledgeSite.Content.Markup;

/// <summary>
/// A change to a stretch of HTML: what stands there is replaced by a text, and by a slot where one is given.
/// </summary>
internal readonly record struct HtmlEdit(int Start, int Length, string Text, BodySlot? Slot = null)
{
    /// <summary>It comes before a slot of the page at the same place, rather than after it.</summary>
    public bool IsBeforeSlot { get; init; }
}
