namespace KnowledgeSite.Content;

/// <param name="Level">1 to 6.</param>
/// <param name="Text">Without marks.</param>
public sealed record Heading(int Level, string Id, string Text);
