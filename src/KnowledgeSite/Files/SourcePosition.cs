namespace KnowledgeSite.Files;

/// <summary>A place in a text, line and column counted from one.</summary>
public readonly record struct SourcePosition(int Line, int Column);
