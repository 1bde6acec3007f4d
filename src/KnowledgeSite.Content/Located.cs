using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>A value that an author wrote, and where, for findings that come later.</summary>
public sealed record Located<T>(T Value, SourceSpan Span);
