using KnowledgeSite.Files;

namespace KnowledgeSite.Changes;

/// <summary>A position in a file of the input folder.</summary>
/// <param name="Line">The line number, from 1. Null for the whole file, or if the line is not known.</param>
internal sealed record FileLine(SourcePath Path, int? Line);
