namespace KnowledgeSite.Engine;

/// <summary>
/// The exception for an error in the pipeline definitions: an unknown dependency, a cycle, or documents read too early.
/// It is never caused by an author's mistake.
/// </summary>
internal sealed class PipelineException(string message) : Exception(message);
