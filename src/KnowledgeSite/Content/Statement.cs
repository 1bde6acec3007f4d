namespace KnowledgeSite.Content;

/// <summary>A sentence of a rubric.</summary>
/// <param name="Text">Without marks.</param>
/// <param name="Html">With its marks; its links are numbered among those of the page it stands on.</param>
public sealed record Statement(string Text, BodyHtml Html);
