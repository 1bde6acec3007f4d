namespace KnowledgeSite.Content;

/// <summary>A heading of a page.</summary>
/// <param name="Level">The level, from 1 to 6.</param>
/// <param name="Text">The text without Markdown marks.</param>
public sealed record Heading(int Level, string Id, string Text);
