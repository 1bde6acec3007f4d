namespace KnowledgeSite.Engine;

/// <summary>
/// The recipe itself is wrong: an unknown dependency, a cycle, documents asked for too early. Never an author's
/// mistake.
/// </summary>
public sealed class PipelineException(string message) : Exception(message);
