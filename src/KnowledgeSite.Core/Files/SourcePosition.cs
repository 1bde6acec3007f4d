namespace KnowledgeSite.Files;

/// <summary>A position in a text; line and column start at 1.</summary>
public readonly record struct SourcePosition(int Line, int Column);
