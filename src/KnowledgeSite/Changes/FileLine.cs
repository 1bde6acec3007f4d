using KnowledgeSite.Files;

namespace KnowledgeSite.Changes;

/// <summary>Where something stands, below the input folder.</summary>
/// <param name="Line">Counted from one; null where the whole file is meant, or nobody knows.</param>
public sealed record FileLine(SourcePath Path, int? Line);
