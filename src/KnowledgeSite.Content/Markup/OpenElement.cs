using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>An element whose end tag has not come yet.</summary>
/// <param name="Span">Of its start tag.</param>
/// <param name="IsRemoved">Its start tag is taken out of the page, and its end tag will be.</param>
/// <param name="IsAuthors">An author wrote its start tag, rather than the renderer.</param>
internal readonly record struct OpenElement(string Name, SourceSpan Span, bool IsRemoved, bool IsAuthors);
