namespace KnowledgeSite.Content.Markup;

/// <summary>A change to a stretch of HTML: what stands there is replaced by a text, and by a slot where one is given.</summary>
internal readonly record struct HtmlEdit(int Start, int Length, string Text, BodySlot? Slot = null);
