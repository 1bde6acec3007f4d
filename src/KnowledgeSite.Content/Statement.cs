namespace KnowledgeSite.Content;

/// <summary>A sentence in a cell of a ladder.</summary>
/// <param name="Text">The text without Markdown marks.</param>
/// <param name="Html">The text as HTML. The indexes of its links are those of its page.</param>
public sealed record Statement(string Text, BodyHtml Html);
